import json
from dataclasses import replace

import pyoxigraph as ox
import pytest

from tertium.errors import (
    BadQueryError,
    LimitError,
    NotAcceptableError,
    SourceUnavailableError,
)
from tertium.workers import GRAPH_TYPES, LIMITS, RESULT_TYPES, Limits, Question
from tertium.workers.answering import answer_of
from tests.workers.standing import DATA, JSON, ask

ALL = "SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o"
EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@pytest.fixture
def store() -> ox.Store:
    found = ox.Store()
    found.load(DATA, ox.RdfFormat.TRIG)
    return found


def rows(store: ox.Store, question: Question) -> list[str]:
    return answer_of(store, question, LIMITS).body.decode().split()[1:]


def test_without_a_dataset_all_graphs_are_asked(store: ox.Store) -> None:
    assert rows(store, ask(ALL)) == ["1", "2"]
    store.remove_graph(ox.NamedNode("urn:g"))
    assert rows(store, ask(ALL)) == ["1"]


def test_a_dataset_of_the_request_is_asked_instead(store: ox.Store) -> None:
    assert rows(store, replace(ask(ALL), default_graphs=("urn:g",))) == ["2"]
    assert rows(store, replace(ask(ALL), default_graphs=("urn:nowhere",))) == []
    assert rows(store, replace(ask(ALL), named_graphs=("urn:g",))) == []
    named = "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
    assert rows(store, replace(ask(named), named_graphs=("urn:g",))) == ["2"]
    assert rows(store, replace(ask(named), default_graphs=("urn:g",))) == []


def test_a_dataset_of_the_query_gives_way_to_that_of_the_request(store: ox.Store) -> None:
    text = "SELECT ?o FROM <urn:g> { <urn:a> <urn:p> ?o }"
    assert rows(store, replace(ask(text), is_choosy=True)) == ["2"]
    assert rows(store, replace(ask(text), default_graphs=("urn:nowhere",))) == []


@pytest.mark.parametrize("kind", [kind for kind in RESULT_TYPES if kind != "text/csv"])
@pytest.mark.parametrize("text", [ALL, "ASK { ?s ?p ?o }"])
def test_rows_come_in_the_form_wanted(kind: str, text: str, store: ox.Store) -> None:
    answer = answer_of(store, ask(text, "image/png", kind, JSON), LIMITS)
    assert answer.media_type == kind
    assert not answer.truncated
    found = ox.parse_query_results(answer.body, RESULT_TYPES[kind])
    if isinstance(found, ox.QuerySolutions):
        assert answer.rows == len(list(found)) == 2
    else:
        assert bool(found)
        assert answer.rows is None


@pytest.mark.parametrize("kind", GRAPH_TYPES)
def test_triples_come_in_the_form_wanted(kind: str, store: ox.Store) -> None:
    answer = answer_of(store, ask(EVERYTHING, kind), LIMITS)
    assert (answer.media_type, answer.rows, answer.truncated) == (kind, 2, False)
    read = {quad.triple for quad in ox.parse(answer.body, GRAPH_TYPES[kind])}
    assert read == {quad.triple for quad in store}


@pytest.mark.parametrize("text", [ALL, EVERYTHING])
def test_a_form_that_it_has_not_is_said(text: str, store: ox.Store) -> None:
    with pytest.raises(NotAcceptableError, match="it has"):
        answer_of(store, ask(text, "image/png"), LIMITS)


def test_more_rows_than_are_sent_are_said(store: ox.Store) -> None:
    question = replace(ask(f"{ALL} LIMIT 1"), beyond=f"{ALL} OFFSET 1 LIMIT 1")
    assert answer_of(store, question, Limits(rows=1)).truncated
    assert not answer_of(store, replace(question, beyond=""), Limits(rows=1)).truncated
    none = replace(question, beyond=f"{ALL} OFFSET 2 LIMIT 1")
    assert not answer_of(store, none, Limits(rows=1)).truncated


def test_more_triples_than_are_sent_are_cut(store: ox.Store) -> None:
    store.extend(
        ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.Literal(n)) for n in range(5000)
    )
    answer = answer_of(store, ask(EVERYTHING, "text/turtle"), Limits(rows=20))
    assert (answer.rows, answer.truncated) == (20, True)
    assert len(list(ox.parse(answer.body, ox.RdfFormat.TURTLE))) == 20


@pytest.mark.parametrize("text", [ALL, EVERYTHING])
def test_an_answer_of_too_many_bytes_is_refused(text: str, store: ox.Store) -> None:
    with pytest.raises(LimitError, match="more bytes than are sent"):
        answer_of(store, ask(text, "text/csv", "text/turtle"), Limits(body=3))


def test_what_is_no_query_is_said(store: ox.Store) -> None:
    with pytest.raises(BadQueryError, match="error at 1:"):
        answer_of(store, ask("SELECT"), LIMITS)
    with pytest.raises(BadQueryError):
        answer_of(store, replace(ask(ALL), default_graphs=("no iri",)), LIMITS)


def test_relative_addresses_are_relative_to_the_base(store: ox.Store) -> None:
    question = Question(sparql="CONSTRUCT { <b> <b> <b> } {}", accepts=("text/plain",), base="urn:")
    with pytest.raises(BadQueryError):
        answer_of(store, replace(question, base=""), LIMITS)
    based = replace(question, base="http://example.org/")
    assert b"<http://example.org/b>" in answer_of(store, based, LIMITS).body


def test_a_store_that_cannot_be_read_does_not_say_where_it_is(store: ox.Store) -> None:
    elsewhere = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    with pytest.raises(SourceUnavailableError, match=r"^the store cannot be read"):
        answer_of(store, ask(elsewhere), LIMITS)
    late = f"SELECT * {{ VALUES ?x {{ 1 2 }} {elsewhere.partition('{')[2]}"
    with pytest.raises(SourceUnavailableError, match=r"^the store cannot be read"):
        answer_of(store, ask(late), LIMITS)


def test_an_answer_in_json_is_what_the_engine_writes(store: ox.Store) -> None:
    body = answer_of(store, ask(ALL, JSON), LIMITS).body
    assert [row["o"]["value"] for row in json.loads(body)["results"]["bindings"]] == ["1", "2"]
