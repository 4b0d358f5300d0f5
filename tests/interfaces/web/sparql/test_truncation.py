import json

import httpx
import pyoxigraph as ox
import pytest
from rdflib import Graph

MANY = "SELECT ?n { ?a a ?b . ?c a ?d . ?e a ?f BIND(1 AS ?n) }"
TRIPLES = "CONSTRUCT { ?a <urn:p> ?c } { ?a a ?b . ?c a ?d }"
HEADER = "Tertium-Truncated"
ROWS = 10_000


def ask(client: httpx.Client, query: str, accept: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


@pytest.mark.parametrize(
    "accept", ["application/sparql-results+json", "text/csv", "text/tab-separated-values"]
)
def test_a_header_says_that_there_are_more_rows(client: httpx.Client, accept: str) -> None:
    response = ask(client, MANY, accept)
    assert response.headers[HEADER] == f"rows={ROWS}"


def test_all_of_it_has_no_such_header(client: httpx.Client) -> None:
    exact = ask(client, f"{MANY} LIMIT {ROWS}", "application/sparql-results+json")
    assert HEADER not in exact.headers
    assert "link" not in exact.json()["head"]
    assert len(exact.json()["results"]["bindings"]) == ROWS


def test_results_point_to_where_the_limits_are_told(client: httpx.Client, address: str) -> None:
    about = f"{address}/sparql#limits"
    told = ask(client, MANY, "application/sparql-results+json").json()
    assert told["head"] == {"link": [about], "vars": ["n"]}
    assert len(told["results"]["bindings"]) == ROWS
    body = ask(client, MANY, "application/sparql-results+xml").content
    assert f'<variable name="n"/><link href="{about}"/></head>'.encode() in body
    parsed = ox.parse_query_results(body, format=ox.QueryResultsFormat.XML)
    assert isinstance(parsed, ox.QuerySolutions)
    assert sum(1 for _ in parsed) == ROWS


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/rdf+xml", "xml")],
)
def test_triples_have_a_comment_that_there_are_more(
    client: httpx.Client, accept: str, syntax: str
) -> None:
    response = ask(client, TRIPLES, accept)
    assert response.headers[HEADER] == f"rows={ROWS}"
    assert "There is more" in response.text
    assert len(Graph().parse(data=response.text, format=syntax)) == ROWS


def test_json_ld_stays_whole(client: httpx.Client) -> None:
    response = ask(client, TRIPLES, "application/ld+json")
    assert response.headers[HEADER] == f"rows={ROWS}"
    assert json.loads(response.text)
