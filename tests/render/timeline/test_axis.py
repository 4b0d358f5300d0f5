from hypothesis import given
from hypothesis import strategies as st

from tertium.render.timeline.axis import axis
from tertium.render.timeline.spans import Span

LEFT, RIGHT = 10.0, 910.0
spans = st.lists(
    st.builds(
        lambda first, length: Span(first, first + length),
        st.floats(-(10**11), 10**11),
        st.floats(0.003, 10**6),
    ),
    min_size=1,
    max_size=12,
)


def test_centuries_in_which_nothing_happens_are_cut_out() -> None:
    found = axis([Span(-99, -42), Span(1769, 1822)], LEFT, RIGHT)
    assert [cut.years for cut in found.breaks] == [1811]
    assert found.position(-99) == LEFT
    assert found.position(1822) == RIGHT
    assert found.position(500) == found.breaks[0].left


def test_years_before_ours_are_counted_backwards() -> None:
    labels = [tick.label for tick in axis([Span(-99, 11)], LEFT, RIGHT).ticks]
    assert labels[0] == "100 BCE"
    assert labels[-1] == "10"
    assert "0" not in labels


def test_a_single_day_has_a_year_to_stand_in() -> None:
    found = axis([Span(1917.5, 1917.503)], LEFT, RIGHT)
    assert [tick.label for tick in found.ticks] == ["1917", "1918"]
    assert found.breaks == ()


def test_a_year_that_is_not_round_is_better_than_none() -> None:
    found = axis([Span(10**10 + 3.0, 10**10 + 4.0), Span(0, 1)], LEFT, LEFT + 200)
    assert [tick.label for tick in found.ticks][-1:] != []


def test_what_lies_before_all_stands_at_the_left() -> None:
    assert axis([Span(1900, 1950)], LEFT, RIGHT).position(1800) == LEFT


def test_a_long_time_in_which_much_happens_is_not_cut() -> None:
    assert axis([Span(800, 1400), Span(1700, 2000)], LEFT, RIGHT).breaks == ()


@given(spans)
def test_time_goes_from_left_to_right(found: list[Span]) -> None:
    scale = axis(found, LEFT, RIGHT)
    years = sorted(year for span in found for year in (span.first, span.last))
    places = [scale.position(year) for year in years]
    assert places == sorted(places)
    assert LEFT - 0.01 <= places[0] <= places[-1] <= RIGHT + 0.01


@given(spans)
def test_ticks_are_few_and_in_order(found: list[Span]) -> None:
    ticks = axis(found, LEFT, RIGHT).ticks
    assert 1 <= len(ticks) <= 40
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)
