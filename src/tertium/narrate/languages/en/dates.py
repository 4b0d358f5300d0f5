"""Dates and intervals in English."""

from dataclasses import replace
from typing import Final

from tertium.model.dates import Date, Interval, Precision
from tertium.narrate.chronology import elapsed, has_old_style, shown
from tertium.narrate.languages.en.words import MONTHS, count, ordinal

__all__ = ["in_years", "say_date", "say_distance", "say_interval", "say_moment", "say_years"]

_DASH: Final = "\N{EN DASH}"
_BCE: Final = " BCE"
_FIRST_PLAIN_YEAR: Final = 1000


def say_date(date: Date) -> str:
    """Return a date as in "7 November 1917 (25 October, Old Style)".

    >>> say_date(Date(year=-43, month=3)), say_date(Date(year=1878, approximate=True))
    ('March 44 BCE', 'about 1878')
    """
    if date.lower or date.upper:
        return _ranging(date)
    doubt = "perhaps " * date.uncertain
    return f"{doubt}{'about ' * date.approximate}{_exactly(date)}"


def _ranging(date: Date) -> str:
    """Return a date with the earliest and latest that it may be."""
    lower, upper = date.lower, date.upper
    if lower and upper:
        words = f"between {say_date(lower)} and {say_date(upper)}"
    else:
        words = f"{say_date(lower)} or later" if lower else ""
        words = f"{say_date(upper)} or earlier" if upper else words
    if date.key in {end.key for end in (lower, upper) if end}:
        return words
    return f"{say_date(replace(date, lower=None, upper=None))} ({words})"


def _exactly(date: Date) -> str:
    year, month, day = shown(date)
    if date.precision <= Precision.DECADE:
        return _period(date)
    if date.old_style and has_old_style(date):
        return f"{day} {MONTHS[month - 1]} {_year(year)} ({_old_style(date.old_style, year)})"
    if date.precision is Precision.DAY:
        return f"{day} {MONTHS[month - 1]} {_year(year)}"
    return f"{MONTHS[month - 1]} {_year(year)}" if month else _year(year)


def say_moment(date: Date) -> str:
    """Return a date with its preposition: "in 1905", "on 7 November 1917"."""
    words = say_date(date)
    if words.startswith("between "):
        return words
    return f"{'on' if date.precision is Precision.DAY else 'in'} {words}"


def say_interval(interval: Interval) -> str:
    """Return an interval as in "from March 1918 to January 1925".

    >>> say_interval(Interval(start=Date(year=1905), end=Date(year=1905)))
    'in 1905'
    """
    start, end = _even(interval)
    if start and end and _alike(start, end):
        return say_moment(end)
    first = f"from {_before(start, end)}" if start else ""
    last = f"{'to' if start else 'until'} {say_date(end)}" if end else ""
    return f"{first} {last}".strip()


def say_years(interval: Interval) -> str:
    """Return an interval in years alone, with a dash between them."""
    start = _coarse(interval.start) if interval.start else ""
    end = _coarse(interval.end) if interval.end else ""
    if start and end and start != end:
        return f"{start.removesuffix(_BCE) if end.endswith(_BCE) else start}{_DASH}{end}"
    if start and not end:
        return f"from {start}"
    return end if start or not end else f"until {end}"


def in_years(interval: Interval) -> Interval:
    """Return an interval of which only the years are told."""
    return Interval(start=_in_year(interval.start), end=_in_year(interval.end))


def say_distance(first: Date, second: Date) -> str:
    """Return how far a date is after another, in whole years, months or days.

    >>> say_distance(Date(year=1878, month=12, day=18), Date(year=1879, month=11, day=7))
    'ten months'
    """
    amount, unit = elapsed(first, second)
    return _units(amount, unit.name.lower())


def _units(amount: int, unit: str) -> str:
    return f"{count(amount)} {unit}{'' if amount == 1 else 's'}"


def _year(year: int) -> str:
    if year <= 0:
        return f"{1 - year}{_BCE}"
    return str(year) if year >= _FIRST_PLAIN_YEAR else f"{year} CE"


def _old_style(parts: tuple[int, int, int], shown: int) -> str:
    year, month, day = parts
    return f"{day} {MONTHS[month - 1]}{f' {year}' if year != shown else ''}, Old Style"


def _period(date: Date) -> str:
    years = date.year if date.year > 0 else 1 - date.year
    era = "" if date.year > 0 else _BCE
    if date.precision is Precision.DECADE:
        return f"the {years // 10 * 10}s{era}"
    span = date.precision.years
    if date.precision < Precision.MILLENNIUM:
        return f"around {(years + span // 2) // span * span or years:,}{era}"
    return f"the {ordinal((years - 1) // span + 1)} {date.precision.name.lower()}{era}"


def _coarse(date: Date) -> str:
    if date.precision < Precision.YEAR or date.lower or date.upper:
        return say_date(date)
    return f"{'about ' * date.approximate}{_year(shown(date)[0])}"


def _in_year(date: Date | None) -> Date | None:
    if date is None or date.precision <= Precision.YEAR:
        return date
    return Date(year=shown(date)[0])


def _even(interval: Interval) -> tuple[Date | None, Date | None]:
    """Return both ends at the coarser of their precisions."""
    start, end = interval.start, interval.end
    if start is None or end is None or start.precision is end.precision:
        return start, end
    return _coarser(start, end.precision), _coarser(end, start.precision)


def _coarser(date: Date, precision: Precision) -> Date:
    if date.precision <= precision:
        return date
    year, month, _ = shown(date)
    return Date(year=year, month=month if precision is Precision.MONTH else None)


def _alike(start: Date, end: Date) -> bool:
    return (start.key, start.precision) == (end.key, end.precision)


def _before(start: Date, end: Date | None) -> str:
    """Return the first date, without the year when the second has the same."""
    text = say_date(start)
    if end and say_date(end).endswith(_BCE):
        text = text.removesuffix(_BCE)
    if end is None or start.old_style or not _same_year(start, end):
        return text
    return str(start.day) if start.day and start.month == end.month else text.rsplit(" ", 1)[0]


def _same_year(start: Date, end: Date) -> bool:
    told = min(start.precision, end.precision) > Precision.YEAR
    return told and start.year == end.year >= _FIRST_PLAIN_YEAR
