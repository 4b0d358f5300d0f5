"""What is usual among an entity's peers, the other members of its class."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Peers", "peers_of"]

_ENOUGH: Final = 5
"""A class with fewer members does not show what is usual in it."""


@dataclass(frozen=True, slots=True)
class Peers:
    """A class, its size, and how common properties and values are."""

    kind: Iri | None
    size: int
    statistics: Statistics

    def holders(self, predicate: Property) -> int:
        """Return how many peers have a property; 0 without a class."""
        if self.kind is None:
            return 0
        return self.statistics.having.get((self.kind, predicate.iri), 0)

    def frequency(self, holders: int) -> float:
        """Return the share which so many of the peers are; 0 without a class."""
        return holders / self.size if self.size else 0.0

    def usual(self, predicate: Property, holders: int) -> float:
        """Return how many values of a property those peers have who have any; 1 if unknown."""
        if self.kind is None or not holders:
            return 1.0
        stated = self.statistics.stated.get((self.kind, predicate.iri), holders)
        return stated / holders

    def sharers(self, statement: Statement) -> int:
        """Return how many entities, of whatever class, are known to have a value."""
        return self.statistics.sharing.get((statement.predicate.iri, statement.term), 1)

    def informativeness(self, sharers: int) -> float:
        """Return how much it tells to have a value which so many have, from 0 to 1.

        Formula: log (n / c) / log n, where c of n peers have the value: its self-information
        (Shannon 1948) as a share of the greatest there can be. What was never counted, value or
        class, tells the most.
        """
        if self.size <= 1:
            return 1.0
        # All classes are counted together, so there may be more of them than peers.
        return max(0.0, log(self.size / max(1, sharers)) / log(self.size))


def peers_of(entities: Sequence[Entity], statistics: Statistics) -> tuple[Peers, ...]:
    """Return the peers of each entity: of all together, where they have a class in common.

    They are the smallest class that is large enough, else the largest.
    """
    kinds = [frozenset(one.types) for one in entities]
    together = _peers(frozenset[Iri]().union(*kinds[:1]).intersection(*kinds), statistics)
    if together.size >= _ENOUGH:
        return (together,) * len(entities)
    return tuple(_peers(one.types, statistics) for one in entities)


def _peers(kinds: Iterable[Iri], statistics: Statistics) -> Peers:
    sizes = {kind: statistics.class_sizes[kind] for kind in kinds if kind in statistics.class_sizes}
    kind = min(sizes, key=lambda k: (sizes[k] < _ENOUGH, abs(sizes[k] - _ENOUGH), k), default=None)
    return Peers(kind, sizes.get(kind, 0) if kind else 0, statistics)
