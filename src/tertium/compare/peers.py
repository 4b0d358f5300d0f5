"""What is usual among an entity's peers, the other members of its class."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from tertium.model.description import Description
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Literal

__all__ = ["Peers", "peers_of", "reuse_of"]

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


def reuse_of(statistics: Statistics) -> Mapping[Iri, float]:
    """Return, of each property, how far its values are shared, from 0 to 1.

    Formula: the sum of c over the values which c > 1 entities have, divided by the number of
    entities which have the property. It is near 0 where everybody's value is their own, such as
    a mother or a day of birth: that two differ there tells little. Only entities count: that two
    numbers agree may be chance.
    """
    having, shared = Counter[Iri](), Counter[Iri]()
    for (_, predicate), count in statistics.having.items():
        having[predicate] += count
    for (predicate, value), count in statistics.sharing.items():
        shared[predicate] += count if count > 1 and not isinstance(value, Literal) else 0
    return {iri: min(1.0, shared[iri] / count) for iri, count in having.items() if count}
