"""The most specific pattern that is true of several things: their product, reduced to its core.

The least general generalisation of rooted graphs (El Hassad, Goasdoué and Jaudoin 2017) and the
most specific similarity query (Petrova et al. 2017) are the product of the neighbourhoods. As no
variable is used twice, the product falls into branches, one for each tuple of values; of two
branches of which one implies the other, only the stronger stays. For an edge which all have:

- every value which all have, as a constant;
- the greatest sets of what their values have in common, as nested branches, unless a shared value
  has all of it: the maximal elements of { a(v1) ∩ … ∩ a(vn) }, where a(v) is what leads on from v;
- where no value is shared, for numbers and dates of which all have few, the narrowest range which
  holds one of each;
- or else that there is a value.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Final

from tertium.model.pattern import Branch, Constant, Edge, Measured, Nested, Range, Recorded
from tertium.model.terms import Iri, Term
from tertium.patterns.around import Around
from tertium.patterns.insides import VALUES, Insides, Weight, diluted, maximal
from tertium.patterns.readings import Reading, reading

__all__ = ["BRANCHES", "INSIDE", "NESTED", "READINGS", "Shared", "scales", "shared"]

BRANCHES: Final = 24
"""How many branches a pattern has at most: with more, some engines plan longer than they search."""
INSIDE: Final = 4
"""How many branches a nested branch has at most."""
NESTED: Final = 2
"""How many nested branches an edge has at most."""
READINGS: Final = 3
"""With more readings than these it is not said which holds: a range would be chance."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The branches which are true of all, and what was left out.

    `total` counts the branches before the least telling ones were cut, `edges` the edges that all
    have; for those in `narrowed` nested branches are less specific than they could be.
    """

    branches: tuple[Branch, ...]
    total: int
    edges: int
    narrowed: tuple[Edge, ...] = ()


def shared(
    things: Sequence[Term], around: Around, weight: Weight, *, kinds: frozenset[Iri] = frozenset()
) -> Shared:
    """Return the most specific pattern that is true of all things.

    Constants come before nested branches, these before ranges, and last comes what is merely
    recorded, for a store may begin with what it reads first; within each the most telling is first
    and classes are last. A value counts for less the more there are beside it, and for more than
    what has no name. What leads along `kinds`, to classes, is never cut.
    """
    edges = sorted(set[Edge].intersection(*(set(around.edges(thing)) for thing in things)))
    cores = [_Core(things, edge, around, weight) for edge in edges]
    everything = (branch for core in cores for branch in core.branches())
    found = [one for one in everything if not _empty(one, kinds)]
    fans = {core.edge: core.fan for core in cores}
    told = {one: diluted(weight(one), fans[one.edge]) / _vagueness(one) for one in found}
    found.sort(key=lambda one: (one.edge.predicate not in kinds, -told[one], repr(one)))
    kept = sorted(found[:BRANCHES], key=lambda one: _place(one, kinds))
    narrowed = tuple(core.edge for core in cores if core.narrowed())
    return Shared(tuple(kept), len(found), len(edges), narrowed)


def scales(
    things: Sequence[Term], edge: Edge, around: Around
) -> tuple[Measured, tuple[tuple[Reading, ...], ...]] | None:
    """Return what the values of each thing read, if all have few, and on one scale."""
    if edge.predicate in around.with_units or edge.inverse:
        return None
    held = [tuple(map(reading, around.values(thing, edge))) for thing in things]
    read = tuple(tuple(one for one in readings if one) for readings in held)
    kinds = {one.measured for readings in read for one in readings}
    few = all(read) and all(len(readings) <= READINGS for readings in held)
    return (kinds.pop(), read) if few and len(kinds) == 1 else None


@dataclass(frozen=True)
class _Core:
    """The product of neighbourhoods along one edge, without what is implied."""

    things: Sequence[Term]
    edge: Edge
    around: Around
    weight: Weight

    def branches(self) -> Iterator[Branch]:
        """Yield the strongest branches."""
        yield from (Branch(self.edge, Constant(term)) for term in self._constants)
        if self.edge.inverse:
            return
        nested = self._nested()
        yield from (Branch(self.edge, one) for one in nested)
        bounds = None if self._constants else self._range()
        if bounds:
            yield Branch(self.edge, bounds)
        if not (self._constants or nested or bounds):
            yield Branch(self.edge, Recorded())

    @property
    def fan(self) -> int:
        """How many values one of the things has at most."""
        return max(len(self.around.values(thing, self.edge)) for thing in self.things)

    def narrowed(self) -> bool:
        """Return whether a bound was reached."""
        if self.edge.inverse:
            return False
        sets, cut = self._met
        greatest = max((one.bit_count() for one in self._own), default=0)
        return self.fan > VALUES or cut or len(sets) > NESTED or greatest > INSIDE

    @cached_property
    def _constants(self) -> tuple[Term, ...]:
        common = reduce(_both, (self.around.values(thing, self.edge) for thing in self.things))
        return tuple(term for term in common if not self.around.owned(term))

    def _nested(self) -> tuple[Nested, ...]:
        few = maximal(_first(one, INSIDE) for one in self._own)
        return tuple(Nested(self._insides.branches(one)) for one in few[:NESTED])

    @cached_property
    def _own(self) -> tuple[int, ...]:
        """The sets which no shared value has."""
        known = [self._insides.bits(term) for term in self._constants]
        return tuple(one for one in self._met[0] if not any(one & other == one for other in known))

    @cached_property
    def _met(self) -> tuple[tuple[int, ...], bool]:
        return self._insides.met()

    @cached_property
    def _insides(self) -> Insides:
        return Insides.of(self.things, self.edge, around=self.around, weight=self.weight)

    def _range(self) -> Range | None:
        found = scales(self.things, self.edge, self.around)
        return _narrowest(found[1], found[0]) if found else None


def _narrowest(read: Sequence[Sequence[Reading]], measured: Measured) -> Range:
    """Return the narrowest range with a reading of each; of several, the lowest."""
    windows = []
    for low in sorted({one.number for readings in read for one in readings}):
        highs = [[one.number for one in readings if one.number >= low] for readings in read]
        if all(highs):
            high = max(map(min, highs))
            windows.append((high - low, low, high))
    _, low, high = min(windows)
    return Range(measured=measured, low=low, high=high)


def _first(bits: int, most: int) -> int:
    """Return the lowest bits of a set, so many at most.

    >>> bin(_first(0b11010, 2))
    '0b1010'
    """
    kept = 0
    for _ in range(most):
        lowest = bits & -bits
        kept, bits = kept | lowest, bits ^ lowest
    return kept


def _both(left: tuple[Term, ...], right: tuple[Term, ...]) -> tuple[Term, ...]:
    held = frozenset(right)
    return tuple(term for term in left if term in held)


def _empty(branch: Branch, kinds: frozenset[Iri]) -> bool:
    """Return whether a branch says only that a thing is of some class: all things are."""
    return isinstance(branch.constraint, Recorded) and branch.edge.predicate in kinds


def _vagueness(branch: Branch) -> int:
    """Return by how much less a branch counts that names no value and gives no figure."""
    return 2 if isinstance(branch.constraint, Nested | Recorded) else 1


def _place(branch: Branch, kinds: frozenset[Iri]) -> tuple[int, bool]:
    kind = (Constant, Nested, Range, Recorded).index(type(branch.constraint))
    return kind, branch.edge.predicate in kinds
