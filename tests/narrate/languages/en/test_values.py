from decimal import Decimal

import pytest

from tertium.model.terms import Iri
from tertium.model.values import (
    Coordinate,
    Identifier,
    NoValue,
    Quantity,
    SomeValue,
    Text,
    Value,
    WebAddress,
)
from tertium.narrate.languages.en import say_list, say_value
from tests.narrate.builders import amount, date, thing

_THIN = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Quantity(amount=Decimal("1.98855E30")), "1.98855 \N{MULTIPLICATION SIGN} 10^30"),
        (Quantity(amount=Decimal("1E-400")), "1 \N{MULTIPLICATION SIGN} 10^-400"),
        (thing("Politburo", "the Politburo"), "Politburo"),
        (Text("Koba", "en"), "Koba"),
        (date("1905"), "1905"),
        (amount(5_500_000), "5.5 million"),
        (amount(681_692), f"681{_THIN}692"),
        (amount(1905), "1905"),
        (amount(6_000_000, 5_000_000, 7_000_000), "about 6 million (between 5 and 7 million)"),
        (
            amount(900_000, 800_000, 1_000_000),
            f"about 900{_THIN}000 (between 800{_THIN}000 and 1 million)",
        ),
        (amount(5, 5, 5), "5"),
        (amount(5_000_000, 5_000_000), "at least 5 million"),
        (amount(5, None, 6), "at most 6"),
        (Quantity(amount=Decimal("2.5"), unit_label="metres"), "2.5 metres"),
        (Quantity(amount=Decimal(18), unit_label="years old"), "18 years old"),
        (Quantity(amount=Decimal(163), unit_label="cm"), "163 cm"),
        (Quantity(amount=Decimal(47), unit_label="degree Celsius"), "47 degrees Celsius"),
        (Quantity(amount=Decimal(9), unit_label="Swiss franc"), "9 Swiss francs"),
        (
            Quantity(amount=Decimal(9), unit_label="United States dollar"),
            "9 United States dollars",
        ),
        (Coordinate(Decimal("41.9"), Decimal("12.5")), "41.9° N, 12.5° E"),
        (Coordinate(Decimal("-33.9"), Decimal("-18.4")), "33.9° S, 18.4° W"),
        (Coordinate(Decimal("41.89309012"), Decimal(10)), "41.8931° N, 10° E"),
        (Identifier("Q855"), "Q855"),
        (WebAddress(Iri("https://example.org")), "https://example.org"),
        (NoValue(), "none"),
        (SomeValue(), "unknown"),
    ],
)
def test_every_kind_of_value_can_be_written(value: Value, said: str) -> None:
    assert say_value(value) == said


def test_lists_end_in_and() -> None:
    assert say_list(("A",)) == "A"
    assert say_list(("A", "B")) == "A and B"
