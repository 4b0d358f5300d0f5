import pytest

from tertium.api import KnowledgeGraph, open_graph
from tertium.api.asking import Words, identified
from tertium.errors import AmbiguousEntityError, UnknownEntityError, UnknownPropertyError
from tertium.model.comparison import GraphInfo
from tertium.model.terms import Iri
from tests.api.asking.graphs import graph

TT = "https://w3id.org/tertium/ontology#"
MINE = "https://example.org/"


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(open_graph())


@pytest.fixture(scope="module")
def plain() -> Words:
    people = "".join(f"m:person{n} a m:Person ; m:bornOn '1{n:03}' ." for n in range(20))
    return Words(
        graph(
            people
            + """
            m:being a m:Folk ; m:wasBornOn "1879" ; m:rank 1 ; m:position 2 .
            m:Person rdfs:label "person"@en . m:Folk rdfs:label "person"@en .
            m:Band rdfs:label "group"@en . m:Club rdfs:label "group"@en .
            m:quartet a m:Band ; m:rank 3 . m:chess a m:Club ; m:rank 4 .
            m:rank rdfs:label "place"@en . m:position rdfs:label "place"@en .
            """
        )
    )


@pytest.mark.parametrize(
    "text", ["date of birth", "Date of Birth", "tt:birthDate", TT + "birthDate"]
)
def test_a_property_goes_by_its_label_or_iri(text: str, words: Words) -> None:
    assert words.property(text) == TT + "birthDate"


def test_a_property_of_others_means_the_one_that_asks_the_same(words: Words) -> None:
    assert words.property("P569") == TT + "birthDate"
    assert words.property("schema:birthDate") == TT + "birthDate"


def test_a_property_without_label_goes_by_the_end_of_its_iri(plain: Words) -> None:
    assert plain.property("born on") == MINE + "bornOn"


def test_an_unknown_property_is_refused_with_those_near(words: Words) -> None:
    with pytest.raises(UnknownPropertyError, match=r"did you mean .*'date of birth'"):
        words.property("date of brith")
    with pytest.raises(UnknownPropertyError, match=r"of anything$"):
        words.property("http://example.org/p")


def test_a_label_of_two_properties_is_ambiguous(plain: Words) -> None:
    with pytest.raises(AmbiguousEntityError, match=r"place <https://example.org/position>"):
        plain.property("place")


def test_a_class_goes_by_its_label_or_by_that_of_others(words: Words) -> None:
    assert [words.kind(text) for text in ("person", "wd:Q5", "Q5")] == [TT + "Person"] * 3
    assert words.kinds((Iri("urn:nothing"),)) == ()


def test_of_two_classes_that_with_by_far_the_most_members_is_meant(plain: Words) -> None:
    assert plain.kind("person") == MINE + "Person"
    with pytest.raises(AmbiguousEntityError):
        plain.kind("group")


def test_an_unknown_class_is_refused(words: Words) -> None:
    for text in ("nothing of the kind", "Q999999999", "urn:x"):
        with pytest.raises(UnknownEntityError):
            words.kind(text)


def test_of_a_graph_elsewhere_nothing_is_counted(words: Words) -> None:
    away = Words(KnowledgeGraph(words.graph.reader, info=GraphInfo()))
    assert away.property("P569") == "http://www.wikidata.org/entity/P569"
    assert away.property("date of birth") == TT + "birthDate"
    assert away.kind("person") == TT + "Person"


@pytest.mark.parametrize("text", ["born", "Q0", "no such:a b", "P569 "])
def test_a_word_is_no_iri(text: str) -> None:
    assert identified(text) is None
