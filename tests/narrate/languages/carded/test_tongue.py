from decimal import Decimal

import pytest

from tertium.model.card import Card, Mould
from tertium.model.dates import Precision
from tertium.narrate.languages.carded.tongue import Tongue, opens_itself, text_of
from tertium.narrate.phrases import Name
from tests.narrate.builders import iri
from tests.narrate.languages.carded.builders import TONGUE, tongue


def test_patterns_are_filled_with_phrases() -> None:
    name = Name(iri("Ada"), "Ada")
    poured = TONGUE.pour("{name} ma {verb}", {"name": (name,), "verb": ("scrib",)})
    assert poured == (name, " ma ", "scrib")
    assert TONGUE.say(Mould.QUOTE, text="Koba") == "<Koba>"


def test_what_opens_with_a_colon_takes_the_place_of_punctuation() -> None:
    places = {"name": (Name(iri("Ada"), "Ада"),), "verb": (": мать — ", "Ева")}
    assert text_of(TONGUE.pour("{name}, напротив, {verb}", places)) == "Ада, напротив: мать — Ева"
    assert opens_itself((": мать",))
    assert not opens_itself(())
    assert not opens_itself((Name(iri("Ada"), ": "),))


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("de", "A und B", "A, B und C"),
        ("fr", "A et B", "A, B et C"),
        ("es", "A y B", "A, B y C"),
        ("ru", "A и B", "A, B и C"),
    ],
)
def test_lists_are_those_of_the_language(language: str, two: str, three: str) -> None:
    own = tongue(language)
    assert text_of(own.listed([("A",)])) == "A"
    assert text_of(own.listed([("A",), ("B",)])) == two
    assert text_of(own.listed([("A",), ("B",), ("C",)])) == three
    assert text_of(tongue("de").listed([("A",), ("B",)], "or")) == "A oder B"


def test_numbers_are_those_of_the_language() -> None:
    assert tongue("de").number(Decimal("1234567.5")) == "1.234.567,5"
    assert tongue("fr").number(Decimal("0.5")) == "0,5"
    assert tongue("de").number(Decimal("1.98855E30")) == "1,98855 \N{MULTIPLICATION SIGN} 10^30"
    assert tongue("de").count(3) == "drei"
    assert tongue("ru").count(3) == "3"
    assert tongue("ru").plural(Decimal(3)) == "few"


def test_durations_agree_with_their_number() -> None:
    assert tongue("ru").duration(3, Precision.YEAR) == "3 года"
    assert tongue("de").duration(1, Precision.MONTH) == "1 Monat"
    assert tongue("es").duration(2, Precision.DAY) == "2 días"


def test_a_region_has_what_is_known_of_it_or_of_its_language() -> None:
    assert Tongue(Card("de-AT", {})).month(1, "dated") == "Jänner"
    assert Tongue(Card("de-XX", {})).month(1, "bare") == "Januar"
    assert Tongue(Card("de-AT", {})).base == "de"


def test_scripts_are_told_apart() -> None:
    assert tongue("de").writes("Stalin")
    assert not tongue("ru").writes("Stalin")
    assert tongue("ru").writes("«Правда»")
    assert not tongue("de").writes("1984")
