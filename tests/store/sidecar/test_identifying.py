import pytest

from tertium.model.terms import Iri
from tertium.store.sidecar import Match, Nearness
from tertium.store.sidecar.identifying import parts
from tests.store.sidecar.builders import counted

NAMES = counted("""
@prefix schema: <https://schema.org/> . @prefix wikibase: <http://wikiba.se/ontology#> .
wd:P214 wikibase:propertyType wikibase:ExternalId . wd:P569 wikibase:propertyType wikibase:Time .
:stalin rdfs:label "Joseph Stalin" ; wdt:P214 "0000 0001-2144" ; wdt:P569 "1878" ;
    skos:exactMatch wd:Q855 ; schema:description "Soviet leader from Georgia"@en ;
    rdfs:comment "born in Gori" ; skos:notation "S-1" .
:unnamed schema:identifier "X 9" , :other . :beria rdfs:label "Beria" ; skos:notation "S-1" .
:told schema:description "leader of nobody" . [] skos:notation "N0" ; rdfs:comment "blank" .
:stalin :likes :beria ; owl:sameAs [] . :stalin schema:description :beria .
""").names


def ours(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


@pytest.mark.parametrize("text", ["000000012144", "0000 0001-2144", "Q855", "q855", "stalin"])
def test_a_thing_is_known_by_its_codes(text: str) -> None:
    assert NAMES.identified(text) == {
        ours("stalin"): Match(ours("stalin"), text, Nearness.IDENTIFIER)
    }


@pytest.mark.parametrize("text", ["1878", "", "  ", "N0", "Stalin\ud800x", "S"])
def test_what_is_no_code_finds_nothing(text: str) -> None:
    assert NAMES.identified(text) == {}


def test_a_code_of_two_things_finds_both() -> None:
    assert list(NAMES.identified("s1")) == [ours("beria"), ours("stalin")]
    assert NAMES.identified("x9").keys() == {ours("unnamed")}


def test_a_code_is_a_candidate() -> None:
    match = NAMES.candidates("Q855", limit=5)[0]
    assert (match.entity, match.nearness) == (ours("stalin"), Nearness.IDENTIFIER)
    assert NAMES.candidates("beria", limit=5)[0].nearness is Nearness.FOLDED


def test_words_of_descriptions_find_the_weightiest_first() -> None:
    found = NAMES.described("leader", limit=5)
    assert [match.entity for match in found] == [ours("stalin"), ours("told")]
    assert found[0] == Match(ours("stalin"), "", Nearness.DESCRIBED, 0.6)
    assert [m.entity for m in NAMES.described("gori stalin", limit=5)] == [ours("stalin")]


@pytest.mark.parametrize("text", ["", "!", '"', "leader nowhere", "blank"])
def test_nothing_is_described_so(text: str) -> None:
    assert NAMES.described(text, limit=5) == ()


def test_an_iri_has_parts() -> None:
    assert parts("urn:isbn:1") == ("urn:isbn:", "1")
    assert parts("http://example.org/") == ("http://", "example.org/")
    assert parts("x") == ("", "x")
