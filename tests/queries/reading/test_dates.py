import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.dates import Calendar, Date, Precision, day_number, from_day_number
from tertium.model.terms import Iri, Literal, Term
from tertium.queries.reading.dates import (
    date_of,
    guessed,
    julian_days,
    number_of,
    refined,
    restyled,
)
from tests.queries.builders import of_type


@pytest.mark.parametrize(
    ("lexical", "name", "parts"),
    [
        ("1917", "gYear", (1917, None, None)),
        ("1917Z", "gYear", (1917, None, None)),
        ("1917-05:00", "gYear", (1917, None, None)),
        ("0000", "gYear", (0, None, None)),
        ("-0043", "gYear", (-43, None, None)),
        ("-0099-07", "gYearMonth", (-99, 7, None)),
        ("1917-11-07", "date", (1917, 11, 7)),
        ("-0043-03-13", "date", (-43, 3, 13)),
        ("1904-02-29+01:00", "date", (1904, 2, 29)),
        ("1917-11-07T10:00:00.5Z", "dateTime", (1917, 11, 7)),
    ],
)
def test_a_date_is_read(lexical: str, name: str, parts: tuple[int, int | None, int | None]) -> None:
    date = date_of(of_type(lexical, name))
    assert date is not None
    assert (date.year, date.month, date.day) == parts
    assert date.lexical == lexical


@pytest.mark.parametrize(
    ("lexical", "name"),
    [
        *(("1917-13-01", "date"), ("1917-00-01", "date"), ("1917-11-31", "date")),
        *(("1900-02-29", "date"), ("1917", "date"), ("1917-11-07", "gYear"), ("17", "gYear")),
        *(("1917-13", "gYearMonth"), ("soon", "date"), ("1917-11-07", "dateTime")),
        *(("1917", "integer"), ("9" * 5000, "gYear"), ("١٩١٧", "gYear")),
    ],
)
def test_what_is_no_date_is_none(lexical: str, name: str) -> None:
    assert date_of(of_type(lexical, name)) is None


@given(st.integers(-200_000_000, 200_000_000))
def test_every_day_comes_back(number: int) -> None:
    year, month, day = from_day_number(number)
    sign = "-" if year < 0 else ""
    date = date_of(of_type(f"{sign}{abs(year):04}-{month:02}-{day:02}", "date"))
    assert date is not None
    assert date.precision is Precision.DAY
    assert number_of(date) == number


def test_a_date_without_a_day_has_no_number() -> None:
    assert number_of(Date(year=1917, month=11)) is None
    assert number_of(Date(year=1917)) is None


def test_only_the_same_day_takes_the_old_style_form() -> None:
    days = julian_days([of_type("1917-10-25", "date"), of_type("1917", "gYear")])
    assert days == {day_number(1917, 11, 7): (1917, 10, 25)}
    paired = restyled(Date(year=1917, month=11, day=7), days)
    assert (paired.calendar, paired.old_style) == (Calendar.JULIAN, (1917, 10, 25))
    other = Date(year=1917, month=11, day=8)
    assert restyled(other, days) is other
    assert restyled(Date(year=1917), days) == Date(year=1917)


def test_a_leap_day_of_the_julian_calendar_alone_is_read() -> None:
    assert julian_days([of_type("1900-02-29", "date")]) == {day_number(1900, 3, 13): (1900, 2, 29)}


PRECISION = Iri("http://wikiba.se/ontology#timePrecision")
CALENDAR = Iri("http://wikiba.se/ontology#timeCalendarModel")
JULIAN = Iri("http://www.wikidata.org/entity/Q1985786")


def full(lexical: str, precision: str, calendar: Iri = CALENDAR) -> Date:
    date = date_of(of_type(lexical, "dateTime"))
    assert date is not None
    facts: dict[Iri, Term] = {PRECISION: Literal(precision), CALENDAR: calendar}
    return refined(date, facts)


@pytest.mark.parametrize(
    ("precision", "parts"),
    [
        ("14", (1857, 3, 4)),
        ("11", (1857, 3, 4)),
        ("10", (1857, 3, None)),
        ("9", (1857, None, None)),
        ("6", (1857, None, None)),
        ("0", (1857, None, None)),
    ],
)
def test_a_date_is_as_exact_as_its_precision(
    precision: str, parts: tuple[int, int | None, int | None]
) -> None:
    date = full("1857-03-04T00:00:00Z", precision)
    assert (date.year, date.month, date.day) == parts
    assert date.precision == min(int(precision), Precision.DAY)


@pytest.mark.parametrize("precision", ["", "x", "100", "-1", "٩"])
def test_a_precision_that_cannot_be_read_changes_nothing(precision: str) -> None:
    assert full("1857-03-04T00:00:00Z", precision).precision is Precision.DAY


def test_a_date_without_a_precision_is_as_exact_as_it_is_written() -> None:
    date = Date(year=1857, month=3)
    assert refined(date, {}) == date


def test_a_julian_day_is_computed_back() -> None:
    ides = full("-0043-03-13T00:00:00Z", "11", JULIAN)
    assert (ides.calendar, ides.old_style) == (Calendar.JULIAN, (-43, 3, 15))
    assert (ides.year, ides.month, ides.day) == (-43, 3, 13)
    leap = full("1900-03-13T00:00:00Z", "11", JULIAN)
    assert leap.old_style == (1900, 2, 29)


def test_what_is_less_exact_has_no_julian_day() -> None:
    year = full("0000-01-01T00:00:00Z", "9", JULIAN)
    assert (year.year, year.calendar, year.old_style) == (0, Calendar.JULIAN, None)


def test_the_first_of_january_may_be_any_day() -> None:
    bare = date_of(of_type("1857-01-01T00:00:00Z", "dateTime"))
    other = date_of(of_type("1857-01-02T00:00:00Z", "dateTime"))
    assert bare is not None
    assert other is not None
    assert guessed(bare) == Date(year=1857, lexical=bare.lexical)
    assert guessed(other) is other


def test_years_beyond_all_calendars_are_read() -> None:
    rock = full("-4000000000-01-01T00:00:00Z", "0")
    assert (rock.year, rock.precision) == (-4_000_000_000, Precision.BILLION_YEARS)
