"""What singles a thing out in its class: the shortest conjunction that nothing else satisfies.

As in REMI (Galárraga, Delaunay and Dessalles 2020) the shortest is the one with the smallest
description length, where what is prominent is short, for a reader knows it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from math import log2
from typing import Final

from tertium.model.pattern import Branch, Constant, Edge, Nested
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri, Literal, Term
from tertium.patterns.around import Around
from tertium.patterns.insides import Weight

__all__ = ["Extents", "Prominence", "atoms", "single_out"]

_RAREST: Final = 14
_SHORTEST: Final = 9
_TOGETHER: Final = 3
"""How many branches a description has at most."""
_USUAL: Final = 12
_VALUES: Final = 20
_DIGITS: Final = 3

Extents = Mapping[Branch, frozenset[Iri]]
"""Which things of the class a branch is true of."""


@dataclass(frozen=True, kw_only=True)
class Prominence:
    """How long it takes to name something: the less, the more often the graph names it."""

    statistics: Statistics
    kind: Iri | None
    population: int
    names: Mapping[Iri, Iri] = field(default_factory=dict)

    def length(self, branch: Branch) -> float:
        """Return the description length of a branch, in bits.

        Formula: the sum over its properties and values x of log2 (1 + n / f(x)), where a property
        is used by f of n members of the class, and f of n entities share a value in that of the
        class's most usual properties in which it is shared most. A literal is as long as what is
        named once.
        """
        match branch.constraint:
            case Constant(term):
                bits = self._property(branch.edge) + self._value(term)
            case Nested(branches):
                inside = sum(self._value_alone(one) for one in branches)
                bits = self._property(branch.edge) + inside
            case _:
                bits = self._property(branch.edge)
        return round(bits, _DIGITS)

    def _value_alone(self, branch: Branch) -> float:
        return 1 + self.length(branch)  # one bit says that a step follows

    def _property(self, edge: Edge) -> float:
        name = self.names.get(edge.predicate, edge.predicate)
        size = self.statistics.class_sizes.get(self.kind, 1) if self.kind else 1
        return log2(1 + size / max(1, self._used(name)))

    def _value(self, term: Term) -> float:
        if isinstance(term, Literal):
            return log2(1 + self.population)
        if term not in self._fame:
            shared = (self.statistics.sharing.get((name, term), 1) for name in self._usual)
            self._fame[term] = max(1, *shared, 1)
        return log2(1 + self.population / self._fame[term])

    @cached_property
    def _fame(self) -> dict[Term, int]:
        return {}

    @cached_property
    def _usual(self) -> tuple[Iri, ...]:
        """The properties which most members of the class have."""
        used = {name: self._used(name) for name in self.names.values()}
        return tuple(sorted(used, key=lambda name: (-used[name], name))[:_USUAL])

    def _used(self, name: Iri) -> int:
        return self.statistics.having.get((self.kind, name), 0) if self.kind else 0


def atoms(
    thing: Term, around: Around, *, weight: Weight, length: Callable[[Branch], float]
) -> tuple[Branch, ...]:
    """Return branches from which a description may be made, the shortest first.

    They say a value, or one thing of a value: the rarest, and of all others the shortest.
    """
    found = tuple(dict.fromkeys(_atoms(thing, around)))
    told, long = {one: weight(one) for one in found}, {one: length(one) for one in found}

    def rarity(one: Branch) -> tuple[float, float, str]:
        return -told[one], long[one], repr(one)

    def size(one: Branch) -> tuple[float, str]:
        return long[one], repr(one)

    constants = [one for one in found if isinstance(one.constraint, Constant)]
    rarest = sorted(constants, key=rarity)[:_RAREST]
    others = sorted((one for one in constants if one not in rarest), key=size)[:_SHORTEST]
    nested = sorted((one for one in found if one not in constants), key=size)[:_SHORTEST]
    return tuple(sorted((*rarest, *others, *nested), key=size))


def single_out(
    thing: Iri, extents: Extents, length: Callable[[Branch], float]
) -> tuple[Branch, ...] | None:
    """Return the shortest set of up to three branches that is true of this thing alone.

    More branches are tried only when fewer will not do: three things to keep in mind are no help,
    however common each is.
    """
    for size in range(1, _TOGETHER + 1):
        fitting = [some for some in combinations(extents, size) if _only(thing, some, extents)]
        if fitting:
            return min(fitting, key=lambda some: (sum(map(length, some)), repr(some)))
    return None


def _only(thing: Iri, some: Iterable[Branch], extents: Extents) -> bool:
    return frozenset.intersection(*(extents[one] for one in some)) == {thing}


def _atoms(thing: Term, around: Around) -> Iterator[Branch]:
    for edge in around.edges(thing):
        values = around.values(thing, edge)
        if edge.inverse or len(values) > _VALUES:
            continue
        for value in values:
            if not isinstance(value, Literal) and not around.owned(
                value
            ):  # nobody is known by a day of birth
                yield Branch(edge, Constant(value))
            for inside in sorted(around.inside(value), key=repr):
                yield Branch(edge, Nested((inside,)))
