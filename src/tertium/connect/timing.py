"""Whether what both ends have to do with was at one time."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tertium.compare.time import before, overlap
from tertium.model.dates import Interval
from tertium.model.statement import Statement

__all__ = ["timeliness"]

_TOGETHER: Final = 0.1
_APART: Final = -0.1


def timeliness(path: Sequence[Statement]) -> float:
    """Return what the dates of a path add to its score or take from it.

    Two statements of the same value which surely held at once tell more than others, and two of
    which one was surely over before the other began tell less. What is undated changes nothing.
    """
    return sum(_timely(one, other) for one, other in pairwise(path) if one.term == other.term)


def _timely(one: Statement, other: Statement) -> float:
    if overlap((one.interval, other.interval)) is not None:
        return _TOGETHER
    apart = _over(one.interval, other.interval) or _over(other.interval, one.interval)
    return _APART if apart else 0.0


def _over(first: Interval, second: Interval) -> bool:
    return bool(first.end and second.start and before(first.end, second.start))
