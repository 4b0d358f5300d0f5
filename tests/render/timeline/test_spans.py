import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.dates import Date, Interval, Precision
from tertium.render.timeline.spans import Span, span_of, stretch_of

dates = st.builds(
    Date,
    year=st.integers(-(10**12), 10**12),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(1, 28),
    precision=st.sampled_from(Precision),
)
spans_of_dates = st.builds(Interval, start=st.none() | dates, end=st.none() | dates)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        (Date(year=1917), 1917, 1918),
        (Date(year=1917, month=1, precision=Precision.YEAR), 1917, 1918),
        (Date(year=1917, month=7), 1917.5, 1917.5833),
        (Date(year=1917, month=7, day=1, precision=Precision.MONTH), 1917.5, 1917.5833),
        (Date(year=1917, month=7, day=1), 1917.5, 1917.5027),
        (Date(year=1917, precision=Precision.DECADE), 1910, 1920),
        (Date(year=-43, precision=Precision.DECADE), -48, -38),
        (Date(year=1900, precision=Precision.CENTURY), 1801, 1901),
        (Date(year=-43, precision=Precision.CENTURY), -99, 1),
        (Date(year=1900, lower=Date(year=1890), upper=Date(year=1905)), 1890, 1906),
    ],
)
def test_a_date_is_as_long_as_it_is_exact(date: Date, first: float, last: float) -> None:
    span = span_of(date)
    assert span is not None
    assert (round(span.first, 4), round(span.last, 4)) == (first, last)


def test_what_no_number_holds_is_not_drawn() -> None:
    assert span_of(Date(year=10**400)) is None
    assert stretch_of(Interval(start=Date(year=1900), end=Date(year=10**400))) == (None, None)


def test_between_two_years_it_held_for_certain() -> None:
    whole, sure = stretch_of(Interval(start=Date(year=1917), end=Date(year=1924)))
    assert (whole, sure) == (Span(1917, 1925), Span(1918, 1924))


def test_from_one_year_to_the_next_nothing_is_certain() -> None:
    whole, sure = stretch_of(Interval(start=Date(year=1917), end=Date(year=1918)))
    assert (whole, sure) == (Span(1917, 1919), None)


def test_of_one_end_nothing_more_is_known() -> None:
    assert stretch_of(Interval(end=Date(year=1924))) == (Span(1924, 1925), None)
    assert stretch_of(Interval()) == (None, None)


def test_a_point_in_time_is_certain() -> None:
    point = Date(year=1917)
    assert stretch_of(Interval(start=point, end=point)) == (Span(1917, 1918), Span(1917, 1918))


@given(dates)
def test_every_date_lasts(date: Date) -> None:
    span = span_of(date)
    assert span is None or span.length > 0


@given(spans_of_dates)
def test_what_is_certain_lies_within_what_may_be(interval: Interval) -> None:
    whole, sure = stretch_of(interval)
    if sure is not None:
        assert whole is not None
        assert whole.first <= sure.first <= sure.last <= whole.last
