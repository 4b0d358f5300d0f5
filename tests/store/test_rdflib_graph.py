import logging

import pytest
import rdflib
from rdflib import Graph, Variable

from tertium.errors import BadQueryError, BadTermError
from tertium.model.terms import RDF_LANG_STRING, XSD, BlankNode, Iri, Literal
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Solutions, Triple, Triples
from tertium.store.rdflib_graph import RdflibStore, from_graph, to_graph
from tertium.store.rdflib_terms import from_rdflib

A, P = Iri("http://example.org/a"), Iri("http://example.org/p")
DEATH = Literal("-0043-03-13", Iri(XSD + "date"))
TRIPLES: tuple[Triple, ...] = (
    (A, P, DEATH),
    (A, P, Literal("01", Iri(XSD + "token"))),
    (A, P, Literal("Gaius", RDF_LANG_STRING, "la")),
    (A, P, Literal("plain")),
    (A, P, BlankNode("x")),
)


def store_of(*triples: Triple) -> OxigraphStore:
    store = OxigraphStore()
    store.add(triples)
    return store


def rdflib_of(*triples: Triple) -> RdflibStore:
    return RdflibStore(to_graph(store_of(*triples)))


def test_a_graph_comes_back_as_it_went() -> None:
    store = store_of(*TRIPLES)
    assert from_graph(to_graph(store)).digest() == store.digest()


def test_a_table_keeps_its_columns_and_leaves_unbound_ones_out() -> None:
    answer = rdflib_of((A, P, DEATH)).query("SELECT ?o ?s ?none { ?s ?p ?o }")
    assert answer == Solutions(("o", "s", "none"), ({"o": DEATH, "s": A},))


def test_a_construct_answers_triples() -> None:
    answer = rdflib_of((A, P, A)).query("CONSTRUCT { ?s ?s ?s } WHERE { ?s ?p ?o }")
    assert answer == Triples(((A, A, A),))


def test_an_ask_answers_the_truth() -> None:
    assert rdflib_of((A, P, A)).query("ASK { ?s ?p ?o }") is True


def test_dates_bce_leave_no_trace_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    rdflib_of((A, P, DEATH)).query(f'ASK {{ ?s ?p "{DEATH.lexical}"^^<{DEATH.datatype}> }}')
    assert not caplog.records


def test_other_news_still_reach_the_log(caplog: pytest.LogCaptureFixture) -> None:
    rdflib_of((A, P, DEATH)).query("ASK {}")
    rdflib.Literal("not a date", datatype=rdflib.XSD.date)
    logging.getLogger("rdflib.term").warning("something else")
    assert len(caplog.records) == 2


@pytest.mark.parametrize(
    "sparql", ["SELECT * {", "ASK { ?s a unknown:b }", "DELETE WHERE { ?s ?p ?o }"]
)
def test_what_is_no_query_is_refused_in_one_line(sparql: str) -> None:
    with pytest.raises(BadQueryError) as caught:
        rdflib_of().query(sparql)
    assert "\n" not in str(caught.value)


def test_the_prefixes_of_the_graph_do_not_slip_in() -> None:
    graph = Graph()
    graph.bind("mine", "http://example.org/")
    with pytest.raises(BadQueryError, match="mine"):
        RdflibStore(graph).query("ASK { ?s a mine:b }")


def test_a_variable_is_no_term() -> None:
    with pytest.raises(BadTermError):
        from_rdflib(Variable("x"))
