"""Every saved query answers the same on every server as in the embedded store."""

import pytest

from tertium.model.terms import BlankNode
from tertium.queries.catalogue import Query, bundled_catalogue
from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Answer, Binding, Solutions
from tests.servers.conftest import POLITICIANS
from tests.servers.processes import Server

WIKIDATA = "http://www.wikidata.org/entity/"
PEOPLE = tuple(WIKIDATA + name for name in ("Q855", "Q33391", "Q1394"))
QUERIES = tuple(
    query
    for query in bundled_catalogue().values()
    if not query.name.startswith(("statistics/", "void/"))  # of the whole graph: slow in rdflib
)
ENDLESS = ("rdflib-endpoint", "compare/links")  # two lists of VALUES: rdflib joins all with all
ABOUT_THINGS = tuple(
    query for query in QUERIES if query.signature.partition(",")[0].endswith(("iri+", "iri*"))
)


@pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])
def test_a_server_answers_as_the_embedded_store_does(
    query: Query, server: Server, remote: EndpointStore, local: OxigraphStore
) -> None:
    if (server.name, query.name) == ENDLESS:
        pytest.skip("rdflib joins two lists of values with the whole graph")
    assert comparable(remote.query(query.text)) == comparable(local.query(query.text))


@pytest.mark.skipif(not POLITICIANS.is_file(), reason="politicians.ttl is not beside the checkout")
@pytest.mark.parametrize("query", ABOUT_THINGS, ids=[query.name for query in ABOUT_THINGS])
def test_a_server_answers_of_real_people_as_the_embedded_store_does(
    query: Query, remote: EndpointStore, local: OxigraphStore
) -> None:
    many = (parameter.name for parameter in query.params if parameter.signature.endswith("iri+"))
    sparql = query.bind(**dict.fromkeys(many, PEOPLE))
    assert comparable(remote.query(sparql)) == comparable(local.query(sparql))


def comparable(answer: Answer) -> object:
    """Return an answer without what differs rightly: the labels of blank nodes, and their order.

    Without a blank node, rows are compared in the order in which they came.
    """
    if isinstance(answer, bool):
        return answer
    if not isinstance(answer, Solutions):
        return sorted(map(masked, ({"s": s, "p": p, "o": o} for s, p, o in answer.triples)))
    rows = [masked(row) for row in answer.rows]
    nameless = any(isinstance(term, BlankNode) for row in answer.rows for term in row.values())
    return answer.variables, sorted(rows) if nameless else rows


def masked(row: Binding) -> list[tuple[str, str]]:
    return sorted(
        (name, "_:" if isinstance(term, BlankNode) else repr(term)) for name, term in row.items()
    )
