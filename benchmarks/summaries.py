"""How well a ranking fits what people chose: F1, mean average precision, NDCG."""

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from math import log2
from statistics import fmean
from typing import TypeVar

__all__ = ["average_precision", "f1", "ndcg", "votes"]

_T = TypeVar("_T", bound=Hashable)


def f1(chosen: Collection[Hashable], golds: Sequence[frozenset[Hashable]]) -> float:
    """Return the mean F1 of a summary against those of several people."""
    return fmean(2 * len(gold & set(chosen)) / (len(gold) + len(chosen)) for gold in golds)


def average_precision(ranking: Sequence[Hashable], golds: Sequence[frozenset[Hashable]]) -> float:
    """Return the mean average precision of a whole ranking, as ESBM v1.1 defines it."""
    return fmean(_precision(ranking, gold) for gold in golds)


def votes(golds: Sequence[frozenset[Hashable]]) -> Mapping[Hashable, int]:
    """Return how many people chose each thing."""
    return Counter(thing for gold in golds for thing in gold)


def ndcg(ranking: Sequence[_T], grades: Mapping[_T, int], size: int) -> float:
    """Return the discounted gain of the first things, as a share of the best there can be."""
    best = sorted(grades.values(), reverse=True)[:size]
    return _gain([grades.get(thing, 0) for thing in ranking[:size]]) / _gain(best)


def _precision(ranking: Sequence[Hashable], gold: frozenset[Hashable]) -> float:
    hits = [place for place, thing in enumerate(ranking, 1) if thing in gold]
    return sum(number / place for number, place in enumerate(hits, 1)) / len(gold)


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / log2(place + 1) for place, grade in enumerate(grades, 1))
