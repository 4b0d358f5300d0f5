import csv
import io
import json
from collections.abc import Mapping

import httpx
import pyoxigraph as ox
import pytest

EX = "http://example.org/"
NAMES = "SELECT ?name WHERE { ?person <http://example.org/name> ?name } ORDER BY ?name"
TYPES = (
    "CONSTRUCT { ?person a ?type } WHERE { ?person a ?type . ?person <http://example.org/name> ?n }"
)
JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"


def ask(client: httpx.Client, query: str, accept: str = "", **fields: str) -> httpx.Response:
    headers = {"Accept": accept} if accept else {}
    return client.get("/sparql", params={"query": query, **fields}, headers=headers)


RESULTS: Mapping[str, ox.QueryResultsFormat] = {
    JSON: ox.QueryResultsFormat.JSON,
    XML: ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Mapping[str, ox.RdfFormat] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}


@pytest.mark.parametrize("accept", RESULTS)
def test_rows_come_in_the_format_that_is_liked(client: httpx.Client, accept: str) -> None:
    response = ask(client, NAMES, accept)
    assert response.headers["content-type"].partition(";")[0] == accept
    parsed = ox.parse_query_results(response.content, format=RESULTS[accept])
    assert isinstance(parsed, ox.QuerySolutions)
    found = [str(row["name"]) for row in parsed]
    assert found == ['"=1+1,\\"Bob\\""', '"Alice"@en']


@pytest.mark.parametrize("accept", GRAPHS)
def test_triples_come_in_the_format_that_is_liked(client: httpx.Client, accept: str) -> None:
    response = ask(client, TYPES, accept)
    assert response.headers["content-type"].partition(";")[0] == accept
    parsed = ox.parse(response.content, format=GRAPHS[accept])
    assert {str(quad.subject) for quad in parsed} == {f"<{EX}alice>", f"<{EX}bob>"}


@pytest.mark.parametrize("accept", [JSON, XML, "text/csv", "text/tab-separated-values"])
def test_a_yes_comes_in_every_format_of_results(client: httpx.Client, accept: str) -> None:
    assert "true" in ask(client, "ASK {}", accept).text


def test_whoever_likes_everything_gets_json_or_turtle(client: httpx.Client) -> None:
    assert ask(client, NAMES).headers["content-type"] == JSON
    assert ask(client, TYPES, "*/*").headers["content-type"] == "text/turtle; charset=utf-8"


def test_of_what_is_liked_the_best_that_fits_the_form_is_taken(client: httpx.Client) -> None:
    accept = "text/turtle, text/csv;q=0.5, application/sparql-results+xml;q=0.8, image/*"
    assert ask(client, NAMES, accept).headers["content-type"] == XML
    assert ask(client, TYPES, accept).headers["content-type"].startswith("text/turtle")


@pytest.mark.parametrize(
    ("query", "accept"), [(NAMES, "text/turtle"), (TYPES, "text/csv"), (NAMES, "image/png")]
)
def test_what_nobody_has_is_not_acceptable(client: httpx.Client, query: str, accept: str) -> None:
    response = ask(client, query, accept)
    assert response.status_code == httpx.codes.NOT_ACCEPTABLE
    assert response.json()["type"] == "/problems/not-acceptable"


@pytest.mark.parametrize("field", ["format", "output", "results"])
@pytest.mark.parametrize(
    ("name", "query", "kind"),
    [
        ("json", NAMES, JSON),
        ("json", TYPES, "application/ld+json"),
        ("xml", NAMES, XML),
        ("xml", TYPES, "application/rdf+xml"),
        ("CSV", NAMES, "text/csv; charset=utf-8"),
        ("ttl", TYPES, "text/turtle; charset=utf-8"),
        ("nt", TYPES, "application/n-triples"),
        (XML, NAMES, XML),
    ],
)
def test_the_address_may_name_the_format(
    client: httpx.Client, field: str, name: str, query: str, kind: str
) -> None:
    response = ask(client, query, "text/html", **{field: name})
    assert response.headers["content-type"] == kind


def test_a_format_that_nobody_knows_is_not_acceptable(client: httpx.Client) -> None:
    assert ask(client, NAMES, format="<script>").status_code == httpx.codes.NOT_ACCEPTABLE


def test_csv_is_exact_and_a_spreadsheet_is_safe(client: httpx.Client) -> None:
    exact = ask(client, NAMES, "text/csv").text
    safe = ask(client, NAMES, format="spreadsheet")
    assert [row[0] for row in csv.reader(io.StringIO(exact))] == ["name", '=1+1,"Bob"', "Alice"]
    assert [row[0] for row in csv.reader(io.StringIO(safe.text))] == [
        "name",
        '\'=1+1,"Bob"',
        "Alice",
    ]
    assert safe.headers["content-disposition"].startswith("attachment")


def test_prefixes_that_everybody_knows_need_no_declaration(client: httpx.Client) -> None:
    asked = ask(client, "ASK { ?entity rdfs:label ?label FILTER(!BOUND(?none)) }")
    assert asked.json() == {"head": {}, "boolean": True}


def test_a_bad_query_is_told_its_place_but_nothing_of_it(client: httpx.Client) -> None:
    problem = ask(client, "SELECT * {\n  ex:a rdfs:label <b> evil <script> }").json()
    assert (problem["type"], problem["status"]) == ("/problems/bad-query", 400)
    assert problem["line"] == 2
    assert "evil" not in json.dumps(problem)
    first = ask(client, "SELECT * { ex:a ex:b }").json()
    assert (first["line"], first["column"]) == (1, 22)
    unfinished = ask(client, "SELECT * {\n ?s ?p").json()
    assert unfinished["detail"] == "line 2, column 7: it breaks off"


def test_a_head_has_no_body(client: httpx.Client) -> None:
    response = client.head("/sparql", params={"query": NAMES})
    assert response.status_code == httpx.codes.OK
    assert response.headers["content-type"] == JSON
    assert response.content == b""


def test_pages_from_elsewhere_may_ask_but_send_no_token(client: httpx.Client) -> None:
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
    }
    preflight = client.options("/sparql", headers=asked)
    assert preflight.status_code == httpx.codes.NO_CONTENT
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "authorization" not in preflight.headers["access-control-allow-headers"].casefold()
    answer = client.get("/sparql", params={"query": NAMES}, headers=asked)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "Tertium-Truncated" in answer.headers["access-control-expose-headers"]
    assert "Accept" in answer.headers["vary"]


def test_the_other_methods_are_not_allowed(client: httpx.Client) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        response = client.request(method, "/sparql")
        assert response.status_code == httpx.codes.METHOD_NOT_ALLOWED
        assert "POST" in response.headers["allow"]
