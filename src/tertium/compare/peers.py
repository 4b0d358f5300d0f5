"""What is usual among an entity's peers, the other members of its class."""

from dataclasses import dataclass
from math import log
from typing import Final

from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri

__all__ = ["Peers", "peers_of"]

_ENOUGH: Final = 5
"""A class with fewer members does not show what is usual in it."""


@dataclass(frozen=True, slots=True)
class Peers:
    """A class, its size, and how common properties and values are."""

    kind: Iri | None
    size: int
    statistics: Statistics

    def frequency(self, predicate: Property) -> float:
        """Return the share of peers which have a property; 0 without a class."""
        if self.kind is None or self.size == 0:
            return 0.0
        return self.statistics.having.get((self.kind, predicate.iri), 0) / self.size

    def informativeness(self, statement: Statement) -> float:
        """Return how much it tells that an entity has this value, from 0 to 1.

        Formula: log (n / c) / log n, where c of n peers have the value: its self-information
        (Shannon 1948) as a share of the greatest there can be. What was never counted, value or
        class, tells the most.
        """
        if self.size <= 1:
            return 1.0
        count = self.statistics.sharing.get((statement.predicate.iri, statement.term), 1)
        # `sharing` counts all classes together, so there may be more of them than peers.
        return max(0.0, log(self.size / max(1, count)) / log(self.size))


def peers_of(description: Description, statistics: Statistics) -> Peers:
    """Return the smallest class of an entity that is large enough, else the largest."""
    sizes = {
        kind: statistics.class_sizes[kind]
        for kind in description.entity.types
        if kind in statistics.class_sizes
    }
    kind = min(sizes, key=lambda k: (sizes[k] < _ENOUGH, abs(sizes[k] - _ENOUGH), k), default=None)
    return Peers(kind, sizes.get(kind, 0) if kind else 0, statistics)
