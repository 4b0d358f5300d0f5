import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.model.dates import Date, Precision
from tertium.model.edtf import read_edtf


def told(date: Date | None) -> tuple[object, ...]:
    assert date is not None
    return (date.key, date.precision, date.approximate, date.uncertain)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1878", ((1878, 0, 0), Precision.YEAR, False, False)),
        ("1878-12", ((1878, 12, 0), Precision.MONTH, False, False)),
        ("1878-12-18", ((1878, 12, 18), Precision.DAY, False, False)),
        ("1878-12-XX", ((1878, 12, 0), Precision.MONTH, False, False)),
        ("-0043", ((-43, 0, 0), Precision.YEAR, False, False)),
        ("Y-170000", ((-170000, 0, 0), Precision.YEAR, False, False)),
        ("1878~", ((1878, 0, 0), Precision.YEAR, True, False)),
        ("1878-12?", ((1878, 12, 0), Precision.MONTH, False, True)),
        ("1878%", ((1878, 0, 0), Precision.YEAR, True, True)),
        ("187X", ((1870, 0, 0), Precision.DECADE, False, False)),
        ("18XX", ((1801, 0, 0), Precision.CENTURY, False, False)),
    ],
)
def test_dates_keep_what_is_known_of_them(text: str, parts: tuple[object, ...]) -> None:
    date = read_edtf(text)
    assert told(date) == parts
    assert date is not None
    assert date.lexical == text


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("1919/1926", 1919, 1926),
        ("../1926", None, 1926),
        ("/1926", None, 1926),
        ("1919/..", 1919, None),
        ("{1878,1879}", 1878, 1879),
        ("[1878, 1879, 1880]", 1878, 1880),
        ("[1878..1880]", 1878, 1880),
        ("[..1880]", None, 1880),
        ("[1878..]", 1878, None),
    ],
)
def test_ranges_have_bounds(text: str, lower: int | None, upper: int | None) -> None:
    date = read_edtf(text)
    assert date is not None
    assert (date.lower and date.lower.year, date.upper and date.upper.year) == (lower, upper)


def test_a_range_is_about_right_when_an_end_is() -> None:
    assert told(read_edtf("1919~/1926?"))[2:] == (True, True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "..", "../..", "/", "soon", "1878-13", "1878-02-30", "1878-XX-18", "187X-05"),
        *(
            "2001-21",
            "1926/1919",
            "1919/soon",
            "soon/1926",
            "{}",
            "[..]",
            "1.6.1922",
            "1878/1879/1880",
        ),
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_edtf(text) is None


@settings(max_examples=20, deadline=None)  # the reference reader is slow
@given(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28), st.sampled_from("~?%"))
def test_the_reference_reader_reads_the_same(year: int, month: int, day: int, flag: str) -> None:
    for text in (
        f"{year:04}{flag}",
        f"{year:04}-{month:02}{flag}",
        f"{year:04}-{month:02}-{day:02}",
    ):
        ours, theirs = read_edtf(text), edtf.parse_edtf(text)
        assert ours is not None
        first = theirs.lower_strict()
        known = (ours.year, ours.month or 1, ours.day or 1)
        assert known == (first.tm_year, first.tm_mon, first.tm_mday)
        assert (ours.approximate, ours.uncertain) == (
            bool(getattr(theirs, "is_approximate", False) or (flag == "%" and text.endswith(flag))),
            bool(getattr(theirs, "is_uncertain", False) or (flag == "%" and text.endswith(flag))),
        )
