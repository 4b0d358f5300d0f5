import pytest

from tertium.model.dates import Date, Interval, Precision
from tertium.narrate.languages.en.dates import (
    in_years,
    say_date,
    say_distance,
    say_interval,
    say_moment,
    say_years,
)
from tests.narrate.builders import date, julian

_DASH = "\N{EN DASH}"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (date("1917-11-07"), "7 November 1917"),
        (julian(1917, 10, 25), "7 November 1917 (25 October, Old Style)"),
        (julian(1917, 12, 26), "8 January 1918 (26 December 1917, Old Style)"),
        (julian(-43, 3, 15), "15 March 44 BCE"),
        (julian(14, 8, 19), "19 August 14 CE"),
        (date("1918-03"), "March 1918"),
        (date("1905"), "1905"),
        (Date(year=0), "1 BCE"),
        (Date(year=1925, precision=Precision.DECADE), "the 1920s"),
        (Date(year=1801, precision=Precision.CENTURY), "the 19th century"),
        (Date(year=-50, precision=Precision.CENTURY), "the 1st century BCE"),
        (Date(year=-2999, precision=Precision.MILLENNIUM), "the 3rd millennium BCE"),
        (Date(year=2000, precision=Precision.MILLENNIUM), "the 2nd millennium"),
        (Date(year=-9_999, precision=Precision.TEN_MILLENNIA), "around 10,000 BCE"),
        (Date(year=-3_000, precision=Precision.TEN_MILLENNIA), "around 3,001 BCE"),
        (Date(year=1878, approximate=True), "about 1878"),
        (Date(year=1878, uncertain=True), "perhaps 1878"),
        (Date(year=1878, approximate=True, uncertain=True), "perhaps about 1878"),
        (Date(year=1919, lower=date("1919"), upper=date("1926")), "between 1919 and 1926"),
        (Date(year=1919, lower=date("1919")), "1919 or later"),
        (Date(year=1926, upper=date("1926")), "1926 or earlier"),
        (
            Date(year=1922, lower=date("1919"), upper=date("1926")),
            "1922 (between 1919 and 1926)",
        ),
        (
            Date(year=-4_000_000_000, precision=Precision.BILLION_YEARS),
            "around 4,000,000,000 BCE",
        ),
        (
            Date(year=-13_798_000_000, precision=Precision.MILLION_YEARS),
            "around 13,798,000,000 BCE",
        ),
    ],
)
def test_dates_keep_their_precision_and_calendar(value: Date, said: str) -> None:
    assert say_date(value) == said


def test_a_day_is_on_and_all_else_is_in() -> None:
    assert say_moment(date("1917-11-07")) == "on 7 November 1917"
    assert say_moment(date("1917")) == "in 1917"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("1918-03", "1925-01", "from March 1918 to January 1925"),
        ("1919", None, "from 1919"),
        (None, "1953", "until 1953"),
        (None, None, ""),
        ("1905", "1905", "in 1905"),
        ("1922-04-03", "1953", "from 1922 to 1953"),
        ("1922", "1953-03", "from 1922 to 1953"),
        ("1917-03", "1918-02-06", "from March 1917 to February 1918"),
        ("1936-08-19", "1936-08-24", "from 19 to 24 August 1936"),
        ("1936-07-19", "1936-08-24", "from 19 July to 24 August 1936"),
        ("1936-07", "1936-08", "from July to August 1936"),
    ],
)
def test_intervals_are_told_at_one_precision(start: str | None, end: str | None, said: str) -> None:
    ends = [date(text) if text else None for text in (start, end)]
    assert say_interval(Interval(start=ends[0], end=ends[1])) == said


def test_old_style_stays_in_intervals() -> None:
    interval = Interval(start=julian(1917, 10, 26), end=date("1917-12-01"))
    assert (
        say_interval(interval) == "from 8 November 1917 (26 October, Old Style) to 1 December 1917"
    )


def test_an_era_is_told_once() -> None:
    reign = Interval(start=Date(year=-47), end=Date(year=-43))
    assert say_interval(reign) == "from 48 to 44 BCE"
    assert say_years(reign) == f"48{_DASH}44 BCE"
    assert say_years(Interval(start=Date(year=-26), end=Date(year=14))) == f"27 BCE{_DASH}14 CE"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("1919-03-25", "1926-10-23", f"1919{_DASH}1926"),
        ("1917-03", "1917-10", "1917"),
        ("1917", None, "from 1917"),
        (None, "1953", "until 1953"),
        (None, None, ""),
    ],
)
def test_years_alone(start: str | None, end: str | None, said: str) -> None:
    ends = [date(text) if text else None for text in (start, end)]
    assert say_years(Interval(start=ends[0], end=ends[1])) == said


def test_years_of_longer_spans() -> None:
    decade = Date(year=1920, precision=Precision.DECADE)
    assert say_years(Interval(start=decade, end=decade)) == "the 1920s"


def test_only_the_years_are_left() -> None:
    cut = in_years(Interval(start=date("1919-03-25"), end=None))
    assert cut == Interval(start=date("1919"), end=None)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("1878-12-18", "1879-11-07", "ten months"),
        ("1900-01-01", "1901-01-01", "one year"),
        ("1900-01-01", "1901-06-01", "17 months"),
        ("1900-01-02", "1953-01-01", "52 years"),
        ("1900-01-01", "1900-01-02", "one day"),
        ("1900-01-01", "1900-02-03", "33 days"),
        ("1900", "1906-01-01", "six years"),
        ("1900-01", "1900-02", "one month"),
    ],
)
def test_distances_are_in_whole_units(first: str, second: str, said: str) -> None:
    assert say_distance(date(first), date(second)) == said


def test_a_range_has_its_own_preposition() -> None:
    assert say_moment(Date(year=1878, approximate=True)) == "in about 1878"
    assert say_moment(Date(year=1919, lower=date("1919"), upper=date("1926"))).startswith("between")


def test_years_are_about_right_where_dates_are() -> None:
    about = Date(year=1878, approximate=True)
    ranged = Date(year=1919, lower=date("1919"), upper=date("1926"))
    assert say_years(Interval(start=about)) == "from about 1878"
    assert say_years(Interval(end=ranged)) == "until between 1919 and 1926"
