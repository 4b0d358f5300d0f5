"""Cuts the sections of a page, so that together they tell no more than a reader wants."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from tertium.narrate.messages import statements_of
from tertium.narrate.planned import Unit

__all__ = ["Units", "fitted"]

_FEWEST_FACTS: Final = 3
_FEWEST_MESSAGES: Final = 2
_NEXT: Final = 0.8
"""What the next thing of a section counts, beside the one before it."""

Units = tuple[Unit, ...]


def fitted(sections: Sequence[Units], most: int) -> tuple[Units, ...]:
    """Return the sections, best first within each, cut so as to have at most so many messages.

    Each needs two messages and three facts: what has fewer is empty. The sections that matter most
    keep as much; then what matters most is added, wherever it stands.
    """
    cores = [_core(units) for units in sections]
    ranked = sorted(range(len(sections)), key=lambda at: (-_merit(sections[at][: cores[at]]), at))
    kept, room = dict[int, set[Unit]](), most
    for at in ranked:
        core = sections[at][: cores[at]]
        if core and _size(core) <= room:
            kept[at], room = set(core), room - _size(core)
    for at, unit in _more(sections, cores, kept):
        if len(unit) <= room:
            kept[at].add(unit)
            room -= len(unit)
    return tuple(
        tuple(unit for unit in units if unit in kept.get(at, ()))
        for at, units in enumerate(sections)
    )


def _core(units: Units) -> int:
    """Return how many units make the least section there can be, 0 if there is none."""
    for count in range(1, len(units) + 1):
        planned = tuple(chain.from_iterable(units[:count]))
        facts = {s.iri for one in planned for s in statements_of(one.message)}
        if len(planned) >= _FEWEST_MESSAGES and len(facts) >= _FEWEST_FACTS:
            return count
    return 0


def _more(
    sections: Sequence[Units], cores: Sequence[int], kept: Iterable[int]
) -> Iterator[tuple[int, Unit]]:
    """Yield what might be added to sections, what matters most first."""
    rest = [
        (-unit[0].worth * _NEXT**place, at, place)
        for at in sorted(kept)
        for place, unit in enumerate(sections[at])
        if place >= cores[at]
    ]
    yield from ((at, sections[at][place]) for _, at, place in sorted(rest))


def _merit(units: Units) -> float:
    return sum(unit[0].worth for unit in units)


def _size(units: Units) -> int:
    return sum(map(len, units))
