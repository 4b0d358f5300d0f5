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
        Feature.EDITS: -0.47,
        Feature.EDITED: -7.9,
        Feature.SHORTENED: -0.44,
        Feature.MISSING: -12.08,
        Feature.ELSEWHERE: -2.01,
        Feature.EXTRA: -6.35,
        Feature.MOVED: -0.78,
        Feature.ALIAS: -1.06,
        Feature.OTHER_NAMES: 1.0,
        Feature.RARITY: 0.19,
        Feature.SAME_DAY: 5.92,
        Feature.SAME_MONTH: 5.0,
        Feature.SAME_YEAR: 3.45,
        Feature.OTHER_CALENDAR: 5.0,
        Feature.SLIP: 3.0,
        Feature.OTHER_DAY: 0.5,
        Feature.YEAR_APART: -0.01,
        Feature.YEARS_APART: -2.0,
        Feature.OTHER_TIME: -4.85,
        Feature.SAME_THING: 2.09,
        Feature.INFORMING: 0.13,
        Feature.AROUND: 1.47,
        Feature.OTHER_THING: -1.37,
        Feature.SAME_NUMBER: 2.28,
        Feature.OTHER_NUMBER: -1.31,
        Feature.SAME_TEXT: 3.0,
        Feature.OTHER_TEXT: -0.5,
        Feature.SAME_CODE: 9.0,
        Feature.OTHER_CODE: -2.0,
        Feature.SAME_TYPE: 1.2,
        Feature.OTHER_TYPE: -3.11,
        Feature.POPULARITY: 0.41,
        Feature.ABSENT: 1.41,
        Feature.ABSENT_ONE_WORD: 0.85,
        Feature.ABSENT_CROWD: 0.61,
    }
)
