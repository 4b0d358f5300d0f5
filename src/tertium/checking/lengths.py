"""Lengths of time between cited dates."""

from itertools import combinations
from typing import Final

from tertium.checking.amounts import Amount
from tertium.checking.facts import Grounds
from tertium.model.dates import Date, Precision, day_number

__all__ = ["lasts"]

_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}


def lasts(amount: Amount, unit: str, grounds: Grounds) -> bool:
    """Return whether two of the cited dates lie as far apart, in whole units or to the nearest."""
    dates = {date.key: date for fact in grounds.facts for date in fact.dates}
    dates |= {f.value.key: f.value for f in grounds.facts if isinstance(f.value, Date)}
    pairs = combinations((dates[key] for key in sorted(dates)), 2)
    return any(_apart(first, second, amount, unit=unit) for first, second in pairs)


def _apart(first: Date, second: Date, amount: Amount, *, unit: str) -> bool:
    if unit in _DAYS:
        if min(first.precision, second.precision) < Precision.DAY:
            return False
        days = day_number(*second.key) - day_number(*first.key)
        return amount.number in {days // _DAYS[unit], round(days / _DAYS[unit])}
    size = _MONTHS[unit]
    years = second.year - first.year
    if min(first.precision, second.precision) <= Precision.YEAR:
        return amount.number == years * _MONTHS["year"] // size
    months = _MONTHS["year"] * years + (second.month or 1) - (first.month or 1)
    whole = months - ((second.day or 1) < (first.day or 1))
    return amount.number in {whole // size, months // size, round(months / size)}
