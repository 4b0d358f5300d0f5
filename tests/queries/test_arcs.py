import pytest

from tertium.model.terms import BlankNode, Iri
from tertium.queries.arcs import arcs_from
from tertium.queries.catalogue import Catalogue
from tertium.queries.reader import Reader
from tertium.store.rdflib_graph import RdflibStore, to_graph
from tests.queries.builders import ex, fixture, item, place

GRAPHS = {
    "graph.ttl": (ex("stalin"), ex("trotsky"), ex("nobody")),
    "wikibase.ttl": (item(9_000_001), item(9_000_002)),
    "plain.ttl": (place("alder"), place("dogwood")),
}


@pytest.mark.parametrize(("name", "things"), GRAPHS.items(), ids=GRAPHS)
def test_a_query_and_lookups_find_the_same_in_the_same_order(
    name: str, things: tuple[Iri, ...], catalogue: Catalogue
) -> None:
    store = fixture(name)
    looked_up = arcs_from(Reader(store, catalogue), things)
    asked = arcs_from(Reader(RdflibStore(to_graph(store)), catalogue), things)
    assert looked_up.keys() == asked.keys()
    for thing, arcs in looked_up.items():
        named = [arc for arc in arcs if not isinstance(arc[1], BlankNode)]
        assert named == [arc for arc in asked[thing] if not isinstance(arc[1], BlankNode)]
        assert len(arcs) == len(asked[thing])
