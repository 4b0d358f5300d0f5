"""Literals as dates, with their Old Style form where the graph states it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from tertium.model.dates import Calendar, Date, day_number, from_day_number
from tertium.model.terms import XSD, Literal, Term

__all__ = ["Day", "date_of", "julian_days", "number_of", "restyled"]

Day = tuple[int, int, int]
"""Year, month, day."""

_YEAR: Final = r"(?P<year>-?\d{4,9})"
_ZONE: Final = r"(?:Z|[+-]\d\d:\d\d)?"
_FORMS: Final = {
    XSD + "gYear": re.compile(_YEAR + _ZONE, re.ASCII),
    XSD + "gYearMonth": re.compile(rf"{_YEAR}-(?P<month>\d\d){_ZONE}", re.ASCII),
    XSD + "date": re.compile(rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_ZONE}", re.ASCII),
    XSD + "dateTime": re.compile(
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)T[\d:.]+{_ZONE}", re.ASCII
    ),
}


def date_of(literal: Literal) -> Date | None:
    """Return the date that a literal is, if it is a valid one.

    >>> date_of(Literal("-0043-03-13", XSD + "date")).year
    -43
    """
    parts = _parts(literal)
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if year is None:
        return None
    whole = (year, 1 if month is None else month, 1 if day is None else day)
    if from_day_number(day_number(*whole)) != whole:
        return None  # no such month or day
    return Date(year=year, month=month, day=day, lexical=literal.lexical)


def number_of(date: Date) -> int | None:
    """Return the day number of a date that is exact to the day."""
    if date.month is None or date.day is None:
        return None
    return day_number(date.year, date.month, date.day)


def julian_days(terms: Iterable[Term]) -> Mapping[int, Day]:
    """Return the days which terms name in the Julian calendar, by day number."""
    parts = (_parts(term) for term in terms if isinstance(term, Literal))
    days = [(p["year"], p["month"], p["day"]) for p in parts if "day" in p]
    return {day_number(*day, calendar=Calendar.JULIAN): day for day in days}


def restyled(date: Date, days: Mapping[int, Day]) -> Date:
    """Return a date with its Old Style form, if one of these Julian days is that day."""
    number = number_of(date)
    if number is None or number not in days:
        return date
    return replace(date, calendar=Calendar.JULIAN, old_style=days[number])


def _parts(literal: Literal) -> Mapping[str, int]:
    form = _FORMS.get(literal.datatype)
    match = form.fullmatch(literal.lexical) if form else None
    return {name: int(text) for name, text in match.groupdict().items()} if match else {}
