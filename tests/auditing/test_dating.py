from decimal import Decimal

import pytest

from tertium.auditing.dating import dates_in, numbers_in
from tertium.model.dates import Date, Precision
from tests.auditing.builders import vocabulary

WORDS = vocabulary()


def dates(text: str) -> list[Date]:
    return [one.date for one in dates_in(WORDS.stemmer.tokens(text), WORDS)]


def amounts(text: str) -> list[tuple[Decimal, Decimal]]:
    tokens = WORDS.stemmer.tokens(text)
    return [(one.low, one.high) for one in numbers_in(text, tokens, WORDS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 1940", Date(year=1940)),
        ("1940", Date(year=1940)),
        ("21 August 1940", Date(year=1940, month=8, day=21)),
        ("on August 21, 1940", Date(year=1940, month=8, day=21)),
        ("the 21st August 1940", Date(year=1940, month=8, day=21)),
        ("August 1940", Date(year=1940, month=8)),
        ("the 1930s", Date(year=1930, precision=Precision.DECADE)),
        ("in 44 BC, or in 106 BCE", Date(year=-105)),
    ],
)
def test_a_date_is_as_exact_as_it_is_said(text: str, expected: Date) -> None:
    assert dates(text) == [expected]


def test_a_range_has_two_ends() -> None:
    assert [one.year for one in dates("from 1922 to 1953, 1917-1918")] == [1922, 1953, 1917, 1918]


def test_digits_are_not_always_a_year() -> None:
    assert dates("killed 1500 men; 300 of them") == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("three children", "2.5", "3.5"),
        ("3.6 million", "3550000", "3650000"),
        ("1,200,000", "1150000", "1250000"),
        ("7 hundred", "650", "750"),
        ("two hundred", "150", "250"),
    ],
)
def test_an_amount_is_as_exact_as_it_is_said(text: str, low: str, high: str) -> None:
    assert amounts(text) == [(Decimal(low), Decimal(high))]


def test_millions_are_a_million_or_more() -> None:
    assert amounts("millions of people") == [(Decimal(1000000), Decimal(1000000000))]


def test_amounts_are_told_apart() -> None:
    assert len(amounts("two dogs and 3 cats")) == 2
