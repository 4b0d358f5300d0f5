"""How many statements lie at or below each class, concept and whole."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

import pyoxigraph as ox

from tertium.store.sidecar.population import NOBODY, Population
from tertium.store.sidecar.triples import Triples
from tertium.store.terms import Node
from tertium.store.vocabulary import WHOLES, is_broader

__all__ = ["Lineage", "closure"]

_Steps = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The steps to what is wider and to wholes, and the classes of things.

    What lies above a set of classes is worked out once.
    """

    population: Population
    names: tuple[str, ...]
    kinds: _Steps
    wholes: _Steps
    known: frozenset[str]
    _above: dict[frozenset[str], frozenset[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, triples: Triples, predicates: Iterable[str], population: Population) -> Self:
        """Return the lineage of a store's things; classes have the numbers of the population."""
        present = tuple(predicates)
        kinds = _steps(triples, filter(is_broader, present))
        wholes = _steps(triples, (one for one in present if one in WHOLES))
        ends = {
            iri
            for steps in (kinds, wholes)
            for low, highs in steps.items()
            for iri in (low, *highs)
        }
        known = frozenset(ends | {*population.kinds})
        return cls(population, ("", *population.kinds), kinds, wholes, known)

    def weigh(self, values: Mapping[Node, int]) -> Counter[str]:
        """Return how often values at or below each thing are stated.

        Each statement counts once for whatever lies above its value, by however many ways
        (Resnik 1995).
        """
        alike = Counter[tuple[tuple[int, ...], str]]()
        numbers, classes, known = self.population.numbers, self.population.classes, self.known
        for value, times in values.items():
            if isinstance(value, ox.NamedNode):
                iri = value.value
                own = iri if iri in known else ""
                alike[classes[numbers.get(iri, NOBODY)], own] += times
        found = Counter[str]()
        for (types, own), times in alike.items():
            for iri in self._over(types, own):
                found[iri] += times
        return found

    def _over(self, types: tuple[int, ...], own: str) -> frozenset[str]:
        starts = {self.names[number] for number in types} | ({own} if own else set())
        above = self._climbed(frozenset(starts))
        return above | closure({own}, self.wholes) if own in self.wholes else above

    def _climbed(self, starts: frozenset[str]) -> frozenset[str]:
        if starts not in self._above:
            self._above[starts] = closure(starts, self.kinds)
        return self._above[starts]


def _steps(triples: Triples, predicates: Iterable[str]) -> _Steps:
    found: dict[str, tuple[str, ...]] = {}
    for predicate in predicates:
        for low, high in triples.pairs(predicate):
            if isinstance(low, ox.NamedNode) and isinstance(high, ox.NamedNode):
                found[low.value] = (*found.get(low.value, ()), high.value)
    return found


def closure(starts: Iterable[str], steps: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return some things with all that steps lead to from them."""
    seen = set(starts)
    queue = list(seen)
    for one in queue:
        for above in steps.get(one, ()):
            if above not in seen:
                seen.add(above)
                queue.append(above)
    return frozenset(seen)
