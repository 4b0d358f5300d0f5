import pytest

from tertium.model.terms import Literal
from tertium.queries.index import Match, Nearness, folded, index_of
from tests.queries.builders import ex

NAMES = {"cafe": ["Café Central"], "koba": ["Koba", "KOBA"], "blank": ["…"], "twin": ["Koba"]}
INDEX = index_of(
    {"entity": ex(entity), "name": Literal(name)}
    for entity, names in NAMES.items()
    for name in names
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Iósif  Stálin", "iosif stalin"), ("Marxism-Leninism", "marxism leninism"), ("!", "")],
)
def test_case_accents_and_punctuation_do_not_count(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_an_exact_name_beats_a_loose_one() -> None:
    assert INDEX.alike("KOBA") == {
        ex("koba"): Match(ex("koba"), "KOBA", Nearness.EXACT),
        ex("twin"): Match(ex("twin"), "Koba", Nearness.FOLDED),
    }


def test_a_misspelt_name_is_found() -> None:
    match = INDEX.matches("Cafe Centrall")[ex("cafe")]
    assert (match.name, match.nearness) == ("Café Central", Nearness.FUZZY)
    assert 0.85 <= match.score < 1


def test_the_best_match_of_an_entity_counts() -> None:
    assert INDEX.matches("Koba")[ex("koba")].nearness is Nearness.EXACT


def test_what_comes_near_is_told() -> None:
    assert INDEX.near("Kafe Zentral", limit=3) == (ex("cafe"),)


@pytest.mark.parametrize("text", ["", "?!", "something else"])
def test_nothing_fits(text: str) -> None:
    assert INDEX.matches(text) == {}
    assert INDEX.alike(text) == {}


def test_a_name_of_punctuation_alone_is_none() -> None:
    assert ex("blank") not in INDEX.entities
