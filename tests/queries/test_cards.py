import pytest

from tertium.errors import BadCardError
from tertium.model.card import Mould
from tertium.queries.cards import bundled_cards, card_for, read_card
from tests.narrate.languages.carded.builders import FIXTURES

TEXT = (FIXTURES / "card-qtz.toml").read_text(encoding="utf-8")


def test_every_bundled_card_is_whole() -> None:
    assert set(bundled_cards()) == {"de", "es", "fr", "ru"}
    for language, card in bundled_cards().items():
        assert card.language == language
        said = {mould for mould in Mould if card.patterns(mould, "masculine", "one", "singular")}
        assert set(Mould) - said <= {Mould.MORE}


def test_a_region_has_the_card_of_its_language() -> None:
    assert card_for("de-AT") == bundled_cards()["de"]
    assert card_for("DE") == bundled_cards()["de"]
    assert card_for("en") is None


def test_variants_and_lists_are_read() -> None:
    card = read_card("qtz", TEXT)
    assert card.language == "qtz"
    assert card.patterns(Mould.BOTH, "feminine") == ("Duva {verb}",)
    assert card.patterns(Mould.BOTH, "neuter") == ("Duvu {verb}",)
    assert card.pattern(Mould.GAPPED) == "{clause}, {name} {rest}"
    assert card.listed("values.numbers") == ("nul", "un", "du", "tri")
    assert card.listed("dates.months.at") == ()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("language =", "tongue =", "tongue is not known"),
        ('language = "qtz"', "", "it names no language"),
        ('mutual = "{clause} e reto"', "", "it has no stated.mutual"),
        ("mutual =", "shared =", "it has no stated.mutual"),
        ("{clause} e reto", "{clauses} e reto", "stated.mutual has no place for clauses"),
        ('mutual = "{clause} e reto"', "mutual = 3", "stated.mutual is no text"),
        ("[frame]", "[frame", "Expected"),
        ("[alike]", 'huh = "x"\n[alike]', "frame.huh is not known"),
    ],
)
def test_a_card_with_a_fault_is_refused(old: str, new: str, problem: str) -> None:
    with pytest.raises(BadCardError, match=problem) as caught:
        read_card("some.toml", TEXT.replace(old, new, 1))
    assert caught.value.name == "some.toml"
    assert "some.toml" in str(caught.value)
