from decimal import Decimal

import pytest

from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Text, Value
from tertium.model.verdict import CellState, Relation
from tertium.queries.cards import bundled_cards
from tertium.render.speech import ENGLISH, Sign, Speech
from tests.narrate.builders import about, compare, date, fact, thing

GERMAN = Speech(bundled_cards()["de"])


@pytest.mark.parametrize("language", sorted(bundled_cards()))
def test_a_card_has_all_fixed_words(language: str) -> None:
    speech = Speech(bundled_cards()[language])
    english = [sign for sign in Sign if speech.sign(sign) == sign.value]
    assert english in ([], [Sign.SOURCES])
    assert all(speech.relation(one) != one.value for one in Relation)
    assert all(speech.state(one) != ENGLISH.state(one) for one in CellState)
    assert set(speech.signs) == {sign.name.lower() for sign in Sign}
    assert "{" not in speech.origin(compare(about("Ada", fact("party", "Reds"))), ())
    assert speech.invitation(()) != ENGLISH.invitation(())


def test_without_a_card_words_are_english() -> None:
    assert ENGLISH.sign(Sign.COMPARISON) == "Comparison"
    assert ENGLISH.listed(("A", "B")) == "A and B"
    assert ENGLISH.explains


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (date("1878-12-18"), "18 December 1878", "18. Dezember 1878"),
        (Quantity(amount=Decimal("1234.5")), "1234.5", "1.234,5"),
        (Entity(Iri("urn:x"), "Rom"), "Rom", "Rom"),
        (Text("Koba"), "Koba", "Koba"),
        (NoValue(), "none (stated)", "keines (angegeben)"),
        (SomeValue(), "unknown (stated)", "unbekannt (angegeben)"),
    ],
)
def test_values_are_those_of_the_language(value: Value, english: str, german: str) -> None:
    assert ENGLISH.label(value) == english
    assert GERMAN.label(value) == german


def test_circumstances_stand_behind_the_labels_of_their_qualifiers() -> None:
    war = fact("partIn", "War", part=thing("Bote"), time=date("1919-05"))
    ada = about("Ada", war, fact("partIn", "Peace"))
    row = compare(ada).rows[0]
    told, plain = ada.statements
    assert ENGLISH.circumstances(told, row) == " (May 1919), as Bote"
    assert GERMAN.circumstances(told, row) == " (Mai 1919), as: Bote"
    assert GERMAN.circumstances(plain, row) == ""
    assert ENGLISH.briefly(told) == "part in an event: War, in May 1919"
    assert GERMAN.briefly(told) == "part in an event: War, Mai 1919"
    assert GERMAN.briefly(plain) == "part in an event: Peace"


def test_reasons_are_told_in_english_alone() -> None:
    ada = about("Ada", fact("birthDate", date("1878")), fact("birthDate", date("1878-12")))
    year, month = ada.statements
    assert ENGLISH.agreement(year, (month,)) == " (the same, less exactly)"
    assert GERMAN.agreement(year, (month,)) == ""
    assert ENGLISH.dispute(year) == ": another value is stated"
    assert GERMAN.dispute(year) == ""
    assert GERMAN.listed(("A", "B")) == "A und B"
