"""What the SPARQL 1.1 Protocol demands (2), case by case."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

import httpx
import pytest

EX = "http://example.org/"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
ONE, TWO, NONE = f"{EX}one", f"{EX}two", "urn:none"
ALICE = f"ASK {{ <{EX}alice> a ?type }}"
BOB = f"ASK {{ <{EX}bob> a ?type }}"
BOTH = f"ASK {{ <{EX}alice> a ?type . <{EX}bob> a ?type }}"
IN_GRAPH = f"ASK {{ GRAPH ?graph {{ <{EX}alice> a ?type }} }}"
APART = f"ASK {{ <{EX}bob> a ?type GRAPH ?graph {{ <{EX}alice> a ?type }} }}"
CHOOSY = f"ASK FROM <{TWO}> {{ <{EX}alice> a ?type }}"

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Asked:
    """A request: its fields, its body with the kind of that."""

    fields: Fields = ()
    kind: str = ""
    body: bytes = b""

    def send(self, client: httpx.Client) -> httpx.Response:
        headers = {"Content-Type": self.kind} if self.kind else {}
        method = "POST" if self.body or self.kind else "GET"
        target = f"/sparql?{urlencode(self.fields)}"
        return client.request(method, target, headers=headers, content=self.body)


def get(query: str, *fields: tuple[str, str]) -> Asked:
    return Asked((("query", query), *fields))


def form(*fields: tuple[str, str]) -> Asked:
    return Asked(kind=FORM, body=urlencode(fields).encode())


def direct(query: str, *fields: tuple[str, str]) -> Asked:
    return Asked(fields, QUERY, query.encode())


def default(*names: str) -> Fields:
    return tuple(("default-graph-uri", name) for name in names)


def named(*names: str) -> Fields:
    return tuple(("named-graph-uri", name) for name in names)


TRUE = {
    "in the address": get(ALICE),
    "in a form": form(("query", ALICE)),
    "in the body": direct(ALICE),
    "in a form that says how it is written": Asked(
        kind=f"{FORM}; charset=UTF-8", body=urlencode({"query": ALICE}).encode()
    ),
    "in a body that says how it is written": Asked(
        kind='application/sparql-query;charset="utf-8"', body=ALICE.encode()
    ),
    "a default graph": get(ALICE, *default(ONE)),
    "two default graphs": get(BOTH, *default(ONE, TWO)),
    "two default graphs in a form": form(("query", BOTH), *default(ONE, TWO)),
    "two default graphs beside the body": direct(BOTH, *default(ONE, TWO)),
    "a default graph beside a form": Asked(
        default(ONE), FORM, urlencode({"query": ALICE}).encode()
    ),
    "a named graph": get(IN_GRAPH, *named(ONE, TWO)),
    "both kinds of graphs": direct(APART, *default(TWO), *named(ONE)),
    "graphs beside the query count, not those in it": get(CHOOSY, *default(ONE)),
    "a graph that nobody has is empty": get("ASK {}", *default(NONE)),
    "no graphs are named": get(APART),
}
FALSE = {
    "another default graph": get(ALICE, *default(TWO)),
    "a default graph has no names": get(IN_GRAPH, *default(ONE)),
    "a named graph is no default graph": get(ALICE, *named(ONE)),
    "another named graph": get(IN_GRAPH, *named(TWO)),
    "an unknown graph": get(ALICE, *default(NONE)),
    "the graphs of the query": get(CHOOSY),
}
BAD = {
    "two queries": get(ALICE, ("query", BOB)),
    "two queries in a form": form(("query", ALICE), ("query", BOB)),
    "a query and an update": form(("query", ALICE), ("update", "CLEAR ALL")),
    "a query in the address of a body": direct(ALICE, ("query", BOB)),
    "a query in the address of a form": Asked((("query", ALICE),), FORM, b"a=b"),
    "an update in the address": Asked((("update", "CLEAR ALL"),)),
    "an update in the address of a POST": Asked((("update", "CLEAR ALL"),), FORM, b"a=b"),
    "two updates": form(("update", "CLEAR ALL"), ("update", "CLEAR ALL")),
    "an update as a query": get("CLEAR ALL"),
    "nothing in the form": form(("format", "json")),
    "graphs without a query": Asked(default(ONE)),
    "graphs of an update": get(ALICE, ("using-graph-uri", ONE)),
    "named graphs of an update": direct(ALICE, ("using-named-graph-uri", ONE)),
    "graphs of a query": Asked(default(ONE), UPDATE, b"CLEAR ALL"),
    "a graph by no address": get(ALICE, *default("one")),
    "a graph by a file": get(ALICE, *default("/etc/passwd")),
    "a graph by a broken address": get(ALICE, *named("http://a> {} <b")),
    "a query that breaks off": get("ASK {"),
    "a query of nothing": get(""),
    "a body of nothing": Asked(kind=QUERY, body=b" "),
    "half a character in the body": Asked(kind=QUERY, body=b"ASK { <urn:\xff> a 1 }"),
    "half a character in a form": Asked(kind=FORM, body=b"query=ASK%20%7B%7D%FF"),
    "a body in UTF-16": Asked(kind=QUERY, body="ASK {}".encode("utf-16")),
}
UNREAD = {
    "plain text": Asked(kind="text/plain", body=b"ASK {}"),
    "JSON": Asked(kind="application/json", body=b'{"query": "ASK {}"}'),
    "a form of parts": Asked(kind="multipart/form-data; boundary=a", body=b"--a--"),
    "no kind": Asked(body=b"ASK {}"),
    "a form of no kind": Asked(body=b"query=ASK%20%7B%7D"),
    "UTF-16": Asked(kind=f"{QUERY}; charset=UTF-16", body="ASK {}".encode("utf-16")),
    "a form in Latin": Asked(kind=f"{FORM}; charset=latin1", body=b"query=ASK%20%7B%7D"),
}


@pytest.mark.parametrize("name", TRUE)
def test_a_query_is_asked_of_the_right_graphs(client: httpx.Client, name: str) -> None:
    assert TRUE[name].send(client).json() == {"head": {}, "boolean": True}


@pytest.mark.parametrize("name", FALSE)
def test_a_query_is_asked_of_no_other_graphs(client: httpx.Client, name: str) -> None:
    assert FALSE[name].send(client).json() == {"head": {}, "boolean": False}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_meant_is_a_bad_request(client: httpx.Client, name: str) -> None:
    response = BAD[name].send(client)
    assert response.status_code == httpx.codes.BAD_REQUEST
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("name", UNREAD)
def test_a_body_of_another_kind_is_not_read(client: httpx.Client, name: str) -> None:
    response = UNREAD[name].send(client)
    assert response.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE
    assert response.json()["type"] == "/problems/unsupported-media-type"


def test_a_packed_body_is_not_read(client: httpx.Client) -> None:
    headers = {"Content-Type": QUERY, "Content-Encoding": "gzip"}
    response = client.post("/sparql", content=b"\x1f\x8b", headers=headers)
    assert response.status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE


@pytest.mark.parametrize("raw", [b"query=ASK%20%7B%7D%FF", b"query=ASK%20%7B%7D&x=%ED%A0%80"])
def test_an_address_is_in_utf_8(client: httpx.Client, raw: bytes) -> None:
    url = httpx.URL(client.base_url.join("/sparql"), query=raw)
    assert client.get(url).status_code == httpx.codes.BAD_REQUEST


def test_too_many_fields_are_too_many_parts(client: httpx.Client) -> None:
    response = get("ASK {}", *default(*(f"urn:{n}" for n in range(300)))).send(client)
    assert response.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE


def test_a_slash_at_the_end_changes_nothing(client: httpx.Client) -> None:
    assert client.get("/sparql/", params={"query": ALICE}).json()["boolean"] is True


def test_addresses_in_a_query_are_relative_to_the_endpoint(
    client: httpx.Client, address: str
) -> None:
    query = "SELECT (STR(<a>) AS ?one) (STR(<#a>) AS ?other) {}"
    (row,) = get(query).send(client).json()["results"]["bindings"]
    assert row["one"]["value"] == f"{address}/a"
    assert row["other"]["value"] == f"{address}/sparql#a"


def test_an_answer_that_would_take_too_long_to_read_is_refused(client: httpx.Client) -> None:
    response = get("ASK { " + "{" * 100 + "}" * 100 + " }").send(client)
    assert response.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE


@pytest.mark.parametrize("word", ["SERVICE", "service silent"])
def test_no_other_server_is_asked(client: httpx.Client, word: str) -> None:
    response = get(f"ASK {{ {word} <http://127.0.0.1:1/> {{ }} }}").send(client)
    assert response.status_code == httpx.codes.FORBIDDEN
    assert response.json()["type"] == "/problems/refused"


def test_a_long_query_is_refused(client: httpx.Client) -> None:
    text = f"ASK {{}} # {'a' * (1 << 16)}"
    for response in (direct(text).send(client), form(("query", text)).send(client)):
        assert response.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
        assert response.headers["content-type"] == "application/problem+json"


def test_a_huge_body_is_not_read_to_its_end(client: httpx.Client) -> None:
    def pieces() -> Iterator[bytes]:
        yield from (b"a" * (1 << 16) for _ in range(20))

    for body in (b"a" * (20 << 16), pieces()):
        response = client.post("/sparql", content=body, headers={"Content-Type": QUERY})
        assert response.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE


def test_a_body_may_come_in_pieces(client: httpx.Client) -> None:
    pieces = (bytes([byte]) for byte in ALICE.encode())
    response = client.post("/sparql", content=pieces, headers={"Content-Type": QUERY})
    assert response.json()["boolean"] is True
