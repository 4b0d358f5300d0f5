"""Which entities fit a pattern, asked of the store in pieces that each end soon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.model.pattern import Constant, Pattern
from tertium.queries.patterning import is_plain
from tertium.queries.reading.columns import iris_in
from tertium.store.protocol import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tertium.model.pattern import Branch
    from tertium.model.terms import Iri
    from tertium.patterns import Weight
    from tertium.queries.patterning import PatternWriter
    from tertium.queries.reader import Reader

__all__ = ["EXTENT", "Fitting"]

EXTENT: Final = 2000
"""How many things that fit are asked for at most."""
_TOGETHER: Final = 200
_LEADING: Final = 3
_DRIVERS: Final = 12


@dataclass(frozen=True, slots=True)
class Fitting:
    """Asks what fits patterns."""

    reader: Reader
    writer: PatternWriter

    def extent(self, pattern: Pattern) -> frozenset[Iri] | None:
        """Return all that fits a pattern; `None` when it is more than is asked for."""
        found = self._asked(self.writer.extent(pattern, limit=EXTENT + 1))
        return frozenset(found) if len(found) <= EXTENT else None

    def among(self, pattern: Pattern, things: Sequence[Iri]) -> tuple[Iri, ...]:
        """Return which of some things fit a pattern.

        What a store finds at once is asked first, and each other branch by itself: asked together,
        some engines look for the values of each in all of the graph.
        """
        plain = tuple(branch for branch in pattern.branches if is_plain(branch))
        others = ((branch,) for branch in pattern.branches if branch not in plain)
        found = tuple(things)
        for branches in filter(None, (plain, *others)):
            found = tuple(self._among(Pattern(branches), found))
        return found

    def alone(self, pattern: Pattern, thing: Iri) -> bool:
        """Return whether a pattern fits a thing and no other."""
        return self._asked(self.writer.extent(pattern, limit=2)) == (thing,)

    def _among(self, pattern: Pattern, things: Sequence[Iri]) -> Iterator[Iri]:
        for start in range(0, len(things), _TOGETHER):
            some = things[start : start + _TOGETHER]
            yield from self._asked(self.writer.written(pattern, among=some))

    def candidates(self, branches: Sequence[Branch], weight: Weight) -> tuple[Iri, ...]:
        """Return what may fit all branches, for it fits the most telling ones.

        Constants come first, for a store finds them at once; without any, when too many fit, none
        is returned.
        """
        leading = _most_telling(branches, weight)[:_LEADING]
        if not leading:
            return tuple(sorted(self.extent(Pattern(tuple(branches))) or ()))
        text = self.writer.written(Pattern(tuple(leading)), limit=EXTENT + 1)
        return self._asked(text)[:EXTENT]

    def near(self, branches: Sequence[Branch], weight: Weight) -> tuple[Iri, ...]:
        """Return what fits most of the most telling branches, as far as not too many do."""
        told: Counter[Iri] = Counter()
        for branch in _most_telling(branches, weight)[:_DRIVERS]:
            extent = self.extent(Pattern((branch,)))
            for iri in extent or ():
                told[iri] += round(weight(branch) * 1000)
        return tuple(sorted(told, key=lambda iri: (-told[iri], iri)))

    def _asked(self, sparql: str) -> tuple[Iri, ...]:
        return iris_in(select(self.reader.store, sparql), "entity")


def _most_telling(branches: Iterable[Branch], weight: Weight) -> list[Branch]:
    constants = (branch for branch in branches if isinstance(branch.constraint, Constant))
    return sorted(constants, key=lambda branch: (-weight(branch), repr(branch)))
