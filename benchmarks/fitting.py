"""The weights of features, fitted to lists made from graphs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import tertium
from benchmarks.lists import Task, hide, meant
from tertium.api.linking import Linker
from tertium.linking.features import Feature
from tertium.linking.scoring import Features, absent, weigh
from tertium.linking.weights import WEIGHTS

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Choice", "choices", "fitted"]

_FEATURES: Final = tuple(Feature)
_STEPS: Final = 1500
_RATE: Final = 0.03
_PRIOR: Final = 0.002
"""How much it costs that a weight is not what it was thought to be, by its square."""
_AGAINST: Final = (
    *(Feature.EDITS, Feature.EDITED, Feature.SHORTENED, Feature.MISSING, Feature.ELSEWHERE),
    *(Feature.EXTRA, Feature.MOVED, Feature.ALIAS, Feature.YEARS_APART, Feature.OTHER_TIME),
    *(Feature.OTHER_THING, Feature.OTHER_NUMBER, Feature.OTHER_TEXT, Feature.OTHER_CODE),
    *(Feature.OTHER_TYPE,),
)
_FOR: Final = (
    *(Feature.OTHER_NAMES, Feature.RARITY, Feature.SAME_DAY, Feature.SAME_MONTH),
    *(Feature.SAME_YEAR, Feature.OTHER_CALENDAR, Feature.SLIP, Feature.SAME_THING),
    *(Feature.AROUND, Feature.SAME_NUMBER, Feature.SAME_TEXT, Feature.SAME_CODE),
    *(Feature.SAME_TYPE, Feature.POPULARITY, Feature.ABSENT_ONE_WORD, Feature.ABSENT_CROWD),
)

Choice = tuple[tuple[Features, ...], int]
"""What speaks for each candidate and, last, for none of them; and which is right."""


def choices(kg: tertium.KnowledgeGraph, tasks: Iterable[Task]) -> Iterator[Choice]:
    """Yield what speaks for each candidate of tasks."""
    linker = Linker(kg.reader, kg.sidecar.names)
    for task in tasks:
        for query, known, asked in linker.weighed((task.query,)):
            left = hide(known, task)
            scored = [one for each in left if (one := weigh(query, each, asked))]
            right = meant(left, task)
            places = [at for at, one in enumerate(scored) if one.known.entity.iri == right]
            features = (*(one.features for one in scored), absent(query, scored))
            yield features, (places or [len(scored)])[0]


def fitted(found: Sequence[Choice]) -> Mapping[Feature, float]:
    """Return the weights which make what is right most probable, near what they were.

    They are those of a conditional logit, by gradient descent (Kingma and Ba 2015); what agrees
    never weighs against a candidate, what disagrees never for it.
    """
    import numpy as np

    values, there, right = _arrays(found)
    prior = np.array([WEIGHTS[one] for one in _FEATURES])
    low = np.array([0.0 if one in _FOR else -np.inf for one in _FEATURES])
    high = np.array([0.0 if one in _AGAINST else np.inf for one in _FEATURES])
    weights, first, second = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, _STEPS + 1):
        slope = _slope(values, there, right, weights) + 2 * _PRIOR * (weights - prior)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        change = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
        weights = np.clip(weights - _RATE * change, low, high)
    return {one: round(float(w), 2) for one, w in zip(_FEATURES, weights, strict=True)}


def _arrays(found: Sequence[Choice]) -> "tuple[np.ndarray, np.ndarray, np.ndarray]":
    import numpy as np

    most = max(len(features) for features, _ in found)
    values = np.zeros((len(found), most, len(_FEATURES)))
    there = np.zeros((len(found), most), bool)
    place = {one: at for at, one in enumerate(_FEATURES)}
    for row, (features, _) in enumerate(found):
        for column, one in enumerate(features):
            there[row, column] = True
            for feature, value in one.items():
                values[row, column, place[feature]] = value
    return values, there, np.array([right for _, right in found])


def _slope(
    values: "np.ndarray", there: "np.ndarray", right: "np.ndarray", weights: "np.ndarray"
) -> "np.ndarray":
    import numpy as np

    scores = np.where(there, values @ weights, -np.inf)
    parts = np.exp(scores - scores.max(axis=1, keepdims=True))
    parts /= parts.sum(axis=1, keepdims=True)
    parts[np.arange(len(right)), right] -= 1
    return np.einsum("rc,rcf->f", parts, values) / len(right)
