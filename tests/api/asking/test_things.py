from collections.abc import Iterable, Iterator

import pytest

from tertium.api import KnowledgeGraph
from tertium.api.asking import Things
from tertium.model.link import Given, Linking, LinkOutcome, LinkQuery, ReasonKind
from tertium.model.terms import Iri
from tests.api.asking.graphs import graph

MINE = "https://example.org/"
SCHEMA = "https://schema.org/"
WIKIDATA = "http://www.wikidata.org/entity/"
SOURCE = """
m:kim a m:Painter ; rdfs:label "Kim Novik"@en ; skos:altLabel "K. Novik"@en ;
    schema:birthDate "1901-03-04"^^xsd:date ; schema:deathDate "1980"^^xsd:gYear ;
    schema:birthPlace m:lviv ; schema:identifier "X-1" ; schema:jobTitle "baker" .
m:lviv a m:City ; rdfs:label "Lviv"@en .
m:lee a m:Person ; rdfs:label "Lee"@en ; owl:sameAs m:lee-2 .
m:twin a m:Person ; rdfs:label "Twin"@en ; skos:exactMatch m:one , m:two .
m:shared a m:Person ; rdfs:label "Shared"@en .
m:Q77 a m:Person .
m:Painter rdfs:subClassOf m:Artist . m:Artist rdfs:subClassOf m:Person .
"""
TARGET = """
m:lee-2 a m:Person ; rdfs:label "L."@en . m:one a m:Person ; rdfs:label "One"@en .
m:two a m:Person ; rdfs:label "Two"@en . m:shared a m:Person ; rdfs:label "Same"@en .
m:known a m:Painter ; rdfs:label "Kim Novik"@en ; schema:birthDate "1901-03-04"^^xsd:date .
m:back a m:Person ; rdfs:label "Back"@en ; skos:exactMatch m:lviv .
"""


@pytest.fixture(scope="module")
def source() -> KnowledgeGraph:
    return graph(SOURCE)


@pytest.fixture(scope="module")
def things(source: KnowledgeGraph) -> Things:
    return Things(source, graph(TARGET))


def nothing(queries: Iterable[LinkQuery]) -> Iterator[Linking]:
    for query in queries:
        yield Linking(query=query, outcome=LinkOutcome.NONE, candidates=(), why="not looked for")


def mine(*names: str) -> tuple[Iri, ...]:
    return tuple(Iri(MINE + name) for name in names)


def asked(things: Things, name: str) -> LinkQuery:
    (linking,) = things.linked(mine(name), nothing)
    return linking.query


def test_the_things_of_all_classes_are_those_of_the_graph(things: Things) -> None:
    assert things.of_classes() == mine("Q77", "kim", "lee", "lviv", "shared", "twin")


def test_a_class_has_the_things_of_those_below_it(things: Things) -> None:
    assert things.of_classes(mine("Artist")) == mine("kim")
    assert things.of_classes(mine("Person")) == mine("Q77", "kim", "lee", "shared", "twin")
    assert things.of_classes(mine("Nothing")) == ()


def test_what_tells_a_thing_is_given_in_words_of_the_other_graph(things: Things) -> None:
    query = asked(things, "kim")
    assert (query.text, query.names, query.key) == ("Kim Novik", ("K. Novik",), MINE + "kim")
    assert query.types == mine("Painter")
    assert query.given == (Given(Iri(SCHEMA + "birthDate"), ("1901-03-04",)),)


def test_a_service_is_given_all_as_it_is(source: KnowledgeGraph) -> None:
    query = asked(Things(source, None), "kim")
    given = {one.property: one.values for one in query.given}
    assert given[Iri(SCHEMA + "birthDate")] == ("1901-03-04",)
    assert given[Iri(SCHEMA + "deathDate")] == ("1980",)
    assert Iri(SCHEMA + "jobTitle") not in given
    assert asked(Things(source, None), "lee").text == "Lee"


@pytest.mark.parametrize(
    ("name", "target", "reason"),
    [
        ("lee", "lee-2", f"stated to be the same as <{MINE}lee-2>"),
        ("lviv", "back", f"stated to be the same as <{MINE}back>"),
        ("shared", "shared", "it has this IRI in both graphs"),
    ],
)
def test_a_link_that_is_stated_is_taken_as_it_is(
    things: Things, name: str, target: str, reason: str
) -> None:
    (linking,) = things.linked(mine(name), nothing)
    assert linking.match is not None
    assert (linking.match.entity.iri, linking.match.score) == (MINE + target, 1)
    assert [(one.kind, one.text) for one in linking.match.reasons] == [
        (ReasonKind.IDENTIFIER, reason)
    ]
    assert linking.why == "stated in the graph"


def test_of_several_links_that_are_stated_none_is_preferred(things: Things) -> None:
    (linking,) = things.linked(mine("twin"), nothing)
    assert (linking.outcome, linking.why) == (
        LinkOutcome.AMBIGUOUS,
        "2 links are stated in the graph",
    )
    assert [(one.entity.label, one.score) for one in linking.candidates] == [
        ("One", 0.5),
        ("Two", 0.5),
    ]


def test_what_has_no_name_is_not_looked_for(things: Things) -> None:
    (linking,) = things.linked(mine("Q77"), nothing)
    assert (linking.query.text, linking.why) == ("", "no name given")


def test_many_come_in_the_order_given(things: Things) -> None:
    names = mine("twin", "kim", "Q77", "lee", "lviv", "Q78", "Q79")
    assert [one.query.key for one in things.linked(names, nothing)] == list(names)


def test_things_are_linked_by_what_is_known_of_them(things: Things) -> None:
    assert things.target is not None
    (linking,) = things.linked(mine("kim"), things.target.link_all)
    assert linking.match is not None
    assert linking.match.entity.iri == MINE + "known"


def test_a_graph_elsewhere_has_no_classes_that_were_counted(source: KnowledgeGraph) -> None:
    away = Things(KnowledgeGraph(source.reader, info=source.info), None)
    assert away.of_classes() == ()
    assert away.of_classes(mine("Painter")) == mine("kim")
