"""Contestants make the same tables of the same pairs, turn by turn in one process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter, thread_time
from typing import Protocol

__all__ = [
    "Contestant",
    "Here",
    "Pair",
    "Taken",
    "Timings",
    "Told",
    "check_rows",
    "contest",
    "nearest_rank",
]

Pair = tuple[str, str]
"""The IRIs of two entities."""
Told = frozenset[tuple[str, str, str]]
"""Rows as all contestants can tell them: property, entity, value."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds of a table: by the clock, and of the processor alone."""

    clock: float
    cpu: float


class Contestant(Protocol):
    """Makes a table of two entities, here or in a process of its own."""

    @property
    def name(self) -> str:
        """What it is called in the tables."""
        ...

    def timed(self, pair: Pair) -> Taken:
        """Make a table and return how long it took."""
        ...

    def rows(self, pair: Pair) -> Told:
        """Return the rows of the table; this is not timed."""
        ...


@dataclass(frozen=True, slots=True)
class Here:
    """A contestant in this process: what is timed, and the rows that come of it."""

    name: str
    table: Callable[[str, str], object]
    told: Callable[[str, str], Told]

    def timed(self, pair: Pair) -> Taken:
        """Make a table and return how long it took."""
        start, before = perf_counter(), thread_time()
        self.table(*pair)
        after = thread_time()
        return Taken(perf_counter() - start, after - before)

    def rows(self, pair: Pair) -> Told:
        """Return the rows of the table."""
        return self.told(*pair)


@dataclass(frozen=True, slots=True)
class Timings:
    """What each pair took the first time that it is asked for, and the second time."""

    first: tuple[Taken, ...]
    again: tuple[Taken, ...]


def contest(
    contestants: Sequence[Contestant], pairs: Sequence[Pair], *, warm_up: Sequence[Pair]
) -> dict[str, Timings]:
    """Return the timings of each contestant; whoever is first in one pair is last in the next.

    The pairs to warm up with are others, so that nobody knows any of the first round's answers.
    """
    _round(contestants, warm_up)
    first, again = _round(contestants, pairs), _round(contestants, pairs)
    return {one.name: Timings(first[one.name], again[one.name]) for one in contestants}


def check_rows(contestants: Sequence[Contestant], pairs: Sequence[Pair]) -> int:
    """Return how many rows there are in all tables together.

    Raises:
        ValueError: when two contestants do not tell the same rows of a pair.

    """
    total = 0
    for pair in pairs:
        expected = contestants[0].rows(pair)
        total += len(expected)
        for one in contestants[1:]:
            if differing := expected ^ one.rows(pair):
                problem = f"{one.name} and {contestants[0].name} differ: {sorted(differing)}"
                raise ValueError(problem)
    return total


def nearest_rank(times: Sequence[float], share: float) -> float:
    """Return the smallest time which this share of all do not exceed."""
    return sorted(times)[ceil(share * len(times)) - 1]


def _round(
    contestants: Sequence[Contestant], pairs: Sequence[Pair]
) -> dict[str, tuple[Taken, ...]]:
    times: dict[str, list[Taken]] = {one.name: [] for one in contestants}
    for turn, pair in enumerate(pairs):
        start = turn % len(contestants)
        for one in (*contestants[start:], *contestants[:start]):
            times[one.name].append(one.timed(pair))
    return {name: tuple(found) for name, found in times.items()}
