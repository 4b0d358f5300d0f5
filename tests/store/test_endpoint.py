import json
import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tertium.errors import BadQueryError, SourceUnavailableError
from tertium.model.terms import RDF_LANG_STRING, XSD, BlankNode, Iri, Literal
from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tertium.store.profile import GENERIC, profiles
from tertium.store.protocol import Answer, Solutions, Triple, Triples
from tests.store.serving import N_TRIPLES, Endpoint, FakeTime, Reply, answering, serve, silent

A, P = Iri("http://example.org/a"), Iri("http://example.org/p")
TRIPLES: tuple[Triple, ...] = (
    (A, P, A),
    (A, P, Literal("-0043-03-13", Iri(XSD + "date"))),
    (A, P, Literal("01", Iri(XSD + "token"))),
    (A, P, Literal("Gaius", RDF_LANG_STRING, "la")),
    (A, P, Literal("plain")),
)
TABLE = "SELECT ?o ?s ?none { ?s ?p ?o } ORDER BY ?o"
ROWS = {"head": {"vars": ["o"]}, "results": {"bindings": [{"o": {"type": "uri", "value": A}}]}}


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    store = OxigraphStore()
    store.add(TRIPLES)
    return store


@pytest.fixture(scope="module")
def endpoint(store: OxigraphStore) -> Iterator[Endpoint]:
    with serve(answering(store)) as endpoint:
        yield endpoint


def at(endpoint: Endpoint) -> EndpointStore:
    agent = "test/1 (someone@example.org)"
    return EndpointStore(endpoint.url, agent=agent, clock=FakeTime().clock)


def answered(reply: Reply, query: str = "SELECT ?o { ?s ?p ?o }") -> Answer:
    with serve(lambda _: reply) as endpoint:
        return at(endpoint).query(query)


@pytest.mark.parametrize("question", [TABLE, "ASK { ?s ?p ?o }", "ASK { ?s ?p 5 }"])
def test_an_endpoint_answers_what_its_store_answers(
    question: str, endpoint: Endpoint, store: OxigraphStore
) -> None:
    assert at(endpoint).query(question) == store.query(question)


@pytest.mark.parametrize(
    "question", ["CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", f"DESCRIBE <{A}>"]
)
def test_triples_come_whole(question: str, endpoint: Endpoint) -> None:
    answer = at(endpoint).query(question)
    assert isinstance(answer, Triples)
    assert sorted(map(str, answer.triples)) == sorted(map(str, TRIPLES))


def test_it_says_who_asks_and_what_it_takes(endpoint: Endpoint) -> None:
    at(endpoint).query(TABLE)
    headers = endpoint.asked[-1].headers
    assert headers["User-Agent"] == "test/1 (someone@example.org)"
    assert headers["Accept"] == "application/sparql-results+json, application/json"
    at(endpoint).query(f"DESCRIBE <{A}>")
    assert endpoint.asked[-1].headers["Accept"] == N_TRIPLES
    assert endpoint.asked[-1].others == {}


def test_a_long_query_is_posted_and_arrives_as_it_is(endpoint: Endpoint) -> None:
    long = TABLE + " #" + "é+&=" * 500
    for query, method in ((TABLE, "GET"), (long, "POST")):
        at(endpoint).query(query)
        assert (endpoint.asked[-1].method, endpoint.asked[-1].query) == (method, query)


def test_parameters_in_the_address_go_along(endpoint: Endpoint) -> None:
    url = endpoint.url + "?default-graph-uri=http%3A%2F%2Fexample.org%2Fg"
    assert EndpointStore(url, agent="test/1").query("ASK { ?s ?p ?o }") is True
    assert endpoint.asked[-1].others == {"default-graph-uri": "http://example.org/g"}


def test_parameters_of_the_profile_go_along_unless_the_address_has_them(endpoint: Endpoint) -> None:
    usual = replace(profiles()[GENERIC], parameters={"a": "1", "b": "2"})
    assert EndpointStore(endpoint.url + "?b=3", agent="test/1", profile=usual).query(TABLE)
    assert endpoint.asked[-1].others == {"a": "1", "b": "3"}


def test_the_profile_is_told_by_the_address_unless_it_is_given() -> None:
    assert EndpointStore("https://dbpedia.org/sparql", agent="test/1").profile.name == "dbpedia"
    given = EndpointStore("http://localhost", agent="test/1", profile=profiles()["wikidata"])
    assert given.profile.name == "wikidata"


@pytest.mark.parametrize(
    "query", ["SELECT ?o { ?s ?p ?o } ORDER BY ?o", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"]
)
def test_as_many_rows_as_can_be_had_may_not_be_all(query: str, endpoint: Endpoint) -> None:
    for cap, enough in ((len(TRIPLES) + 1, True), (len(TRIPLES), False)):
        capped = replace(profiles()[GENERIC], row_cap=cap)
        store = EndpointStore(endpoint.url, agent="test/1", profile=capped)
        if enough:
            assert store.query(query)
        else:
            with pytest.raises(SourceUnavailableError, match="it sends 5 rows at most"):
                store.query(query)


def test_columns_that_nobody_asked_for_are_no_answer() -> None:
    with pytest.raises(SourceUnavailableError, match="answer is to another question: o"):
        answered(Reply(body=json.dumps(ROWS)), "SELECT ?other { ?other ?p 'o' }")


PROLOGUES = (
    "prefix add: <http://example.org/#add> ask { ?s ?p ?o }",
    "# SELECT\nBASE <http://example.org/> # INSERT\nPREFIX : <x#>PREFIX ask: <y> ASK { ?s ?p ?o }",
)


@pytest.mark.parametrize("query", PROLOGUES)
def test_the_form_is_told_whatever_the_prologue_says(query: str, endpoint: Endpoint) -> None:
    assert at(endpoint).query(query) is True


@pytest.mark.parametrize("query", ["", "INSERT DATA { <urn:a> <urn:b> 1 }", "#" * 50_000])
def test_what_is_no_query_is_never_sent(query: str, endpoint: Endpoint) -> None:
    before = len(endpoint.asked)
    with pytest.raises(BadQueryError, match="expected"):
        at(endpoint).query(query)
    assert len(endpoint.asked) == before


def test_a_query_refused_says_why(endpoint: Endpoint) -> None:
    with pytest.raises(BadQueryError, match=r"cannot be run: error at 1:16"):
        at(endpoint).query("SELECT nothing at all")
    with pytest.raises(BadQueryError, match="don't"):
        answered(Reply(body='I\n"don\'t"', kind="text/plain", status=400))
    with pytest.raises(BadQueryError, match="HTTP Error 400: Bad Request"):
        answered(Reply(body="", status=400))


@pytest.mark.parametrize("status", [206, 401, 403, 404, 414, 429, 500, 503])
def test_another_status_is_no_answer(status: int) -> None:
    with pytest.raises(SourceUnavailableError, match=rf"cannot be read: HTTP .*{status}"):
        answered(Reply(body=json.dumps(ROWS), status=status))


def test_a_page_is_no_answer() -> None:
    with pytest.raises(SourceUnavailableError, match="sent text/html, not application/sparql"):
        answered(Reply(body="<html></html>", kind="text/html; charset=utf-8"))
    with pytest.raises(SourceUnavailableError, match="sent text/turtle, not application/n-triples"):
        answered(Reply(body="", kind="text/turtle"), "DESCRIBE <urn:a>")


def test_half_an_answer_is_none() -> None:
    whole = json.dumps(ROWS)
    with pytest.raises(SourceUnavailableError, match="no JSON"):
        answered(Reply(body=whole[: len(whole) // 2]))
    with pytest.raises(SourceUnavailableError, match="breaks off"):
        answered(Reply(body=whole, missing=1))
    with pytest.raises(SourceUnavailableError, match="no N-Triples"):
        answered(Reply(body="<urn:a> <urn:b> <urn", kind=N_TRIPLES), "DESCRIBE <urn:a>")


def test_nobody_there_is_said_so() -> None:
    with socket.socket() as bound:  # bound and never listening: nobody else gets the port
        bound.bind(("127.0.0.1", 0))
        nobody = EndpointStore(f"http://127.0.0.1:{bound.getsockname()[1]}/", agent="test/1")
        with pytest.raises(SourceUnavailableError, match=r"cannot be read: Connection refused$"):
            nobody.query("ASK {}")


@pytest.mark.parametrize("url", ["http://", "http://localhost:port/", "http://[::1/"])
def test_an_address_that_is_none_is_said_so(url: str) -> None:
    with pytest.raises(SourceUnavailableError, match=r"cannot be read: .+"):
        EndpointStore(url, agent="test/1").query("ASK {}")


def test_patience_ends() -> None:
    with silent() as endpoint:
        hasty = replace(profiles()[GENERIC], timeout=1)
        impatient = EndpointStore(endpoint.url, agent="test/1", profile=hasty)
        with pytest.raises(SourceUnavailableError, match="no answer within 1 s"):
            impatient.query("ASK {}")


def test_a_blank_node_keeps_its_label_or_gets_one_that_can_be_written() -> None:
    nodes = [{"o": {"type": "bnode", "value": label}} for label in ("b1", "nodeID://b1")]
    answer = answered(
        Reply(body=json.dumps({"head": {"vars": ["o"]}, "results": {"bindings": nodes}}))
    )
    assert isinstance(answer, Solutions)
    assert [row["o"] for row in answer.rows] == [
        BlankNode("b1"),
        BlankNode("b-6e6f646549443a2f2f6231"),
    ]
