import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.linking.dating import date_feature
from tertium.linking.features import Feature
from tertium.linking.written import dates_of
from tertium.model.dates import Date, from_day_number


def read(text: str) -> Date:
    return dates_of(text)[0]


def how(given: str, known: str) -> str:
    return date_feature(read(given), read(known)).name


@pytest.mark.parametrize(
    ("given", "known", "expected"),
    [
        ("1879-11-07", "1879-11-07", "SAME_DAY"),
        ("1879-11-07", "1879-11", "SAME_MONTH"),
        ("1879-11-07", "1879", "SAME_YEAR"),
        ("1879", "1879-11-07", "SAME_YEAR"),
        ("1879-11", "1879-10", "OTHER_DAY"),
        ("1879-11-07", "1879-11-19", "OTHER_CALENDAR"),
        ("1879-11-07", "1879-05-23", "OTHER_DAY"),
        ("1879", "1880", "YEAR_APART"),
        ("1879-11-07", "1875-02-01", "YEARS_APART"),
        ("1879", "1885", "OTHER_TIME"),
    ],
)
def test_dates_agree_as_far_as_both_are_exact(given: str, known: str, expected: str) -> None:
    assert how(given, known) == expected


def test_a_day_has_another_name_in_the_other_calendar() -> None:
    assert how("1878-12-06", "1878-12-18") == "OTHER_CALENDAR"
    assert how("1878-12-18", "1878-12-06") == "OTHER_CALENDAR"
    old = Date(year=1700, month=3, day=11, old_style=(1700, 2, 29))
    assert date_feature(Date(year=1700, month=2, day=29), old) is Feature.OTHER_CALENDAR


def test_a_span_of_days_is_no_single_day() -> None:
    assert how("1879-05-05", "1878-01-01/1880-01-01") == "SAME_YEAR"
    assert how("1879-01", "1878-01-01/1878-03-01") == "YEAR_APART"


def test_no_calendar_explains_days_apart_in_our_time() -> None:
    assert how("1978-12-06", "1978-12-18") == "SLIP"
    assert how("1978-12-26", "1979-01-08") == "YEAR_APART"


@pytest.mark.parametrize(
    "slip",
    ["1809-02-17", "1809-03-12", "1890-02-12", "1809-12-02"],
    ids=["day", "month", "year", "both"],
)
def test_one_part_may_be_a_slip_or_two_swapped(slip: str) -> None:
    assert how(slip, "1809-02-12") == "SLIP"


@pytest.mark.parametrize(
    ("given", "known", "same"),
    [
        ("c. 1500", "1492", True),
        ("c. 1500", "1480", False),
        ("1500~", "149X", True),
        ("1499", "149X", True),
        ("1302", "14XX", False),
        ("1500", "14XX", True),
        ("1300", "14XX", False),
        ("1878/1880", "1879", True),
        ("1878/1880", "1895", False),
        ("1865", "1850/..", True),
        ("../1850", "1865", False),
    ],
)
def test_what_is_about_right_agrees_within_its_span(given: str, known: str, *, same: bool) -> None:
    assert how(given, known) == ("SAME_YEAR" if same else "OTHER_TIME")


days = st.integers(2_086_303, 2_488_069).map(from_day_number)
"""From the year 1000 to 2100."""


@given(days, st.sampled_from([1, 2, 3]), days, st.sampled_from([1, 2, 3]))
def test_which_of_two_dates_is_given_does_not_matter(
    one: tuple[int, int, int], parts: int, two: tuple[int, int, int], others: int
) -> None:
    first, second = dated(one[:parts]), dated(two[:others])
    assert date_feature(first, second) is date_feature(second, first)
    assert date_feature(first, first).agrees


def dated(parts: tuple[int, ...]) -> Date:
    year, month, day = (*parts, None, None)[:3]
    return Date(year=parts[0] if year is None else year, month=month, day=day)
