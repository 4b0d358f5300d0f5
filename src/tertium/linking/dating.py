"""How a date that is given agrees with one that is known, as exact as both are."""

from math import inf
from typing import Final

from tertium.linking.features import Feature
from tertium.model.dates import Calendar, Date, Precision, day_number

__all__ = ["date_feature"]

_CALENDARS_APART: Final = range(9, 14)
"""So many days lie between the calendars from the 14th to the 20th century."""
_JULIAN_UNTIL: Final = 1930
_FEW: Final = 5
_ROUGH: Final = 10


def date_feature(given: Date, known: Date) -> Feature:
    """Return in what way two dates agree, at the coarser of their precisions.

    >>> date_feature(Date(year=1878, month=12, day=6), Date(year=1878, month=12, day=18)).name
    'OTHER_CALENDAR'
    """
    years = _years_apart(given, known)
    if _rough(given) or _rough(known):
        return Feature.SAME_YEAR if years < _ROUGH else Feature.OTHER_TIME
    if _bounded(given) or _bounded(known):
        coarse = Precision.YEAR
    else:
        coarse = min(given.precision, known.precision)
    if coarse is Precision.DAY and (alike := _same_day(given, known)):
        return alike
    if years == 0:
        return _within_year(given, known, coarse)
    if years == 1:
        return Feature.YEAR_APART
    return Feature.YEARS_APART if years <= _FEW else Feature.OTHER_TIME


def _rough(date: Date) -> bool:
    return date.approximate or date.uncertain


def _bounded(date: Date) -> bool:
    return bool(date.lower or date.upper)


def _years_apart(given: Date, known: Date) -> float:
    """Return the years between two dates, or between the nearest that they may be."""
    return max(0, _first(known) - _last(given), _first(given) - _last(known))


def _first(date: Date) -> float:
    return -inf if date.first is None else _years(date.first)[0]


def _last(date: Date) -> float:
    return inf if date.last is None else _years(date.last)[-1]


def _years(date: Date) -> range:
    """Return the years of a date; a century begins with the year 1 and may be named by any."""
    size = date.precision.years
    shift = int(date.precision < Precision.DECADE)
    start = (date.year - shift) // size * size + shift
    return range(start, start + size)


def _same_day(given: Date, known: Date) -> Feature | None:
    """Return how two days are the same, in whichever calendar, or but for a slip."""
    if given.key == known.key:
        return Feature.SAME_DAY
    if given.key == known.old_style or _shifted(given, known):
        return Feature.OTHER_CALENDAR
    parts = sum(one != other for one, other in zip(given.key, known.key, strict=True))
    swapped = given.year == known.year and (given.month, given.day) == (known.day, known.month)
    return Feature.SLIP if parts == 1 or swapped else None


def _shifted(given: Date, known: Date) -> bool:
    """Return whether one day is the other's name in the Julian calendar."""
    if known.year > _JULIAN_UNTIL or abs(_number(given) - _number(known)) not in _CALENDARS_APART:
        return False
    days = (given, known), (known, given)
    return any(_number(old, Calendar.JULIAN) == _number(new) for old, new in days)


def _number(date: Date, calendar: Calendar = Calendar.GREGORIAN) -> int:
    return day_number(date.year, date.month or 1, date.day or 1, calendar=calendar)


def _within_year(given: Date, known: Date, coarse: Precision) -> Feature:
    if coarse <= Precision.YEAR:
        return Feature.SAME_YEAR
    if given.month != known.month:
        return Feature.OTHER_DAY
    return Feature.SAME_MONTH if coarse is Precision.MONTH else Feature.OTHER_DAY
