"""Writes counts down."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.store.vocabulary import is_broader

if TYPE_CHECKING:
    from collections.abc import Iterable
    from sqlite3 import Connection

    from tertium.model.terms import Iri
    from tertium.store.sidecar.counting import PropertyCount
    from tertium.store.sidecar.population import Population
    from tertium.store.sidecar.triples import Triples

__all__ = [
    "Descent",
    "record_classes",
    "record_hubs",
    "record_property",
    "record_tops",
]

_HUBS: Final = (
    "INSERT INTO hub SELECT value, SUM(entities) FROM sharing WHERE substr(value, 1, 1) <> '\"'"
    " GROUP BY value ORDER BY SUM(entities) DESC, value LIMIT 100"
)
_TOPS: Final = 20


def record_classes(population: Population, connection: Connection) -> None:
    """Write how many entities each class has."""
    sizes = population.sizes()
    rows = ((number, iri, sizes[number]) for iri, number in population.kinds.items())
    connection.executemany("INSERT INTO class VALUES (?, ?, ?)", rows)


def record_property(number: int, one: PropertyCount, connection: Connection) -> None:
    """Write what was counted of a property, under a number of its own."""
    connection.execute(
        "INSERT INTO property VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(number, one.iri, len(one.holders), one.statements, one.distinct_values),
            *(one.reuse, one.links),
        ),
    )
    kinds = ((number, kind, times) for kind, times in one.kinds.items())
    connection.executemany("INSERT INTO kind VALUES (?, ?, ?)", kinds)
    having = ((class_, number, *counts) for class_, counts in one.having.items())
    connection.executemany("INSERT INTO frequency VALUES (?, ?, ?, ?)", having)
    sharing = ((number, value, times) for value, times in one.sharing.items())
    connection.executemany("INSERT INTO sharing VALUES (?, ?, ?)", sharing)


@dataclass(slots=True)
class Descent:
    """What share of statements lies at or below each ancestor, of a property and of all."""

    numbers: dict[str, int] = field(default_factory=dict)
    below: Counter[str] = field(default_factory=Counter)
    links: int = 0

    def record(self, number: int, one: PropertyCount, connection: Connection) -> None:
        """Write the shares of a property, and add to those of all."""
        self.links += one.links
        self.below.update(one.descent)
        rows = (
            (number, self.numbers.setdefault(iri, len(self.numbers) + 1), times / one.links)
            for iri, times in one.descent.items()
        )
        connection.executemany("INSERT INTO descent VALUES (?, ?, ?)", rows)

    def record_all(self, connection: Connection) -> None:
        """Write the shares of all statements."""
        rows = ((number, iri, self.below[iri] / self.links) for iri, number in self.numbers.items())
        connection.executemany("INSERT INTO ancestor VALUES (?, ?, ?)", rows)


def record_hubs(connection: Connection) -> None:
    """Write which hundred things are pointed at most, by way of values that entities share."""
    connection.execute(_HUBS)


def record_tops(triples: Triples, predicates: Iterable[Iri], connection: Connection) -> int:
    """Write the widest classes and concepts, and return how many steps lead to a wider one.

    They have something directly below them and nothing above; those with most below come first.
    """
    below, above, steps = Counter[str](), set[str](), 0
    for predicate in predicates:
        if is_broader(predicate):
            for narrow, broad in triples.pairs(predicate):
                if isinstance(narrow, ox.NamedNode) and isinstance(broad, ox.NamedNode):
                    steps += 1
                    above.add(narrow.value)
                    below[broad.value] += 1
    tops = ((iri, count) for iri, count in below.items() if iri not in above)
    first = sorted(tops, key=lambda top: (-top[1], top[0]))[:_TOPS]
    connection.executemany("INSERT INTO top VALUES (?, ?)", first)
    return steps
