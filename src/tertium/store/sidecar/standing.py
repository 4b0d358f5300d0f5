"""How much is stated of each thing, and of which classes it is."""

from collections import Counter
from dataclasses import dataclass, field

from tertium.store.sidecar.counting import PropertyCount
from tertium.store.sidecar.population import NOBODY, Population

__all__ = ["Standing"]


@dataclass(slots=True)
class Standing:
    """How many statements are made of things, by number, and have things as values, by IRI."""

    population: Population
    made: Counter[int] = field(default_factory=Counter)
    pointing: Counter[str] = field(default_factory=Counter)

    def add(self, one: PropertyCount) -> None:
        """Add the statements with one property."""
        self.made.update(one.holders)
        self.pointing.update(one.pointing)

    def weight(self, iri: str) -> int:
        """Return how many statements are made of a thing, or point at it."""
        return self.made[self._number(iri)] + self.pointing[iri]

    def classes(self, iri: str) -> str:
        """Return the numbers of the classes of a thing, apart by spaces."""
        return " ".join(map(str, self.population.classes[self._number(iri)]))

    def is_background(self, iri: str) -> bool:
        """Return whether a thing serves to state something."""
        return self.population.numbers.get(iri) == NOBODY

    def _number(self, iri: str) -> int:
        return self.population.numbers.get(iri, NOBODY)
