"""How much a branch tells: its self-information among the members of a class, in bits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log2
from typing import Final

from tertium.model.pattern import Branch, Constant, Edge, Measured, Nested, Range
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Term

__all__ = ["Telling"]

_SPAN: Final = 1000
"""The years within which most dates of a graph lie."""
_MOST: Final = 10.0
_ONE_BOUND: Final = 1.0
_STEP: Final = 0.5
_DIGITS: Final = 3
"""Beyond these, platforms may differ in their logarithms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """The class among which a branch tells something, and how common things are.

    `population` is the number of all entities; `names` has the IRI by which a property is known, if
    that is not its predicate's; `kinds` are the predicates which lead to a class.
    """

    statistics: Statistics
    kind: Iri | None = None
    population: int = 0
    names: Mapping[Iri, Iri] = field(default_factory=dict)
    kinds: frozenset[Iri] = frozenset()

    def bits(self, branch: Branch) -> float:
        """Return how much a branch tells.

        Formula: log2 (n / c), where c of n members of the class fit (Shannon 1948). Of a nested
        branch c is not counted: it tells that there is a value, and half of what its most telling
        part tells of that value. Nor is it of what points at a thing: that is said of another, and
        tells half of what it could. A range tells that there is a value and how narrow it is: its
        years among a thousand, its width against its bounds; one bound alone tells one bit.
        """
        edge, constraint = branch.edge, branch.constraint
        match constraint:
            case Constant(term):
                bits = self._constant(edge, term)
            case Nested(branches):
                inside = max(self._inside(one) for one in branches)
                bits = self._recorded(edge) + _STEP * inside
            case Range():
                bits = self._recorded(edge) + _narrowness(constraint)
            case _:
                bits = self._recorded(edge)
        return round(bits, _DIGITS)

    @property
    def _size(self) -> int:
        known = self.statistics.class_sizes.get(self.kind, 0) if self.kind else 0
        return known or self.population or 1

    def _constant(self, edge: Edge, term: Term) -> float:
        if edge.predicate in self.kinds and isinstance(term, str):
            size = self.statistics.class_sizes.get(Iri(term), 1)
            return log2(max(self.population, size) / size)
        if edge.inverse:
            return _STEP * log2(self._size)
        count = self._sharing(edge, term)
        return log2(max(self._size, count) / count)

    def _inside(self, branch: Branch) -> float:
        """Return how much a branch tells of a value, which may be of any class."""
        match branch.constraint:
            case Constant(term) if branch.edge.predicate not in self.kinds:
                count = self._sharing(branch.edge, term)
                return log2(max(self.population, count) / count)
            case _:
                return self.bits(branch)

    def _recorded(self, edge: Edge) -> float:
        if self.kind is None:
            return 0.0
        count = self.statistics.having.get((self.kind, self._name(edge)), 1)
        return log2(max(self._size, count) / count)

    def _sharing(self, edge: Edge, term: Term) -> int:
        return max(1, self.statistics.sharing.get((self._name(edge), term), 1))

    def _name(self, edge: Edge) -> Iri:
        return self.names.get(edge.predicate, edge.predicate)


def _narrowness(bounds: Range) -> float:
    if bounds.low is None or bounds.high is None:
        return _ONE_BOUND
    width = float(bounds.high - bounds.low)
    if bounds.measured is Measured.YEAR:
        return log2(max(1.0, _SPAN / (width + 1)))
    greatest = float(max(abs(bounds.low), abs(bounds.high)))
    return min(_MOST, log2(max(1.0, greatest / width))) if width else _MOST
