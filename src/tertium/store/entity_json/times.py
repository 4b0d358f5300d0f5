"""Times: years as historians count them become years as astronomers do."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

import pyoxigraph as ox

from tertium.model.dates import Calendar, Precision, day_number, from_day_number
from tertium.store.entity_json.fields import text, whole
from tertium.store.entity_json.hashing import hash_of, serialized
from tertium.store.entity_json.terms import INTEGER, RDF_TYPE, wikibase
from tertium.store.entity_json.value import FullValue, Value

__all__ = ["time_value"]

_GREGORIAN: Final = "http://www.wikidata.org/entity/Q1985727"
_JULIAN: Final = "http://www.wikidata.org/entity/Q1985786"
_DATE_TIME: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
_TIME: Final = re.compile(r"([+-])0*(\d{0,16})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\dZ)", re.ASCII)
_CONVERTIBLE: Final = range(-4713, 1465073)
"""The Julian years which Wikibase converts; those outside it takes for Gregorian."""
_LONGEST_MONTH: Final = 31


class _Moment(NamedTuple):
    """The fields of a time, in the order in which Wikibase hashes them."""

    time: str
    timezone: int
    before: int
    after: int
    precision: int
    calendar: str


def time_value(fields: Mapping[str, object], _base: str) -> Value:
    """Return a time of a document.

    Raises:
        ValueError: when a field is missing or of the wrong type.

    """
    moment = _Moment(
        text(fields, "time"),
        whole(fields, "timezone"),
        whole(fields, "before"),
        whole(fields, "after"),
        whole(fields, "precision"),
        text(fields, "calendarmodel").strip(),
    )
    return _value(moment)


@lru_cache(maxsize=8192)
def _value(moment: _Moment) -> Value:
    literal = _literal(moment)
    parts = (
        (RDF_TYPE, wikibase("TimeValue")),
        (wikibase("timeValue"), literal),
        (wikibase("timePrecision"), ox.Literal(str(moment.precision), datatype=INTEGER)),
        (wikibase("timeTimezone"), ox.Literal(str(moment.timezone), datatype=INTEGER)),
        (wikibase("timeCalendarModel"), ox.NamedNode(moment.calendar)),
    )
    return Value(literal, FullValue(_hash(moment), parts))


def _hash(moment: _Moment) -> str:
    content = json.dumps(moment, separators=(",", ":")).replace("/", "\\/")
    return hash_of(serialized("DataValues\\TimeValue", content))


def _literal(moment: _Moment) -> ox.Literal:
    """Return the time as XSD has it, or as it stands when XSD has no such time."""
    match = _TIME.fullmatch(moment.time)
    if not match:
        return ox.Literal(moment.time)
    sign, digits, month, day, clock = match.groups()
    if not digits or not _is_known(moment):
        return ox.Literal(f"{sign}{digits:0>4}-{month}-{day}T{clock}")
    historical = -int(digits) if sign == "-" else int(digits)
    clamped = (historical, min(max(int(month), 1), 12), max(int(day), 1))
    return _date_time(_converted(clamped, moment) or _cleaned(clamped, moment.precision), clock)


def _is_known(moment: _Moment) -> bool:
    """Return whether the calendar is one of ours, or the time too coarse for it to matter."""
    return moment.precision < Precision.DAY or moment.calendar in {_GREGORIAN, _JULIAN}


def _converted(date: tuple[int, int, int], moment: _Moment) -> tuple[int, int, int] | None:
    """Return a Julian day as a Gregorian one, if it is such a day and can be."""
    year, month, day = date
    is_julian = moment.calendar == _JULIAN and moment.precision >= Precision.DAY
    if not is_julian or year not in _CONVERTIBLE or day > _LONGEST_MONTH:
        return None
    number = day_number(_astronomical(year), month, day, calendar=Calendar.JULIAN)
    return from_day_number(number) if number else None


def _cleaned(date: tuple[int, int, int], precision: int) -> tuple[int, int, int]:
    """Return a date without what its precision does not reach, and with a day that exists.

    Wikibase counts centuries and the like on historical years, and so do we.
    """
    year, month, day = date
    if precision < Precision.YEAR:
        return year, 1, 1
    year = _astronomical(year)
    if precision == Precision.YEAR:
        return year, 1, 1
    if precision == Precision.MONTH:
        return year, month, 1
    return year, month, min(day, _days_in(year, month))


def _days_in(year: int, month: int) -> int:
    after = (year + month // 12, month % 12 + 1)
    return day_number(*after, 1) - day_number(year, month, 1)


def _astronomical(year: int) -> int:
    return year + 1 if year < 0 else year


def _date_time(date: tuple[int, int, int], clock: str) -> ox.Literal:
    year, month, day = date
    sign = "-" if year < 0 else ""
    lexical = f"{sign}{abs(year):04}-{month:02}-{day:02}T{clock}"
    return ox.Literal(lexical, datatype=_DATE_TIME)
