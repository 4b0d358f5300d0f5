"""How much each feature speaks for a candidate, as logarithms of odds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tertium.linking.features import Feature

__all__ = ["WEIGHTS"]

WEIGHTS: Final[Mapping[Feature, float]] = MappingProxyType(
    {
        Feature.EDITS: -0.8,
        Feature.EDITED: -8.0,
        Feature.SHORTENED: -1.5,
        Feature.MISSING: -12.0,
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
)
