"""A choice without repetition: each thing is worth less for what those before it said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import prod
from typing import Generic, TypeVar

__all__ = ["Candidate", "diverse"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[_T]):
    """A thing with its merit, and what it says with how much a repetition of that is worth.

    Where merits are equal, the first `place` comes first.
    """

    thing: _T
    merit: float
    place: tuple[int | str, ...]
    says: Mapping[object, float]


def diverse(candidates: Iterable[Candidate[_T]]) -> Iterator[_T]:
    """Yield all things, the one which adds most to those before it first.

    As merits only fall, what was worth most after it was weighed anew is worth most of all: the
    lazy greedy choice (Minoux 1978).
    """
    heap = [(-one.merit, one.place, one) for one in candidates]
    said = Counter[object]()
    heapify(heap)
    while heap:
        _, place, one = heappop(heap)
        now = -one.merit * prod(part ** said[what] for what, part in one.says.items())
        if heap and (now, place) > heap[0][:2]:
            heappush(heap, (now, place, one))
            continue
        said.update(one.says.keys())
        yield one.thing
