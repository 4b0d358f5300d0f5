from decimal import Decimal

import pytest

from tertium.compare.labels import label
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
        (year(0), "0"),
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
