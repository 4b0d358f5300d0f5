import pytest

from tertium.model.terms import Iri
from tertium.store.sidecar import Match, Nearness
from tests.store.sidecar.builders import counted

NAMES = counted("""
:cafe rdfs:label "Café Central"@fr . :koba rdfs:label "Koba" ; skos:altLabel "KOBA"@ka .
:blank rdfs:label "…" , "!" . :twin tt:shortName "Koba" . [] rdfs:label "Nobody" .
:xi rdfs:label "Xi Jinping" . :link rdfs:label :cafe .
""").names


def ours(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


def test_an_exact_name_beats_a_loose_one() -> None:
    assert NAMES.alike("KOBA") == {
        ours("koba"): Match(ours("koba"), "KOBA", Nearness.EXACT),
        ours("twin"): Match(ours("twin"), "Koba", Nearness.FOLDED),
    }


def test_a_misspelt_name_is_found() -> None:
    match = NAMES.matches("Cafe Centrall")[ours("cafe")]
    assert (match.name, match.nearness) == ("Café Central", Nearness.FUZZY)
    assert 0.85 <= match.score < 1


def test_the_best_match_of_an_entity_counts() -> None:
    assert NAMES.matches("Koba")[ours("koba")].nearness is Nearness.EXACT


def test_what_comes_near_is_told() -> None:
    assert NAMES.near("Kafe Zentral", limit=3) == (ours("cafe"),)


def test_the_shortest_text_is_found_at_the_beginning_of_a_name() -> None:
    assert NAMES.matches("Xi")[ours("xi")].score == 1


@pytest.mark.parametrize("text", ["", "?!", "…", "something else", "Nobody", '"koba" OR "x"*'])
def test_nothing_fits(text: str) -> None:
    assert NAMES.alike(text) == {}
    assert NAMES.matches(text).keys() <= {ours("koba"), ours("twin")}


def test_of_many_names_the_shortest_are_weighed() -> None:
    many = " ".join(f':n{n} rdfs:label "Smith {"x" * (n % 40)} {n}" .' for n in range(1200))
    names = counted(many + ' :smith rdfs:label "Smith" .').names
    assert len(names.matches("smith")) == 1000
    assert names.matches("smith")[ours("smith")].nearness is Nearness.FOLDED


def test_candidates_come_nearest_first() -> None:
    names = [match.name for match in NAMES.candidates("Koba", limit=9)]
    assert names == ["Koba", "Koba"]
    assert len(NAMES.candidates("Koba", limit=1)) == 1


def test_what_is_pointed_at_has_weight() -> None:
    names = counted(":a a :Town ; :in :land . :b a :Town ; :in :land .").names
    assert names.weights([ours("land"), ours("a")]) == {ours("land"): 2}
