"""How much each feature speaks for a candidate, as logarithms of odds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tertium.linking.features import Feature

__all__ = ["WEIGHTS"]

WEIGHTS: Final[Mapping[Feature, float]] = MappingProxyType(
    {
        Feature.EDITS: -0.53,
        Feature.EDITED: -7.92,
        Feature.SHORTENED: -0.3,
        Feature.MISSING: -12.23,
        Feature.ELSEWHERE: -2.01,
        Feature.EXTRA: -6.54,
        Feature.MOVED: -0.97,
        Feature.ALIAS: -1.71,
        Feature.OTHER_NAMES: 1.0,
        Feature.RARITY: 0.19,
        Feature.SAME_DAY: 5.9,
        Feature.SAME_MONTH: 5.0,
        Feature.SAME_YEAR: 3.46,
        Feature.OTHER_CALENDAR: 5.0,
        Feature.SLIP: 3.0,
        Feature.OTHER_DAY: 0.5,
        Feature.YEAR_APART: 0.0,
        Feature.YEARS_APART: -1.92,
        Feature.OTHER_TIME: -4.25,
        Feature.SAME_THING: 1.98,
        Feature.INFORMING: 0.07,
        Feature.AROUND: 1.5,
        Feature.OTHER_THING: -1.52,
        Feature.SAME_NUMBER: 2.51,
        Feature.OTHER_NUMBER: -1.57,
        Feature.SAME_TEXT: 3.0,
        Feature.OTHER_TEXT: -0.5,
        Feature.SAME_CODE: 9.0,
        Feature.OTHER_CODE: -2.0,
        Feature.SAME_TYPE: 1.3,
        Feature.OTHER_TYPE: -3.18,
        Feature.POPULARITY: 0.4,
        Feature.ABSENT: 1.39,
        Feature.ABSENT_ONE_WORD: 0.14,
        Feature.ABSENT_CROWD: 0.82,
    }
)
