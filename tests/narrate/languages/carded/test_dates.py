import pytest

from tertium.model.dates import Date, Interval, Precision
from tertium.narrate.languages.carded.dates import say_date, say_moment, say_span, say_time
from tests.narrate.builders import date, julian
from tests.narrate.languages.carded.builders import TONGUE, tongue

_OCTOBER = julian(1917, 10, 25)


def coarse(year: int, precision: Precision) -> Date:
    return Date(year=year, precision=precision)


@pytest.mark.parametrize(
    ("language", "bare", "moment"),
    [
        ("de", "18. Dezember 1878", "am 18. Dezember 1878"),
        ("fr", "18 décembre 1878", "le 18 décembre 1878"),
        ("es", "18 de diciembre de 1878", "el 18 de diciembre de 1878"),
        ("ru", "18 декабря 1878 года", "18 декабря 1878 года"),
    ],
)
def test_a_day_is_named_and_told(language: str, bare: str, moment: str) -> None:
    assert say_date(tongue(language), date("1878-12-18")) == bare
    assert say_moment(tongue(language), date("1878-12-18")) == moment


def test_the_first_of_its_kind_may_have_a_form_of_its_own() -> None:
    assert say_date(tongue("fr"), date("1905-01-01")) == "1er janvier 1905"
    assert say_date(tongue("fr"), coarse(50, Precision.CENTURY)) == "Ier siècle"
    assert say_date(tongue("fr"), coarse(1850, Precision.CENTURY)) == "XIXe siècle"


def test_months_have_forms_by_use() -> None:
    assert say_date(tongue("ru"), date("1917-03")) == "март 1917 года"
    assert say_moment(tongue("ru"), date("1917-03")) == "в марте 1917 года"
    assert say_moment(tongue("de"), date("1917-03")) == "im März 1917"


@pytest.mark.parametrize(
    ("found", "bare", "moment"),
    [
        (date("1917"), "1917", "in 1917"),
        (coarse(1917, Precision.DECADE), "1910i", "in 1910i"),
        (coarse(1917, Precision.CENTURY), "sek XX", "in sek XX"),
        (coarse(1917, Precision.MILLENNIUM), "mil 2", "in mil 2"),
        (coarse(-9_999, Precision.TEN_MILLENNIA), "ka 10,000 a.K.", "ka 10,000 a.K."),
        (date("476"), "476 p.K.", "in 476 p.K."),
        (Date(year=-43, month=3), "Mar 44 a.K.", "in Mar 44 a.K."),
        (_OCTOBER, "7 novi 1917 (25 okti vet)", "die 7 novi 1917 (25 okti vet)"),
        (julian(1879, 12, 25), "6 jani 1880 (25 deki 1879 vet)", ""),
        (julian(1500, 2, 24), "24 febi 1500", "die 24 febi 1500"),
        (Date(year=1878, approximate=True), "kirka 1878", "kirka in 1878"),
        (Date(year=1878, uncertain=True), "fors 1878", "fors in 1878"),
    ],
)
def test_dates_of_every_precision(found: Date, bare: str, moment: str) -> None:
    assert say_date(TONGUE, found) == bare
    assert not moment or say_moment(TONGUE, found) == moment


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        ("1870", "1880", "1878 (inter 1870 e 1880)"),
        ("1878", "1880", "inter 1878 e 1880"),
        ("1878", "", "no ante 1878"),
        ("", "1878", "no pos 1878"),
    ],
)
def test_bounds_are_told(lower: str, upper: str, said: str) -> None:
    low, high = (date(text) if text else None for text in (lower, upper))
    assert say_date(TONGUE, Date(year=1878, lower=low, upper=high)) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("1919-05", "1926-10", "1919-1926"),
        ("1919-05", "", "de 1919"),
        ("", "1926-10", "fin 1926"),
        ("1926-01", "1926-10", "1926"),
        ("", "", ""),
    ],
)
def test_intervals_are_told_in_years(start: str, end: str, said: str) -> None:
    first, last = (date(text) if text else None for text in (start, end))
    assert say_span(TONGUE, Interval(start=first, end=last)) == said


def test_a_moment_is_told_in_full_but_for_the_old_style() -> None:
    assert say_time(TONGUE, Interval(start=_OCTOBER, end=_OCTOBER)) == "7 novi 1917"
    assert say_time(TONGUE, Interval(start=_OCTOBER)) == "de 1917"


def test_loose_dates_keep_what_is_loose_in_years() -> None:
    loose = Date(year=1919, month=2, approximate=True)
    assert say_span(TONGUE, Interval(start=loose)) == "de kirka 1919"
    century = coarse(1850, Precision.CENTURY)
    assert say_span(TONGUE, Interval(start=century, end=date("1926"))) == "sek XIX-1926"
