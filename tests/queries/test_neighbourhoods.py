from collections.abc import Sequence
from functools import cache

import pytest

from tertium.model.neighbourhood import Edge, Neighbourhood
from tertium.model.terms import Iri
from tertium.queries.catalogue import Catalogue, bundled_catalogue
from tertium.queries.neighbourhoods import LookupSurveyor, QuerySurveyor, surveyor_of
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, fixture, graph, item, place

GRAPHS = {
    "graph.ttl": (ex("stalin"), ex("trotsky"), ex("politburo"), ex("nobody")),
    "wikibase.ttl": tuple(item(9_000_000 + number) for number in (1, 2, 3, 5, 11)),
    "plain.ttl": tuple(map(place, ("alder", "birch", "cedar", "dogwood"))),
}


@cache
def loaded(name: str) -> OxigraphStore:
    store = fixture(name)
    store.derive(bundled_catalogue()["derive/direct-triples"].text)
    return store


@cache
def in_rdflib(name: str) -> RdflibStore:
    return RdflibStore(to_graph(loaded(name)))


@pytest.mark.parametrize(("name", "nodes"), GRAPHS.items(), ids=GRAPHS)
@pytest.mark.parametrize("most", [0, 1, 100])
def test_queries_and_lookups_survey_the_same(
    name: str, nodes: Sequence[Iri], most: int, catalogue: Catalogue
) -> None:
    looked_up = LookupSurveyor(loaded(name)).around(nodes, most=most)
    assert looked_up.edges
    for store in (loaded(name), in_rdflib(name)):
        assert QuerySurveyor(store, catalogue).around(nodes, most=most) == looked_up


def test_nothing_asked_is_nothing_found(catalogue: Catalogue) -> None:
    asked = QuerySurveyor(loaded("graph.ttl"), catalogue)
    assert asked.around((), most=9) == Neighbourhood()
    assert LookupSurveyor(loaded("graph.ttl")).around((), most=9) == Neighbourhood()


def test_to_what_nothing_leads_nothing_is_found(catalogue: Catalogue) -> None:
    for store in (loaded("graph.ttl"), in_rdflib("graph.ttl")):
        found = QuerySurveyor(store, catalogue).around((ex("nobody"),), most=9)
        assert found == Neighbourhood(surveyed=frozenset({ex("nobody")}))


def test_an_edge_leads_from_thing_to_thing(catalogue: Catalogue) -> None:
    store = graph(
        "wd:Q1 wdt:P1 wd:Q2 , wd:Q1 , 'text' ; wdt:P31 wd:Q5 ; wdt:P279 wd:Q6 ; rdfs:label 'one' ."
        "wd:Q3 wdt:P2 wd:Q1 . s:1 rdf:subject wd:Q9 ; wdt:P2 wd:Q1 . _:b wdt:P2 wd:Q1 ."
    )
    one, two, three = map(item, (1, 2, 3))
    wd = "http://www.wikidata.org/entity/"
    for surveyor in (QuerySurveyor(store, catalogue), LookupSurveyor(store)):
        found = surveyor.around((one,), most=9)
        assert found.edges == {Edge(one, Iri(f"{wd}P1"), two), Edge(three, Iri(f"{wd}P2"), one)}
        assert found.crowds[Iri(f"{wd}P2"), one] == 1


def test_too_many_alike_are_counted_but_not_followed(catalogue: Catalogue) -> None:
    store = graph(
        "".join(f"wd:Q{number} wdt:P2 wd:Q1 ." for number in range(10, 20)) + "wd:Q7 wdt:P3 wd:Q1 ."
    )
    for surveyor in (QuerySurveyor(store, catalogue), LookupSurveyor(store)):
        found = surveyor.around((item(1),), most=9)
        assert [edge.subject for edge in found.edges] == [item(7)]
        assert sorted(found.crowds.values()) == [1, 10]
        assert found.surveyed == {item(1)}


def test_of_what_too_much_points_at_nothing_is_read(catalogue: Catalogue) -> None:
    store = graph("".join(f"wd:Q{n} wdt:P{n % 999 + 1} wd:Q1 ." for n in range(10, 5100)))
    for surveyor in (QuerySurveyor(store, catalogue), LookupSurveyor(store)):
        found = surveyor.around((item(1),), most=9)
        assert found.crowded == {item(1)}
        assert not found.edges
        assert not found.crowds


def test_lookups_are_taken_where_they_can_be(catalogue: Catalogue) -> None:
    stores = (loaded("graph.ttl"), in_rdflib("graph.ttl"))
    kinds = [type(surveyor_of(Reader(store, catalogue))) for store in stores]
    assert kinds == [LookupSurveyor, QuerySurveyor]
