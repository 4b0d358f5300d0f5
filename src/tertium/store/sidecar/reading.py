"""The sidecar of a store: what was counted once, to be looked up."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, Self

from tertium.errors import StaleStatisticsError
from tertium.model.hierarchy import Rarity
from tertium.model.statistics import PropertyProfile, Statistics
from tertium.model.terms import Iri, Term
from tertium.store.sidecar.database import Database
from tertium.store.sidecar.keys import term_in, written
from tertium.store.sidecar.lookups import Lookup, Table
from tertium.store.sidecar.matching import Names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["FORMAT", "Sidecar", "open_sidecar"]

FORMAT: Final = 3
"""The number of the sidecar's own format."""

_MAPPED: Final = f"PRAGMA mmap_size = {1 << 31}"
"""Names are looked up all over the file: it is read as memory."""
_CLASSES: Final[Table[Iri]] = Table(
    one="SELECT entities FROM class WHERE iri = ?",
    every="SELECT iri, entities FROM class ORDER BY 1",
    columns=lambda iri: (iri,),
    key=lambda row: Iri(row[0]),
)
_REUSE: Final[Table[Iri]] = Table(
    one="SELECT reuse FROM property WHERE iri = ?",
    every="SELECT iri, reuse FROM property ORDER BY 1",
    columns=lambda iri: (iri,),
    key=lambda row: Iri(row[0]),
)
_HAVING: Final[Table[tuple[Iri, Iri]]] = Table(
    one="SELECT entities FROM frequency WHERE class = (SELECT id FROM class WHERE iri = ?)"
    " AND property = (SELECT id FROM property WHERE iri = ?)",
    every="SELECT class.iri, property.iri, frequency.entities FROM frequency"
    " JOIN class ON class.id = class JOIN property ON property.id = property ORDER BY 1, 2",
    columns=lambda pair: pair,
    key=lambda row: (Iri(row[0]), Iri(row[1])),
)
_STATED: Final[Table[tuple[Iri, Iri]]] = Table(
    one="SELECT statements FROM frequency WHERE class = (SELECT id FROM class WHERE iri = ?)"
    " AND property = (SELECT id FROM property WHERE iri = ?)",
    every="SELECT class.iri, property.iri, frequency.statements FROM frequency"
    " JOIN class ON class.id = class JOIN property ON property.id = property ORDER BY 1, 2",
    columns=lambda pair: pair,
    key=lambda row: (Iri(row[0]), Iri(row[1])),
)
_SHARING: Final[Table[tuple[Iri, Term]]] = Table(
    one="SELECT entities FROM sharing"
    " WHERE property = (SELECT id FROM property WHERE iri = ?) AND value = ?",
    every="SELECT iri, value, sharing.entities FROM sharing"
    " JOIN property ON property.id = property ORDER BY 1, 2",
    columns=lambda pair: (pair[0], written(pair[1])),
    key=lambda row: (Iri(row[0]), term_in(row[1])),
)
_LINKS: Final[Table[Iri]] = Table(
    one="SELECT links FROM property WHERE iri = ?",
    every="SELECT iri, links FROM property ORDER BY 1",
    columns=lambda iri: (iri,),
    key=lambda row: Iri(row[0]),
)
_ANCESTORS: Final[Table[Iri]] = Table(
    one="SELECT share FROM ancestor WHERE iri = ?",
    every="SELECT iri, share FROM ancestor ORDER BY 1",
    columns=lambda iri: (iri,),
    key=lambda row: Iri(row[0]),
)
_DESCENT: Final[Table[tuple[Iri, Iri]]] = Table(
    one="SELECT share FROM descent WHERE property = (SELECT id FROM property WHERE iri = ?)"
    " AND ancestor = (SELECT id FROM ancestor WHERE iri = ?)",
    every="SELECT property.iri, ancestor.iri, descent.share FROM descent"
    " JOIN property ON property.id = property JOIN ancestor ON ancestor.id = ancestor"
    " ORDER BY 1, 2",
    columns=lambda pair: pair,
    key=lambda row: (Iri(row[0]), Iri(row[1])),
)
_CROWD: Final = (
    " (TOTAL(1.0 * sharing.entities * sharing.entities) + distinct_values - COUNT(value))"
    " / (TOTAL(sharing.entities) + distinct_values - COUNT(value))"
    " FROM property LEFT JOIN sharing ON sharing.property = id"
)
_CROWDING: Final[Table[Iri]] = Table(
    one="SELECT" + _CROWD + " WHERE iri = ?",
    every="SELECT iri," + _CROWD + " GROUP BY iri ORDER BY 1",
    columns=lambda iri: (iri,),
    key=lambda row: Iri(row[0]),
)
_PROFILES: Final = (
    "SELECT id, iri, entities, statements, distinct_values, reuse FROM property"
    " ORDER BY entities DESC, iri"
)


@dataclass(frozen=True)
class Sidecar:
    """Statistics and names of a store of one version, kept beside it.

    `totals` counts triples, entities, statements, labels and steps to something wider.
    """

    connection: sqlite3.Connection
    version: str
    label_predicates: tuple[Iri, ...]
    totals: Mapping[str, int]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> Self:
        """Return the sidecar in a database."""
        facts = dict(connection.execute("SELECT name, value FROM fact"))
        return cls(
            connection=connection,
            version=facts["version"],
            label_predicates=tuple(map(Iri, json.loads(facts["labels"]))),
            totals=json.loads(facts["totals"]),
        )

    @cached_property
    def statistics(self) -> Statistics:
        """How common properties and values are."""
        return Statistics(
            class_sizes=Lookup[Iri, int](self.connection, _CLASSES),
            having=Lookup[tuple[Iri, Iri], int](self.connection, _HAVING),
            stated=Lookup[tuple[Iri, Iri], int](self.connection, _STATED),
            sharing=Lookup[tuple[Iri, Term], int](self.connection, _SHARING),
            reuse=Lookup[Iri, float](self.connection, _REUSE),
            rarity=Rarity(
                of_property=Lookup[tuple[Iri, Iri], float](self.connection, _DESCENT),
                of_all=Lookup[Iri, float](self.connection, _ANCESTORS),
                links=Lookup[Iri, int](self.connection, _LINKS),
            ),
            crowding=Lookup[Iri, float](self.connection, _CROWDING),
        )

    @cached_property
    def names(self) -> Names:
        """What things are called."""
        return Names(self.connection)

    def properties(self) -> tuple[PropertyProfile, ...]:
        """Return what is known of each property, the most frequent first."""
        kinds: dict[int, dict[str, int]] = {}
        rows = self.connection.execute("SELECT property, kind, statements FROM kind")
        for number, kind, statements in rows:
            kinds.setdefault(number, {})[kind] = statements
        return tuple(
            PropertyProfile(
                iri=Iri(iri),
                entities=entities,
                statements=statements,
                distinct_values=values,
                reuse=reuse,
                kinds=dict(sorted(kinds[number].items(), key=lambda kind: (-kind[1], kind[0]))),
            )
            for number, iri, entities, statements, values, reuse in self.connection.execute(
                _PROFILES
            )
        )

    def classes(self) -> Mapping[Iri, int]:
        """Return how many entities each class has, the largest first."""
        return self._table("SELECT iri, entities FROM class")

    def hubs(self) -> Mapping[Iri, int]:
        """Return the things most pointed at, and by how many entities."""
        return self._table("SELECT iri, entities FROM hub")

    def languages(self) -> Mapping[str, int]:
        """Return how many labels there are of each language."""
        question = "SELECT tag, labels FROM language ORDER BY 2 DESC, 1"
        return dict(self.connection.execute(question))

    def tops(self) -> Mapping[Iri, int]:
        """Return the widest classes and concepts, and how many are directly below each."""
        return self._table("SELECT iri, narrower FROM top")

    def _table(self, question: str) -> Mapping[Iri, int]:
        rows = self.connection.execute(f"{question} ORDER BY 2 DESC, 1")
        return {Iri(key): number for key, number in rows}


def open_sidecar(path: Path, version: str) -> Sidecar:
    """Return the sidecar in a file, which is only read.

    Raises:
        StaleStatisticsError: when it belongs to another version of the store, or is none.

    """
    try:
        connection = Database(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute(_MAPPED)
        facts = dict(connection.execute("SELECT name, value FROM fact"))
    except sqlite3.Error as error:
        raise StaleStatisticsError(str(path), version, "") from error
    if (facts.get("version"), facts.get("format")) != (version, str(FORMAT)):
        connection.close()
        raise StaleStatisticsError(str(path), version, facts.get("version", ""))
    return Sidecar.of(connection)
