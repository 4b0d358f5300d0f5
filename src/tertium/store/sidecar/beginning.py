"""Names of which a word begins with a text, for those who are still typing."""

from sqlite3 import Connection
from typing import Final

from tertium.model.terms import Iri
from tertium.store.sidecar.folding import folded

__all__ = ["beginning"]

_LAST: Final = "\U0010ffff"
_SHORT: Final = 3
_MOST: Final = 5_000
"""So many names are looked at, the shortest first: of a letter or two, far too many begin so."""
_BEGUN: Final = "SELECT id FROM folding WHERE folded BETWEEN ? AND ? ORDER BY id LIMIT ?"
_INSIDE: Final = (
    "SELECT folding.id FROM containing JOIN folding ON folding.id = containing.rowid"
    " WHERE containing MATCH ? AND INSTR(folding.folded, ?) ORDER BY containing.rowid LIMIT ?"
)
_CALLED: Final = (
    "SELECT space.prefix || thing.local AS iri FROM ({}) AS begun"
    " CROSS JOIN name ON name.folding = begun.id CROSS JOIN naming ON naming.name = name.id"
    " CROSS JOIN thing ON thing.id = naming.thing CROSS JOIN space ON space.id = thing.space"
    " GROUP BY thing.id ORDER BY MIN(naming.kind), thing.weight DESC, iri LIMIT ?"
)


def beginning(connection: Connection, text: str, *, limit: int) -> tuple[Iri, ...]:
    """Return what has a name that begins with a text, or of which a later word does.

    Case and accents do not matter; of each kind, labels come before other names, and of these the
    weightiest things first.
    """
    plain = folded(text)
    if not plain:
        return ()
    found = _called(connection, _BEGUN, (plain, plain + _LAST), limit=limit)
    if len(found) < limit and len(plain) >= _SHORT and any(map(str.isalnum, plain)):
        wanted = " AND ".join(f'"{word}"' for word in plain.split())
        found += _called(connection, _INSIDE, (f"{wanted}*", f" {plain}"), limit=limit)
    return tuple(dict.fromkeys(found))[:limit]


def _called(
    connection: Connection, names: str, asked: tuple[str, str], *, limit: int
) -> tuple[Iri, ...]:
    rows = connection.execute(_CALLED.format(names), (*asked, _MOST, limit))
    return tuple(Iri(row[0]) for row in rows)
