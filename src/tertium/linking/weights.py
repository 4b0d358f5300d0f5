"""How much each feature speaks for a candidate, as logarithms of odds.

They are fitted to lists which are made from a graph's own names, misspelt, shortened and turned
round: `python -m benchmarks.fitting STORE` prints them.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tertium.linking.features import Feature

__all__ = ["WEIGHTS"]

WEIGHTS: Final[Mapping[Feature, float]] = MappingProxyType(
    {
        Feature.EDITED: -3.68,
        Feature.BEGUN: -1.69,
        Feature.SHORTENED: -0.32,
        Feature.MISSING: -6.0,
        Feature.UNKNOWN: -1.4,
        Feature.CONFLICT: -1.51,
        Feature.ELSEWHERE: -2.01,
        Feature.EXTRA: -6.66,
        Feature.MOVED: -0.81,
        Feature.ALIAS: -1.09,
        Feature.OTHER_NAMES: 1.0,
        Feature.RARITY: 0.17,
        Feature.SAME_DAY: 6.0,
        Feature.SAME_MONTH: 5.0,
        Feature.SAME_YEAR: 3.43,
        Feature.OTHER_CALENDAR: 5.0,
        Feature.SLIP: 2.98,
        Feature.OTHER_DAY: 0.5,
        Feature.YEAR_APART: 0.0,
        Feature.YEARS_APART: -1.99,
        Feature.OTHER_TIME: -4.22,
        Feature.SAME_THING: 2.39,
        Feature.AROUND: 1.5,
        Feature.OTHER_THING: -1.58,
        Feature.SAME_NUMBER: 2.15,
        Feature.OTHER_NUMBER: -1.4,
        Feature.SAME_TEXT: 3.0,
        Feature.OTHER_TEXT: -0.5,
        Feature.SAME_CODE: 9.0,
        Feature.OTHER_CODE: -2.0,
        Feature.SAME_TYPE: 0.81,
        Feature.OTHER_TYPE: -3.58,
        Feature.POPULARITY: 0.42,
        Feature.ABSENT: 0.98,
        Feature.ABSENT_ONE_WORD: 0.21,
        Feature.ABSENT_CROWD: 0.72,
    }
)
