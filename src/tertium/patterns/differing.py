"""The most general patterns that are true of one thing and not of another.

The difference queries of Petrova et al. (2017). A pattern has one variable that its branches share,
the thing itself: the other thing fails a pattern just when it fails one branch. So each most
general pattern is a single branch, of which no part can go. Along an edge they are

- that there is a value, when the other has none;
- else a range with one bound, when all numbers or years of one lie below or above the other's;
- else, for a value that the other lacks, something of which a smallest set of branches is true that
  is true of none of the other's values; or that value itself, when there is no such set.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from tertium.model.likeness import Ground
from tertium.model.pattern import Branch, Constant, Edge, Nested, Range, Recorded
from tertium.model.terms import BlankNode, Literal, Term
from tertium.patterns.around import Around
from tertium.patterns.insides import VALUES, Insides, Weight
from tertium.patterns.shared import scales

__all__ = ["Distinction", "distinctions"]

_TOGETHER: Final = 2
"""How many branches a nested one has at most."""


@dataclass(frozen=True, slots=True)
class Distinction:
    """A branch which is true of one thing, by these values, and not of the other.

    `ground` says why it is not true of the other: it has other values, or none recorded.
    """

    branch: Branch
    values: tuple[Term, ...]
    instead: tuple[Term, ...] = ()
    ground: Ground = Ground.OTHER


def distinctions(
    one: Term, other: Term, *, around: Around, weight: Weight
) -> tuple[Distinction, ...]:
    """Return the most general branches true of one and not of the other.

    First come those which the other's values speak against, then those on which the graph is silent
    of it; within each the most telling is first.
    """
    found: dict[Branch, Distinction] = {}
    for edge in around.edges(one):
        if not edge.inverse:
            for difference in _Apart(one, other, edge, around, weight).found():
                found.setdefault(difference.branch, difference)
    return tuple(sorted(found.values(), key=lambda d: (d.ground.rank, -weight(d.branch), repr(d))))


@dataclass(frozen=True, slots=True)
class _Apart:
    """Two things and an edge along which they differ."""

    one: Term
    other: Term
    edge: Edge
    around: Around
    weight: Weight

    def found(self) -> Iterator[Distinction]:
        """Yield the most general branches."""
        mine = self.around.values(self.one, self.edge)
        theirs = self.around.values(self.other, self.edge)
        if not theirs:
            yield Distinction(Branch(self.edge, Recorded()), mine, (), Ground.SILENT)
            return
        bounded = tuple(self._bounded(theirs))
        yield from bounded
        lacking = [v for v in mine[:VALUES] if v not in theirs and not isinstance(v, BlankNode)]
        read = {value for difference in bounded for value in difference.values}
        named = [value for value in lacking if value not in read]
        insides = Insides((mine[:VALUES], theirs[:VALUES]), self.around, self.weight)
        for value in named:
            yield self._general(value, theirs, insides)

    def _bounded(self, theirs: tuple[Term, ...]) -> Iterator[Distinction]:
        found = scales((self.one, self.other), self.edge, self.around)
        if found is None:
            return
        measured, (mine, others) = found
        numbers = [reading.number for reading in others]
        below = Range(measured=measured, high=min(numbers), strict=True)
        above = Range(measured=measured, low=max(numbers), strict=True)
        for bounds in (below, above):
            if any(bounds.admits(reading.number) for reading in mine):
                values = self._within(bounds)
                yield Distinction(Branch(self.edge, bounds), values, theirs)

    def _within(self, bounds: Range) -> tuple[Term, ...]:
        alone = Branch(self.edge, bounds)
        return tuple(
            value
            for value in self.around.values(self.one, self.edge)
            if Around({self.one: {self.edge: (value,)}}).true_of(alone, self.one)
        )

    def _general(self, value: Term, theirs: tuple[Term, ...], insides: Insides) -> Distinction:
        against = [insides.bits(each) for each in theirs[:VALUES]]
        sets = _smallest(insides.bits(value), against) if len(theirs) <= VALUES else ()
        if not sets:
            return Distinction(Branch(self.edge, Constant(value)), (value,), theirs)
        choices = [self._nested(insides.branches(bits), value, theirs) for bits in sets]
        return min(choices, key=lambda d: (d.ground.rank, self.weight(d.branch), repr(d.branch)))

    def _nested(
        self, inside: tuple[Branch, ...], value: Term, theirs: tuple[Term, ...]
    ) -> Distinction:
        edges = {branch.edge for branch in inside}
        known = all(self.around.values(each, edge) for each in theirs for edge in edges)
        ground = Ground.OTHER if known else Ground.PARTLY
        return Distinction(Branch(self.edge, Nested(inside)), (value,), theirs, ground)


def _smallest(mine: int, others: Sequence[int]) -> tuple[int, ...]:
    """Return the smallest sets of my bits which none of the others has, of two bits at most.

    >>> _smallest(0b0111, [0b0101, 0b0110])
    (3,)
    """
    bits = [1 << place for place in range(mine.bit_length()) if mine >> place & 1]
    for size in range(1, _TOGETHER + 1):
        sets = (sum(some) for some in combinations(bits, size))
        found = tuple(one for one in sets if not any(one & other == one for other in others))
        if found:
            return found
    return ()
