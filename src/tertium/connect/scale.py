"""How much it tells that two entities meet in a node: by counts alone, never by names."""

from dataclasses import dataclass
from math import isqrt, log
from typing import Final

from tertium.model.statistics import Statistics
from tertium.model.terms import Iri

__all__ = ["FARTHEST", "LEAST", "STEP", "Scale"]

FARTHEST: Final = 4
"""How many steps a chain may have; beyond, everything is connected with everything."""
STEP: Final = 0.15
"""What each step beyond the second takes from the score of a chain."""
LEAST: Final = 0.62
"""The score below which a chain means nothing."""
_FEWEST: Final = 8
_MOST: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Weighs edges against a graph of so many entities; what is silent carries no chain."""

    population: int
    statistics: Statistics
    silent: frozenset[Iri] = frozenset()

    @property
    def most(self) -> int:
        """How many entities may stand alike around a node, lest it be a hub.

        It is the square root of their number: whoever is known to be one of so many has been
        singled out half-way. In small graphs it is eight at least, in huge ones a thousand.
        """
        return min(max(isqrt(self.population), _FEWEST), _MOST)

    def carries(self, predicate: Iri) -> bool:
        """Return whether a property may be a step.

        Around a value of it there may not be more entities, on the average, than around a hub:
        citizenship, language, occupation and gender are recognised so.
        """
        return predicate not in self.silent and self._crowding(predicate) <= self.most

    def inward(self, predicate: Iri, count: int) -> float:
        """Return what it costs to pass a node by an edge that leads to it, from 0 to 1.

        Formula: log √(n·c) / log N, where n of N entities have the value, and c is how many stand
        around the value of an average entity that has the property. So a rare value of a property
        whose values are common tells less than its own count would say.
        """
        alike = count * max(self._crowding(predicate), 1.0)
        return log(max(alike, 1.0)) / 2 / log(self._everybody)

    def outward(self, count: int) -> float:
        """Return what it costs to pass a node by one of so many edges that lead from it alike."""
        return log(max(count, 1)) / log(self._everybody)

    @property
    def _everybody(self) -> int:
        return max(self.population, _FEWEST * _FEWEST)

    def _crowding(self, predicate: Iri) -> float:
        return self.statistics.crowding.get(predicate, 1.0)
