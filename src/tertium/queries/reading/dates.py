"""Literals as dates, with their Old Style form where the graph states it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from tertium.model.dates import Calendar, Date, Precision, day_number, from_day_number
from tertium.model.terms import XSD, Iri, Literal, Term
from tertium.queries.reading.columns import iri_in
from tertium.store.protocol import Binding

__all__ = [
    "Day",
    "date_of",
    "guessed",
    "julian_days",
    "number_of",
    "read_beginnings",
    "refined",
    "restyled",
]

Day = tuple[int, int, int]
"""Year, month, day."""

_PRECISION: Final = Iri("http://wikiba.se/ontology#timePrecision")
_CALENDAR: Final = Iri("http://wikiba.se/ontology#timeCalendarModel")
_JULIAN: Final = Iri("http://www.wikidata.org/entity/Q1985786")
_YEAR: Final = r"(?P<year>-?\d{4,16})"
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


def read_beginnings(rows: Iterable[Binding]) -> Mapping[Iri, tuple[Date, ...]]:
    """Return when things began; a date without its precision may be no more than a year."""
    found: dict[Iri, tuple[Date, ...]] = {}
    for row in rows:
        term = row["date"]
        date = date_of(term) if isinstance(term, Literal) else None
        if date is not None:
            thing = iri_in(row, "thing")
            found[thing] = (*found.get(thing, ()), guessed(date))
    return found


def refined(date: Date, facts: Mapping[Iri, Term]) -> Date:
    """Return a date as exact as a Wikibase says, and in the calendar of its source.

    The export has converted days of the Julian calendar to Gregorian ones, but not what is less
    exact; the Julian day is computed back.
    """
    stated = _precision(facts.get(_PRECISION))
    precision = date.precision if stated is None else stated
    julian = facts.get(_CALENDAR) == _JULIAN
    number = number_of(date) if julian and precision is Precision.DAY else None
    return Date(
        year=date.year,
        month=date.month if precision >= Precision.MONTH else None,
        day=date.day if precision >= Precision.DAY else None,
        precision=precision,
        calendar=Calendar.JULIAN if julian else date.calendar,
        lexical=date.lexical,
        old_style=None if number is None else from_day_number(number, calendar=Calendar.JULIAN),
    )


def guessed(date: Date) -> Date:
    """Return a date which came without its precision: the first of January may be any day."""
    if (date.month, date.day) != (1, 1):
        return date
    return Date(year=date.year, lexical=date.lexical)


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


def _precision(term: Term | None) -> Precision | None:
    text = term.lexical if isinstance(term, Literal) else ""
    return Precision(min(int(text), Precision.DAY)) if re.fullmatch(r"[0-9]{1,2}", text) else None


def _parts(literal: Literal) -> Mapping[str, int]:
    form = _FORMS.get(literal.datatype)
    match = form.fullmatch(literal.lexical) if form else None
    return {name: int(text) for name, text in match.groupdict().items()} if match else {}
