"""The most general patterns that are true of one thing and not of another.

The difference queries of Petrova et al. (2017). A pattern has one variable that its branches share,
the thing itself: the other thing fails a pattern just when it fails one branch. So each most
general pattern is a single branch, of which no part can go. Along an edge they are

- that there is a value, when the other has none;
- else a range with one bound, when all numbers or years of one lie below or above the other's;
- else, for a value that the other lacks, something of which a smallest set of branches is true that
  is true of none of the other's values; or that value itself, when there is no such set.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from tertium.model.likeness import Ground
from tertium.model.pattern import Branch, Constant, Constraint, Edge, Nested, Range, Recorded
from tertium.model.terms import BlankNode, Literal, Term
from tertium.patterns.around import Around
from tertium.patterns.insides import VALUES, Insides, Weight, diluted
from tertium.patterns.readings import reading
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
    of it. Within each every property has its turn, the most telling first, before any has a second;
    a value counts for less the more there are beside it. Mere texts are last: names are no news.
    """
    found: dict[Branch, Distinction] = {}
    for edge in around.edges(one):
        if not edge.inverse:
            for difference in _Apart(one, other, edge, around, weight).found():
                found.setdefault(difference.branch, difference)

    def telling(each: Distinction) -> tuple[float, str]:
        fan = len(around.values(one, each.branch.edge))
        return -diluted(weight(each.branch), fan), repr(each.branch)

    turns: Counter[tuple[Edge, Ground]] = Counter()
    placed: list[tuple[tuple[int, bool, int], Distinction]] = []
    for each in sorted(found.values(), key=telling):
        along = each.branch.edge, each.ground
        placed.append(((each.ground.rank, _is_text(each.branch), turns[along]), each))
        turns[along] += 1
    return tuple(each for _, each in sorted(placed, key=lambda place: place[0]))


@dataclass(frozen=True)
class _Apart:
    """Two things and an edge along which they differ."""

    one: Term
    other: Term
    edge: Edge
    around: Around
    weight: Weight

    def found(self) -> Iterator[Distinction]:
        """Yield the most general branches."""
        if not self._theirs:
            yield Distinction(Branch(self.edge, Recorded()), self._mine, (), Ground.SILENT)
            return
        bounded = tuple(self._bounded())
        yield from bounded
        told = {value for distinction in bounded for value in distinction.values}
        for value in self._mine[:VALUES]:
            if value in self._lacking and value not in told:
                yield from self._general(value)

    @cached_property
    def _mine(self) -> tuple[Term, ...]:
        return self.around.values(self.one, self.edge)

    @cached_property
    def _theirs(self) -> tuple[Term, ...]:
        return self.around.values(self.other, self.edge)

    @cached_property
    def _lacking(self) -> frozenset[Term]:
        named = (value for value in self._mine if not isinstance(value, BlankNode))
        return frozenset(named).difference(self._theirs)

    @cached_property
    def _against(self) -> frozenset[int]:
        return frozenset(map(self._insides.bits, self._theirs))

    @cached_property
    def _instead(self) -> tuple[Term, ...]:
        mine = frozenset(self._mine)
        return tuple(value for value in self._theirs if value not in mine)

    @cached_property
    def _insides(self) -> Insides:
        return Insides((self._mine[:VALUES], self._theirs[:VALUES]), self.around, self.weight)

    def _bounded(self) -> Iterator[Distinction]:
        found = scales((self.one, self.other), self.edge, self.around)
        if found is None:
            return
        measured, (_, others) = found
        numbers = [reading.number for reading in others]
        below = Range(measured=measured, high=min(numbers), strict=True)
        above = Range(measured=measured, low=max(numbers), strict=True)
        for bounds in (below, above):
            values = tuple(value for value in self._mine if _within(value, bounds))
            if values:
                yield Distinction(Branch(self.edge, bounds), values, self._instead)

    def _general(self, value: Term) -> Iterator[Distinction]:
        many = len(self._theirs) > VALUES  # of which too little is known to speak of all
        sets = () if many else _smallest(self._insides.bits(value), self._against)
        choices = [self._nested(self._insides.branches(bits), value) for bits in sets]
        if choices:
            yield min(choices, key=self._plainness)
        elif not self.around.owned(value):
            yield self._distinction(Constant(value), value, self._known())

    def _nested(self, inside: tuple[Branch, ...], value: Term) -> Distinction:
        return self._distinction(Nested(inside), value, self._known({one.edge for one in inside}))

    def _known(self, edges: AbstractSet[Edge] = frozenset()) -> Ground:
        """Return what the graph tells of the other: whether all values it has can be compared."""
        told = all(map(self._told, edges))
        return Ground.OTHER if told and self._instead else Ground.PARTLY

    def _told(self, edge: Edge) -> bool:
        """Return whether all values of the other have some for an edge."""
        if edge not in self._asked:
            self._asked[edge] = all(self.around.values(each, edge) for each in self._theirs)
        return self._asked[edge]

    @cached_property
    def _asked(self) -> dict[Edge, bool]:
        return {}

    def _distinction(self, constraint: Constraint, value: Term, ground: Ground) -> Distinction:
        return Distinction(Branch(self.edge, constraint), (value,), self._instead, ground)

    def _plainness(self, found: Distinction) -> tuple[int, int, float, str]:
        """Return what makes a branch easy to grasp: a value of few, and a common one."""
        constraint = found.branch.constraint
        inside = constraint.branches if isinstance(constraint, Nested) else ()
        fan = max(len(self.around.values(found.values[0], one.edge)) for one in inside)
        return found.ground.rank, fan, self.weight(found.branch), repr(found.branch)


def _is_text(branch: Branch) -> bool:
    constraint = branch.constraint
    term = constraint.term if isinstance(constraint, Constant) else None
    return isinstance(term, Literal) and reading(term) is None


def _within(value: Term, bounds: Range) -> bool:
    number = reading(value)
    return number is not None and bounds.admits(number.number)


def _smallest(mine: int, others: Collection[int]) -> tuple[int, ...]:
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
