import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.dates import Calendar, Date, Precision, day_number, from_day_number
from tertium.queries.reading.dates import date_of, julian_days, number_of, restyled
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
