"""The weights of features, fitted to lists made from a graph: `python -m benchmarks.fitting STORE`.

STORE is the Wikidata subset, loaded. The lists are made of one half of its things: of the other
half, `benchmarks.linking` makes those that are counted.
"""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

import tertium
from benchmarks.kinds import things_by_kind
from benchmarks.lists import Task, Wish, hide, meant, tasks
from tertium.api.linking import Linker
from tertium.linking.features import Feature
from tertium.linking.scoring import Features, absent, weigh

if TYPE_CHECKING:
    import numpy as np

__all__ = ["HALF", "Choice", "choices", "fitted"]

_FEATURES: Final = tuple(Feature)
_STEPS: Final = 1500
_RATE: Final = 0.03
_PRIOR: Final = 0.002
"""How much it costs that a weight is not what it was thought to be, by its square."""
_COUNT: Final = 500
HALF: Final = 0
_THOUGHT: Final[Mapping[Feature, float]] = {
    Feature.EDITED: -4.0,
    Feature.BEGUN: -2.0,
    Feature.SHORTENED: -1.5,
    Feature.MISSING: -6.0,
    Feature.UNKNOWN: -2.0,
    Feature.CONFLICT: -2.0,
    Feature.ELSEWHERE: -2.0,
    Feature.EXTRA: -6.0,
    Feature.MOVED: -0.5,
    Feature.ALIAS: -0.5,
    Feature.OTHER_NAMES: 1.0,
    Feature.RARITY: 0.3,
    Feature.SAME_DAY: 6.0,
    Feature.SAME_MONTH: 5.0,
    Feature.SAME_YEAR: 3.5,
    Feature.OTHER_CALENDAR: 5.0,
    Feature.SLIP: 3.0,
    Feature.OTHER_DAY: 0.5,
    Feature.YEAR_APART: 0.0,
    Feature.YEARS_APART: -2.0,
    Feature.OTHER_TIME: -5.0,
    Feature.SAME_THING: 2.0,
    Feature.AROUND: 1.5,
    Feature.OTHER_THING: -1.5,
    Feature.SAME_NUMBER: 2.0,
    Feature.OTHER_NUMBER: -1.0,
    Feature.SAME_TEXT: 3.0,
    Feature.OTHER_TEXT: -0.5,
    Feature.SAME_CODE: 9.0,
    Feature.OTHER_CODE: -2.0,
    Feature.SAME_TYPE: 1.0,
    Feature.OTHER_TYPE: -3.0,
    Feature.POPULARITY: 0.3,
    Feature.ABSENT: 2.0,
    Feature.ABSENT_ONE_WORD: 2.0,
    Feature.ABSENT_CROWD: 0.7,
}
"""What the weights were thought to be, before any list."""
_AGAINST: Final = (
    *(Feature.BEGUN, Feature.UNKNOWN, Feature.CONFLICT),
    *(Feature.EDITED, Feature.SHORTENED, Feature.MISSING, Feature.ELSEWHERE),
    *(Feature.EXTRA, Feature.MOVED, Feature.ALIAS, Feature.YEARS_APART, Feature.OTHER_TIME),
    *(Feature.OTHER_THING, Feature.OTHER_NUMBER, Feature.OTHER_TEXT, Feature.OTHER_CODE),
    *(Feature.OTHER_TYPE,),
)
_FOR: Final = (
    *(Feature.OTHER_NAMES, Feature.RARITY, Feature.SAME_DAY, Feature.SAME_MONTH),
    *(
        Feature.SAME_YEAR,
        Feature.OTHER_CALENDAR,
        Feature.SLIP,
        Feature.SAME_THING,
    ),
    *(Feature.AROUND, Feature.SAME_NUMBER, Feature.SAME_TEXT, Feature.SAME_CODE),
    *(Feature.SAME_TYPE, Feature.POPULARITY, Feature.ABSENT_ONE_WORD, Feature.ABSENT_CROWD),
)

Choice = tuple[tuple[Features, ...], int]
"""What speaks for each candidate and, last, for none of them; and which is right."""


def main(store: str) -> None:
    """Print the weights."""
    kg = tertium.open(store)
    things = [one for some in things_by_kind(kg, half=HALF, count=_COUNT).values() for one in some]
    for feature, weight in fitted(tuple(choices(kg, tasks(kg, things, Wish())))).items():
        print(f"{feature.name}: {weight}")


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
    """Return the weights which make what is right most probable, near what they were thought to be.

    They are those of a conditional logit, by gradient descent (Kingma and Ba 2015); what agrees
    never weighs against a candidate, what disagrees never for it.
    """
    import numpy as np

    values, there, right = _arrays(found)
    prior = np.array([_THOUGHT[one] for one in _FEATURES])
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


if __name__ == "__main__":
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("store", help="the Wikidata subset, loaded")
    main(parser.parse_args().store)
