from decimal import Decimal
from fractions import Fraction

import pytest

from tertium.model.terms import Iri
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    Scale,
    SomeValue,
    Text,
    Value,
    WebAddress,
)
from tertium.narrate.languages.carded.tongue import text_of
from tertium.narrate.languages.carded.values import mark_of, spoken
from tests.narrate.builders import amount, date, iri, thing
from tests.narrate.languages.carded.builders import TONGUE, tongue

_KM2 = Scale(Iri("urn:area"), Fraction(1), symbol="km2")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (thing("Politburo"), "Politburo"),
        (Entity(iri("x"), "Politburo", "li Politburo", "qtz"), "li Politburo"),
        (Text("Koba"), "<Koba>"),
        (date("1917"), "1917"),
        (amount(1_000), "1,000"),
        (amount(28, 27, 29), "cirka 28 (27 a 29)"),
        (amount(28, 27), "min 27"),
        (amount(28, None, 29), "maks 29"),
        (Quantity(amount=Decimal("105.4"), scale=_KM2), "105.4\N{NO-BREAK SPACE}km²"),
        (Quantity(amount=Decimal(3), unit_label="verst"), "3\N{NO-BREAK SPACE}verst"),
        (Coordinate(Decimal("55.75"), Decimal("-37.6")), "55.75 N, 37.6 W"),
        (Coordinate(Decimal("-5.5"), Decimal("37.6")), "5.5 S, 37.6 E"),
        (Identifier("118642499"), "118642499"),
        (WebAddress(Iri("https://example.org/")), "https://example.org/"),
        (NoValue(), ""),
        (SomeValue(), ""),
    ],
)
def test_values_are_said(value: Value, said: str) -> None:
    assert text_of(spoken(TONGUE, value)) == said


@pytest.mark.parametrize(
    ("language", "value", "mark"),
    [
        ("de", thing("Left Opposition"), "en"),
        ("de", thing("Leon Trotsky", kind="Person"), ""),
        ("ru", thing("Leon Trotsky", kind="Person"), "en"),
        ("de", Entity(iri("x"), "Linke Opposition", language="de-AT"), ""),
        ("de", Entity(iri("x"), "USSR", language="mul"), ""),
        ("de", Entity(iri("x"), "Q855"), ""),
        ("de", Text("Koba", "en"), ""),
    ],
)
def test_labels_of_other_languages_are_marked(language: str, value: Value, mark: str) -> None:
    assert mark_of(tongue(language), value) == mark
