from decimal import Decimal

import pytest

from tertium.compare.labels import label, rounded
from tertium.model.dates import Date
from tertium.model.values import Coordinate, Identifier, Quantity, Text, Value, WebAddress

from .builders import NONE, UNKNOWN, day, iri, thing, year


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (thing("Marxism"), "Marxism"),
        (Text("Koba", "en"), "Koba"),
        (Date(year=1878, lexical="1878"), "1878"),
        (day(1878, 12, 18), "1878-12-18"),
        (year(0), "1 BCE"),
        (Date(year=1878, approximate=True), "about 1878"),
        (Date(year=1878, lexical="1878-01-01T00:00:00Z"), "1878"),
        (Quantity(amount=Decimal("1.70"), unit_label="m"), "1.70 m"),
        (Quantity(amount=Decimal(4)), "4"),
        (Coordinate(Decimal(41), Decimal(44)), "41, 44"),
        (Identifier("118642499"), "118642499"),
        (WebAddress(iri("page")), "https://example.org/page"),
        (NONE, "none"),
        (UNKNOWN, "unknown"),
    ],
)
def test_every_kind_of_value_has_a_label(value: Value, words: str) -> None:
    assert label(value) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("3.8263", "3.83"), ("7994309", "7,994,309"), ("0.05", "0.05"), ("10", "10"), ("10.0", "10")],
)
def test_numbers_are_rounded_to_three_digits_at_most(number: str, words: str) -> None:
    assert rounded(Decimal(number)) == words
