import pytest

from tertium.api import KnowledgeGraph, open_graph
from tertium.interfaces.web.pages.mending import gaps_of
from tertium.interfaces.web.pages.panels import Panels, panels_of

GRAPH = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix ex: <https://example.org/> .
@prefix geo: <http://www.opengis.net/ont/geosparql#> .
@prefix wgs: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
wd:Q1 rdfs:label "One"@en ; a ex:Person ; ex:town ex:gori ; ex:born "1878"^^xsd:gYear ;
    ex:foe wd:Q2 ; wdt:P106 ex:poet, ex:p1, ex:p2, ex:p3, ex:p4, ex:p5 .
wd:Q2 rdfs:label "Two"@en ; a ex:Person ; ex:town ex:odessa ; ex:born "1879"^^xsd:gYear .
ex:three rdfs:label "Three"@en ; a ex:Person ; ex:town ex:nowhere ; ex:tag "x" .
ex:four rdfs:label "Four"@en ; a ex:Person ; ex:town ex:nowhere ; ex:tag "y" .
ex:gori rdfs:label "Gori"@en ; geo:asWKT "Point(44.11 41.98)"^^geo:wktLiteral .
ex:odessa rdfs:label "Odessa"@en ; wgs:lat 46.48 ; wgs:long 30.73 .
ex:nowhere rdfs:label "Nowhere"@en ; ex:where "Polygon((1 1))"^^geo:wktLiteral .
ex:poet rdfs:label "poet"@en .
ex:here rdfs:label "Here"@en ; a ex:Town ; ex:where "Point(1 2)"^^geo:wktLiteral .
ex:there rdfs:label "There"@en ; a ex:Town ; ex:where "Point(3 4)"^^geo:wktLiteral ;
    ex:near ex:next .
ex:next rdfs:label "Next"@en ; ex:where "Point(5 6)"^^geo:wktLiteral .
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    file = tmp_path_factory.mktemp("panels") / "graph.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    return open_graph(str(file))


def of(graph: KnowledgeGraph, *names: str) -> Panels:
    return panels_of(graph, graph.compare(*names))


def test_two_have_a_timeline_a_map_and_what_connects_them(graph: KnowledgeGraph) -> None:
    panels = of(graph, "One", "Two")
    assert [who for who, _ in panels.timeline.said] == ["One", "Two"]
    assert [who for who, _ in panels.places.said] == ["Gori", "Odessa"]
    assert panels.connections.picture
    assert panels.connections.more == "/paths/wd:Q1/wd:Q2"


def test_a_property_of_the_page_says_where_other_places_lie(graph: KnowledgeGraph) -> None:
    panels = of(graph, "Here", "There")
    assert [who for who, _ in panels.places.said] == ["Here", "There", "Next"]


def test_where_there_is_nothing_there_is_no_panel(graph: KnowledgeGraph) -> None:
    panels = of(graph, "Three", "Four")
    assert not panels.timeline
    assert not panels.places
    assert not panels.connections.picture


def test_every_panel_has_its_query_and_every_query_answers(graph: KnowledgeGraph) -> None:
    panels = of(graph, "One", "Two")
    askings = (
        *panels.asking,
        *panels.timeline.asking,
        *panels.places.asking,
        *panels.connections.asking,
    )
    assert [asking.label for asking in askings] == [
        "what they share",
        "what only One has",
        "what only Two has",
        "what each sentence claims",
        "all dates",
        "where the places lie",
        "how they are connected",
    ]
    assert panels.asking[-1].address == "/claims/wd:Q1/wd:Q2"
    rest = [asking for asking in askings if asking is not panels.asking[-1]]
    assert all(asking.address.startswith("/sparql?query=") for asking in rest)


def test_every_row_has_its_query(graph: KnowledgeGraph) -> None:
    page = graph.compare("One", "Two")
    panels = panels_of(graph, page)
    assert set(panels.rows) == {row.predicate.iri for row in page.rows}
    assert all("entity=wd%3AQ1&entity=wd%3AQ2&property=" in one for one in panels.rows.values())


def test_a_page_of_one_has_no_query_of_what_is_shared(graph: KnowledgeGraph) -> None:
    panels = panels_of(graph, graph.describe("One"))
    assert panels.asking == ()
    assert panels.missing == ""
    assert panels.connections.asking == ()


def test_a_gap_says_who_has_what_and_where_to_add_it(graph: KnowledgeGraph) -> None:
    assert of(graph, "One", "Two").missing == "/missing/wd:Q1/wd:Q2"
    gap = next(one for one in gaps_of(graph.compare("One", "Two")) if one.number == "P106")
    assert gap.about == "https://www.wikidata.org/wiki/Property:P106"
    assert [(one.label, len(one.values), one.more) for one in gap.known] == [("One", 5, 1)]
    assert [one.anchor for one in gap.silent] == ["https://www.wikidata.org/wiki/Q2#P106"]


def test_where_no_item_is_known_none_is_named(graph: KnowledgeGraph) -> None:
    gaps = gaps_of(graph.compare("One", "Three"))
    silent = [one for gap in gaps for one in gap.silent if one.label == "Three"]
    assert silent
    assert {one.item for one in silent} == {""}
    assert [gap.about for gap in gaps if gap.predicate == "born"] == ["https://example.org/born"]


def test_the_same_page_has_the_same_panels(graph: KnowledgeGraph) -> None:
    assert of(graph, "One", "Two") == of(graph, "One", "Two")
