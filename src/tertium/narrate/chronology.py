"""What is true of dates in every language: which calendar is shown, and how far they are apart."""

from typing import Final

from tertium.model.dates import Date, Precision, day_number

__all__ = ["elapsed", "has_old_style", "shown"]

# Pope Gregory XIII's calendar began on this day; before it historians use the Julian one.
_REFORM: Final = (1582, 10, 15)
_MONTHS_A_YEAR: Final = 12


def shown(date: Date) -> tuple[int, int, int]:
    """Return year, month and day in the calendar in which historians give the date."""
    if date.old_style and date.key < _REFORM:
        return date.old_style
    return date.year, date.month or 0, date.day or 0


def has_old_style(date: Date) -> bool:
    """Return whether a day has a Julian date which is told beside the Gregorian one."""
    exact = date.precision is Precision.DAY
    return exact and date.old_style is not None and date.key >= _REFORM


def elapsed(first: Date, second: Date) -> tuple[int, Precision]:
    """Return how far a date is after another, in whole years, months or days.

    >>> elapsed(Date(year=1878, month=12, day=18), Date(year=1879, month=11, day=7))[0]
    10
    """
    precision, months = min(first.precision, second.precision), _months(first, second)
    if precision <= Precision.YEAR:
        return second.year - first.year, Precision.YEAR
    if months >= 2 * _MONTHS_A_YEAR or months == _MONTHS_A_YEAR:
        return months // _MONTHS_A_YEAR, Precision.YEAR
    if months > 1 or precision is Precision.MONTH:
        return months, Precision.MONTH
    return day_number(*second.key) - day_number(*first.key), Precision.DAY


def _months(first: Date, second: Date) -> int:
    """Return the whole months between two dates."""
    months = _MONTHS_A_YEAR * (second.year - first.year) + second.key[1] - first.key[1]
    return months - (second.key[2] < first.key[2] and bool(second.day))
