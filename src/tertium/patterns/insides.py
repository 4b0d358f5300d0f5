"""What the values of one edge have in common, as the greatest sets of branches.

A set is kept as the bits of a number: bit i stands for the branch with the i-th most
to tell, where a value counts for less the more there are beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import Final

from tertium.model.pattern import Branch, Edge
from tertium.model.terms import Term
from tertium.patterns.around import Around

__all__ = ["SETS", "VALUES", "Insides", "Weight", "diluted", "maximal"]

VALUES: Final = 100
"""Of how many values of a thing and an edge nested branches are made at most."""
SETS: Final = 200
"""How many sets of what values have in common are followed at most."""
_SPREAD: Final = 4
"""Of two to the power of this many values, one tells half of what it would alone."""

Weight = Callable[[Branch], float]
"""How much a branch tells, in bits."""


@dataclass(frozen=True)
class Insides:
    """What leads on from the values of an edge, for several things."""

    values: Sequence[Sequence[Term]]
    around: Around
    weight: Weight

    @classmethod
    def of(cls, things: Sequence[Term], edge: Edge, *, around: Around, weight: Weight) -> "Insides":
        """Return what leads on from the values which things have for an edge."""
        values = [around.values(thing, edge)[:VALUES] for thing in things]
        return cls(values, around, weight)

    def bits(self, value: Term) -> int:
        """Return the set of what leads on from a value; it must be one of those known."""
        return self._bits.get(value, 0)

    def branches(self, bits: int) -> tuple[Branch, ...]:
        """Return the branches of a set, the most telling first."""
        return tuple(one for place, one in enumerate(self._order) if bits >> place & 1)

    def met(self) -> tuple[tuple[int, ...], bool]:
        """Return the greatest sets which all things have inside a value, and whether any were cut.

        They are the maximal elements of { a(v1) ∩ … ∩ a(vn) }. As intersecting keeps the order of
        sets, what is not maximal can be dropped after each thing.
        """
        first, *rest = ({self.bits(value) for value in each} - {0} for each in self.values)
        found, cut = maximal(first), False
        for sets in rest:
            known = maximal(sets)
            both = {one & other for one in found for other in known} - {0}
            cut |= len(both) > SETS
            found = maximal(sorted(both, key=_greatest)[:SETS])
        return found, cut

    @cached_property
    def _order(self) -> tuple[Branch, ...]:
        everything = {b for each in self.values for v in each for b in self.around.inside(v)}
        fans = self._fans(everything)
        told = {one: self.weight(one) / (1 + log2(fans[one.edge])) for one in everything}
        return tuple(sorted(everything, key=lambda one: (-told[one], repr(one))))

    def _fans(self, branches: Iterable[Branch]) -> dict[Edge, int]:
        """Return how many values there are at most: one twin town of a hundred tells little."""
        nodes = {value for each in self.values for value in each}
        edges = {branch.edge for branch in branches}
        return {edge: max(len(self.around.values(node, edge)) for node in nodes) for edge in edges}

    @cached_property
    def _bits(self) -> dict[Term, int]:
        places = {branch: 1 << place for place, branch in enumerate(self._order)}
        return {
            value: sum(places[branch] for branch in self.around.inside(value))
            for each in self.values
            for value in each
        }


def diluted(bits: float, fan: int) -> float:
    """Return what is left of what a value tells when there are so many beside it.

    >>> diluted(6.0, 1), diluted(6.0, 16)
    (6.0, 3.0)
    """
    return bits / (1 + log2(fan) / _SPREAD)


def maximal(sets: Iterable[int]) -> tuple[int, ...]:
    """Return the sets which are part of no other, the greatest first.

    >>> maximal([0b011, 0b001, 0b110])
    (3, 6)
    """
    kept: list[int] = []
    for one in sorted(set(sets), key=_greatest):
        if not any(one & other == one for other in kept):
            kept.append(one)
    return tuple(kept)


def _greatest(one: int) -> tuple[int, int]:
    return -one.bit_count(), one
