from hypothesis import given
from hypothesis import strategies as st

from tertium.model.dates import Calendar, Date, Precision, day_number, from_day_number


def test_known_days_have_their_julian_day_number() -> None:
    assert day_number(2000, 1, 1) == 2451545
    assert day_number(1582, 10, 4, calendar=Calendar.JULIAN) + 1 == day_number(1582, 10, 15)
    assert day_number(-43, 3, 15, calendar=Calendar.JULIAN) == day_number(-43, 3, 13)


@given(st.integers(min_value=-1_000_000, max_value=4_000_000))
def test_a_day_number_comes_back(number: int) -> None:
    assert day_number(*from_day_number(number)) == number


@given(st.integers(min_value=-1_000_000, max_value=4_000_000), st.sampled_from(Calendar))
def test_a_day_number_comes_back_in_either_calendar(number: int, calendar: Calendar) -> None:
    day = from_day_number(number, calendar=calendar)
    assert day_number(*day, calendar=calendar) == number


def test_a_precision_spans_years() -> None:
    spans = [precision.years for precision in Precision]
    assert spans == [*(10**power for power in range(9, -1, -1)), 1, 1]
    assert Precision.MILLENNIUM.years == 1000


def test_precision_is_no_finer_than_the_parts() -> None:
    assert Date(year=1917).precision is Precision.YEAR
    assert Date(year=1917, month=11).precision is Precision.MONTH
    assert (
        Date(year=1917, month=11, day=7, precision=Precision.DECADE).precision is Precision.DECADE
    )
    assert Date(year=1917, month=11).key == (1917, 11, 0)
