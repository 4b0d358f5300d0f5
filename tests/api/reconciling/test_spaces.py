import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.api.reconciling import Space, Spaces
from tertium.model.terms import Iri

WD = "http://www.wikidata.org/entity/"
SPACE = Space(WD)
LOCAL = st.text("abcXYZ019_.~-", min_size=1)


@given(LOCAL)
def test_what_is_brief_can_be_told_in_full_again(local: str) -> None:
    iri = Iri(WD + local)
    assert SPACE.brief(iri) == local
    assert SPACE.iri(local) == iri


@pytest.mark.parametrize("iri", ["urn:isbn:1", WD, WD + "a/b", WD + "é"])
def test_what_is_not_simply_of_the_space_is_told_in_full(iri: str) -> None:
    assert SPACE.brief(Iri(iri)) == iri


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("Q5", WD + "Q5"),
        ("wd:Q5", WD + "Q5"),
        (WD + "Q5", WD + "Q5"),
        ("urn:isbn:1", "urn:isbn:1"),
        ("a b", None),
        ("http://a b", None),
        ("", None),
    ],
)
def test_an_identifier_is_short_a_curie_or_an_iri(text: str, iri: str | None) -> None:
    assert SPACE.iri(text) == iri


def test_without_a_space_nothing_is_short() -> None:
    assert Space().iri("Q5") is None
    assert Space().brief(Iri(WD + "Q5")) == WD + "Q5"
    assert Space().address == "http://www.ietf.org/rfc/rfc3986"


def test_the_space_is_that_of_more_than_half() -> None:
    many = [Iri(WD + "Q1"), Iri(WD + "Q2"), Iri("https://example.org/a")]
    assert Space.of(many) == SPACE
    assert Space.of([*many, Iri("nothing")]) == Space()
    assert Space.of([]) == Space()


def test_the_properties_of_a_wikibase_are_direct_ones_and_known_by_their_entity() -> None:
    spaces = Spaces(SPACE, SPACE)
    assert spaces.schema == "http://www.wikidata.org/prop/direct/"
    assert spaces.predicate("P31") == spaces.predicate("wdt:P31") == WD + "P31"
    assert spaces.predicate("no property") is None


def test_other_properties_are_what_they_are() -> None:
    ours = Space("https://w3id.org/tertium/ontology#")
    assert Spaces(SPACE, ours).schema == ours.namespace
    assert Spaces(SPACE, ours).predicate("birthDate") == ours.namespace + "birthDate"
