from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.time import before, coincide, distance, floor, overlap
from tertium.model.dates import Calendar, Date, Interval, Precision

from .builders import day, iri, year

A, B, C = iri("a"), iri("b"), iri("c")


@pytest.mark.parametrize(
    ("left", "right", "amount", "unit"),
    [
        (day(1878, 12, 18), day(1879, 11, 7), 324, Precision.DAY),
        (year(1878), day(1879, 11, 7), 1, Precision.YEAR),
        (year(1879), day(1879, 11, 7), 0, Precision.YEAR),
        (Date(year=1878, month=12), day(1879, 11, 7), 11, Precision.MONTH),
        (day(-43, 3, 13), year(14), 57, Precision.YEAR),
        (day(0, 12, 31), day(1, 1, 1), 1, Precision.DAY),
        (Date(year=1871, precision=Precision.DECADE), year(1892), 2, Precision.DECADE),
        (Date(year=-44, precision=Precision.CENTURY), year(1999), 20, Precision.CENTURY),
        (Date(year=-2999, precision=Precision.MILLENNIUM), year(2000), 4, Precision.MILLENNIUM),
        (
            Date(year=-4_000_000_000, precision=Precision.BILLION_YEARS),
            year(1999),
            5,
            Precision.BILLION_YEARS,
        ),
    ],
)
def test_distance_counts_units_of_the_coarser_precision(
    left: Date, right: Date, amount: int, unit: Precision
) -> None:
    for dates in ({A: left, B: right}, {B: right, A: left}):
        found = distance(dates)
        assert (found.order, found.amount, found.unit) == ((A, B), amount, unit)


@pytest.mark.parametrize(
    ("date", "precision", "left"),
    [
        (day(1917, 11, 7), Precision.DAY, (1917, 11, 7)),
        (day(1917, 11, 7), Precision.MONTH, (1917, 11)),
        (day(1917, 11, 7), Precision.YEAR, (1917,)),
        (year(1917), Precision.DECADE, (191,)),
        (year(-43), Precision.DECADE, (-5,)),
        (year(-48), Precision.DECADE, (-5,)),
        (year(0), Precision.DECADE, (-1,)),
        (year(2000), Precision.CENTURY, (19,)),
        (year(0), Precision.CENTURY, (-1,)),
        (year(2000), Precision.MILLENNIUM, (1,)),
        (year(2001), Precision.MILLENNIUM, (2,)),
        (year(2001), Precision.BILLION_YEARS, (0,)),
    ],
)
def test_floor_keeps_what_is_exact(date: Date, precision: Precision, left: tuple[int, ...]) -> None:
    assert floor(date, precision) == left


def test_distance_of_three_is_from_first_to_last() -> None:
    found = distance({A: year(1879), B: day(1870, 4, 22), C: year(1878)})
    assert (found.order, found.amount, found.unit) == ((B, C, A), 9, Precision.YEAR)


def span(start: Date | None, end: Date | None) -> Interval:
    return Interval(start=start, end=end)


D = day(1922, 4, 3)
OVERLAPPING = [
    (span(year(1919), year(1926)), span(year(1917), year(1953)), span(year(1919), year(1926))),
    (span(year(1919), year(1926)), span(D, None), span(D, None)),
    (span(D, None), span(D, None), span(D, None)),
    (span(D, D), span(year(1919), year(1926)), span(D, D)),
    (span(D, D), span(D, D), span(D, D)),
    (span(D, D), span(D, day(1926, 7, 23)), span(D, D)),
    (span(None, year(1926)), span(year(1919), year(1930)), span(None, year(1926))),
    (span(year(1917), year(1918)), span(year(1917), year(1918)), span(year(1917), year(1918))),
    (
        span(day(1919, 3, 25), year(1926)),
        span(year(1919), day(1926, 7, 23)),
        span(year(1919), year(1926)),
    ),
    (span(year(-48), year(-43)), span(year(-45), year(14)), span(year(-45), year(-43))),
]
APART = [
    (span(year(1917), year(1919)), span(year(1920), year(1926))),
    (span(year(1917), year(1919)), span(year(1919), year(1926))),
    (span(year(1919), D), span(D, year(1926))),
    (span(year(1919), D), span(D, None)),
    (span(year(1917), None), span(year(1919), None)),
    (span(year(1917), None), span(year(1917), None)),
    (span(None, year(1926)), span(None, year(1926))),
    (span(None, D), span(D, D)),
    (span(None, None), span(year(1919), year(1926))),
    (span(year(1917), year(1917)), span(year(1917), year(1917))),
    (span(year(1930), year(1920)), span(year(1910), year(1940))),
]


@pytest.mark.parametrize(("left", "right", "both"), OVERLAPPING)
def test_known_parts_prove_an_overlap(left: Interval, right: Interval, both: Interval) -> None:
    assert overlap([left, right]) == both
    assert overlap([right, left]) == both


@pytest.mark.parametrize(("left", "right"), APART)
def test_no_overlap_is_claimed_without_proof(left: Interval, right: Interval) -> None:
    assert overlap([left, right]) is None
    assert overlap([right, left]) is None


def test_three_overlap_when_each_two_do() -> None:
    spans = [span(year(1912), year(1926)), span(year(1917), year(1936)), span(year(1919), None)]
    for order in permutations(spans):
        assert overlap(order) == span(year(1919), None)
    assert overlap([*spans, span(year(1930), year(1940))]) is None


dates = st.one_of(
    st.builds(year, st.integers(-50, 50)),
    st.builds(lambda y, m: Date(year=y, month=m), st.integers(-2, 2), st.integers(1, 12)),
    st.builds(day, st.integers(-2, 2), st.integers(1, 12), st.integers(1, 28)),
    st.builds(lambda y: Date(year=y, precision=Precision.DECADE), st.integers(-50, 50)),
    st.builds(
        lambda y, p: Date(year=y, precision=p),
        st.integers(-3000, 3000),
        st.sampled_from([p for p in Precision if p <= Precision.CENTURY]),
    ),
)


@given(dates, dates)
def test_of_two_dates_one_is_earlier_or_they_coincide(left: Date, right: Date) -> None:
    assert before(left, right) + before(right, left) + coincide(left, right) == 1


@given(dates, dates)
def test_distance_is_zero_exactly_when_dates_coincide(left: Date, right: Date) -> None:
    found = distance({A: left, B: right})
    assert (found.amount == 0) == coincide(left, right)
    assert found.amount >= 0
    assert found.order == ((B, A) if before(right, left) else (A, B))


days = st.builds(day, st.integers(-1, 1), st.integers(1, 2), st.integers(1, 2))


@given(st.lists(st.builds(span, days | st.none(), days | st.none()), min_size=2, max_size=3))
def test_a_claimed_overlap_lies_within_every_interval(spans: list[Interval]) -> None:
    found = overlap(spans)
    if found is not None:
        for held in spans:
            assert not (found.start and held.start and before(found.start, held.start))
            assert not (found.end and held.end and before(held.end, found.end))
        assert found.start or found.end


ABOUT = Date(year=1878, approximate=True)
RANGE = Date(year=1919, lower=year(1919), upper=year(1926))
UNTIL = Date(year=1926, upper=year(1926))
FROM = Date(year=1919, lower=year(1919))


@pytest.mark.parametrize(
    ("left", "right", "certain"),
    [
        (ABOUT, year(1879), False),
        (ABOUT, year(1881), True),
        (Date(year=1878, uncertain=True), year(1879), False),
        (RANGE, year(1927), True),
        (RANGE, year(1926), False),
        (year(1918), RANGE, True),
        (UNTIL, year(1927), True),
        (year(1900), UNTIL, False),
        (FROM, year(1950), False),
        (year(1918), FROM, True),
        (Date(year=1922, lower=year(1919)), year(1923), True),
    ],
)
def test_only_what_is_certain_is_before(left: Date, right: Date, certain: bool) -> None:
    assert before(left, right) is certain
    assert not before(right, left)


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [
        (ABOUT, day(1878, 12, 18), True),
        (ABOUT, year(1879), False),
        (RANGE, day(1922, 6, 1), True),
        (RANGE, year(1930), False),
        (UNTIL, FROM, True),
    ],
)
def test_ranges_and_what_is_about_right_coincide_with_what_they_may_be(
    left: Date, right: Date, equal: bool
) -> None:
    assert coincide(left, right) is equal
    assert coincide(right, left) is equal


def test_nobody_counts_days_from_what_is_about_right() -> None:
    about = Date(year=1878, month=12, day=18, approximate=True)
    found = distance({A: about, B: day(1879, 11, 7)})
    assert (found.amount, found.unit) == (1, Precision.YEAR)


def test_the_same_day_in_both_calendars_is_one_day() -> None:
    julian = Date(year=1879, month=12, day=21, calendar=Calendar.JULIAN, old_style=(1879, 12, 9))
    assert coincide(julian, day(1879, 12, 21))
    assert distance({A: julian, B: day(1879, 12, 21)}).amount == 0


_stints = st.builds(
    Interval,
    start=st.none() | st.sampled_from([year(1917), year(1919), ABOUT, RANGE, day(1922, 4, 3)]),
    end=st.none() | st.sampled_from([year(1920), year(1926), UNTIL, day(1922, 4, 3)]),
)


@given(_stints, _stints)
def test_overlap_is_symmetric_whatever_the_dates(one: Interval, other: Interval) -> None:
    assert (overlap([one, other]) is None) == (overlap([other, one]) is None)
