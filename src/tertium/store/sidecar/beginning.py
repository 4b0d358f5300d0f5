"""Names of which a word begins with a text, for those who are still typing."""

import json
from itertools import islice
from sqlite3 import Connection
from typing import Final

from tertium.model.terms import Iri
from tertium.store.sidecar.folding import folded

__all__ = ["beginning"]

_LAST: Final = "\U0010ffff"
_SHORT: Final = 3
_ROOM: Final = 4
"""For so many names of each thing there is room among the first."""
_FIRST: Final = "SELECT id FROM folding WHERE folded BETWEEN ? AND ? ORDER BY id LIMIT ?"
_INSIDE: Final = (
    "SELECT folding.id FROM containing JOIN folding ON folding.id = containing.rowid"
    " WHERE containing MATCH ? AND INSTR(folding.folded, ?) ORDER BY containing.rowid LIMIT ?"
)
_CALLED: Final = (
    "SELECT space.prefix || thing.local FROM json_each(?)"
    " JOIN name ON name.folding = json_each.value JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing JOIN space ON space.id = thing.space"
    " ORDER BY json_each.key, thing.weight DESC, 1"
)


def beginning(connection: Connection, text: str, *, limit: int) -> tuple[Iri, ...]:
    """Return what has a name that begins with a text, or of which a later word does.

    Case and accents do not matter; of each kind, the shortest names come first, and of one name
    whatever is weightiest.
    """
    plain, many = folded(text), _ROOM * limit
    if not plain:
        return ()
    found = [row[0] for row in connection.execute(_FIRST, (plain, plain + _LAST, many))]
    if len(found) < many and len(plain) >= _SHORT and any(map(str.isalnum, plain)):
        wanted = " AND ".join(f'"{word}"' for word in plain.split())
        rows = connection.execute(_INSIDE, (f"{wanted}*", f" {plain}", many))
        found += [row[0] for row in rows]
    things = (row[0] for row in connection.execute(_CALLED, (json.dumps(found),)))
    return tuple(map(Iri, islice(dict.fromkeys(things), limit)))
