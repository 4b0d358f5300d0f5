"""Names of which a word begins with a text, for those who are still typing."""

from sqlite3 import Connection
from typing import Final

from tertium.model.terms import Iri
from tertium.store.sidecar.folding import folded

__all__ = ["beginning"]

_LAST: Final = "\U0010ffff"
_LEAST: Final = 3
"""Of fewer letters, too many words begin with a text."""
_FIRST: Final = (
    "SELECT space.prefix || thing.local FROM folding"
    " JOIN name ON name.folding = folding.id JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing JOIN space ON space.id = thing.space"
    " WHERE folding.folded BETWEEN ? AND ?"
    " GROUP BY thing.id ORDER BY MIN(LENGTH(folding.folded)), MIN(folding.folded), 1 LIMIT ?"
)
_INSIDE: Final = (
    "SELECT space.prefix || thing.local FROM folding"
    " JOIN name ON name.folding = folding.id JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing JOIN space ON space.id = thing.space"
    " WHERE folding.id IN (SELECT rowid FROM containing WHERE containing MATCH ?)"
    " AND INSTR(folding.folded, ?)"
    " GROUP BY thing.id ORDER BY MIN(LENGTH(folding.folded)), MIN(folding.folded), 1 LIMIT ?"
)


def beginning(connection: Connection, text: str, *, limit: int) -> tuple[Iri, ...]:
    """Return what has a name that begins with a text, or of which a later word does.

    Case and accents do not matter; of each kind, the shortest names come first.
    """
    plain = folded(text)
    if not plain:
        return ()
    found = [row[0] for row in connection.execute(_FIRST, (plain, plain + _LAST, limit))]
    if len(found) < limit and len(plain) >= _LEAST:
        wanted = " ".join(f'"{word}"' for word in plain.split()) + "*"
        found += [row[0] for row in connection.execute(_INSIDE, (wanted, f" {plain}", limit))]
    return tuple(map(Iri, dict.fromkeys(found)))[:limit]
