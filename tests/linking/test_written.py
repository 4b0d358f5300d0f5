from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.linking.written import dates_of, number_of, said
from tertium.model.dates import Date, Precision

TROTSKY = (1879, 11, 7)


@pytest.mark.parametrize(
    "text",
    [
        "1879-11-07",
        " 1879-11-07T00:00:00Z ",
        "+1879-11-07T00:00:00Z",
        "1879/11/7",
        "7.11.1879",
        "7 November 1879",
        "7th November 1879",
        "7. Nov. 1879",
        "Nov 7, 1879",
        "november 7th, 1879",
    ],
)
def test_a_day_is_written_in_many_ways(text: str) -> None:
    assert [date.key for date in dates_of(text)] == [TROTSKY]


def test_day_and_month_may_be_confused() -> None:
    assert {date.key for date in dates_of("7/11/1879")} == {TROTSKY, (1879, 7, 11)}
    assert [date.key for date in dates_of("7/7/1879")] == [(1879, 7, 7)]
    assert [date.key for date in dates_of("25-12-1879")] == [(1879, 12, 25)]


@pytest.mark.parametrize(
    ("text", "key", "precision"),
    [
        ("1879", (1879, 0, 0), Precision.YEAR),
        ("1879-00-00", (1879, 0, 0), Precision.YEAR),
        ("1879-11-00", (1879, 11, 0), Precision.MONTH),
        ("November 1879", (1879, 11, 0), Precision.MONTH),
        ("187X", (1870, 0, 0), Precision.DECADE),
        ("800", (800, 0, 0), Precision.YEAR),
        ("44 BC", (-43, 0, 0), Precision.YEAR),
        ("44 b.c.e.", (-43, 0, 0), Precision.YEAR),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(
    text: str, key: tuple[int, int, int], precision: Precision
) -> None:
    (date,) = dates_of(text)
    assert (date.key, date.precision) == (key, precision)


@pytest.mark.parametrize("text", ["c. 1879", "ca 1879", "circa 1879", "1879~"])
def test_a_date_may_be_about_right(text: str) -> None:
    (date,) = dates_of(text)
    assert (date.year, date.approximate) == (1879, True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "7", "44", "Kim", "May", "31.2.1879", "1879-13-01", "7 Smarch 1879"),
        *("1/2/3/1879", "1" * 41, "\u0661\u0668\u0667\u0669-01-01"),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates_of(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1879", "1879"),
        (" -3.50 ", "-3.50"),
        ("1,234,567.5", "1234567.5"),
        ("6.02e23", "6.02E+23"),
    ],
)
def test_a_number_is_written_in_some_ways(text: str, number: str) -> None:
    assert number_of(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "1,23", "1.2.3", "1e9999", "12 km", "NaN", "Infinity", "9" * 41, "\u0661"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number_of(text) is None


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(year=1879, month=11, day=7), "7 November 1879"),
        (Date(year=1879, month=11), "November 1879"),
        (Date(year=0), "1 BCE"),
    ],
)
def test_a_date_is_said_in_words(date: Date, text: str) -> None:
    assert said(date) == text


@given(st.dates())
def test_what_is_said_of_a_date_is_read_as_that_date(day: object) -> None:
    (date,) = dates_of(str(day))
    if date.year > 99:
        assert [one.key for one in dates_of(said(date))] == [date.key]


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_not_without_an_error(text: str) -> None:
    assert all(date.year for date in dates_of(text) if date.approximate)
    assert number_of(text) is None or number_of(text) == number_of(f" {text} ")
