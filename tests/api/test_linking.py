import pytest

import tertium
from tertium.model.link import Given, LinkOutcome, LinkQuery
from tertium.model.terms import Iri

BORN = Iri("https://w3id.org/tertium/ontology#birthDate")


@pytest.mark.parametrize("name", ["Leon Trotsky", "trotsky, leon", "Trotsky, Léon"])
def test_a_full_name_is_enough(bundled: tertium.KnowledgeGraph, name: str) -> None:
    linking = bundled.link(name)
    assert linking.match is not None
    assert linking.match.entity.label == "Leon Trotsky"


def test_two_of_a_name_are_ambiguous(small: tertium.KnowledgeGraph) -> None:
    linking = small.link("Smith")
    assert linking.outcome is LinkOutcome.AMBIGUOUS
    assert [one.score for one in linking.candidates] == [linking.candidates[0].score] * 2


def test_what_is_given_tells(small: tertium.KnowledgeGraph) -> None:
    query = LinkQuery(text="Ada Lovelac", given=(Given(BORN, ("10 December 1815",)),))
    linking = small.link(query)
    assert linking.match is not None
    assert any("10 December 1815" in one.text for one in linking.match.reasons)


@pytest.mark.parametrize("name", ["", " ", "\u202e\x00", "x" * 10_000, "%", "Zzyzx Qwerty"])
def test_what_is_no_name_finds_nothing(bundled: tertium.KnowledgeGraph, name: str) -> None:
    linking = bundled.link(name)
    assert (linking.outcome, linking.candidates) == (LinkOutcome.NONE, ())


def test_many_are_linked_in_order(small: tertium.KnowledgeGraph) -> None:
    names = ("Ada Lovelace", "Nobody", "Ada Lovelace")
    queries = [LinkQuery(text=name, key=str(at)) for at, name in enumerate(names)]
    assert [one.query for one in small.link_all(queries)] == queries
