"""Names that begin with a text, for those who are still typing."""

from sqlite3 import Connection
from typing import Final

from tertium.model.terms import Iri
from tertium.store.sidecar.folding import folded

__all__ = ["beginning"]

_LAST: Final = "\U0010ffff"
_BEGINNING: Final = (
    "SELECT thing.iri FROM folding"
    " JOIN name ON name.folding = folding.id JOIN naming ON naming.name = name.id"
    " JOIN thing ON thing.id = naming.thing WHERE folding.folded BETWEEN ? AND ?"
    " GROUP BY thing.iri ORDER BY MIN(LENGTH(folding.folded)), MIN(folding.folded), 1 LIMIT ?"
)


def beginning(connection: Connection, text: str, *, limit: int) -> tuple[Iri, ...]:
    """Return what has a name that begins with a text, but for case and accents; shortest first."""
    plain = folded(text)
    if not plain:
        return ()
    rows = connection.execute(_BEGINNING, (plain, plain + _LAST, limit))
    return tuple(Iri(row[0]) for row in rows)
