import httpx
import pyoxigraph as ox
import pytest

from tests.interfaces.web.sparql.test_querying import GRAPHS

EX = "http://example.org/"


@pytest.mark.parametrize("accept", GRAPHS)
def test_a_graph_is_read_by_its_name(client: httpx.Client, accept: str) -> None:
    response = client.get("/graphs", params={"graph": f"{EX}one"}, headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == accept
    triples = list(ox.parse(response.content, format=GRAPHS[accept]))
    assert {str(triple.subject) for triple in triples} == {f"<{EX}alice>"}
    assert len(triples) == 2


def test_the_default_graph_has_all_triples(client: httpx.Client) -> None:
    response = client.get("/graphs?default", headers={"Accept": "application/n-triples"})
    for name in ("alice", "bob", "carol"):
        assert f"<{EX}{name}>" in response.text


def test_a_head_says_whether_there_is_a_graph(client: httpx.Client) -> None:
    assert client.head("/graphs", params={"graph": f"{EX}one"}).status_code == httpx.codes.OK
    answer = client.head("/graphs", params={"graph": f"{EX}none"})
    assert answer.status_code == httpx.codes.NOT_FOUND
    assert answer.content == b""


@pytest.mark.parametrize(
    "target", [f"/graphs?graph={EX}none", "/graphs/none", "/graphs/a%20b", "/graphs?graph=urn:a"]
)
def test_there_is_no_graph_that_nobody_made(client: httpx.Client, target: str) -> None:
    response = client.get(target)
    assert response.status_code == httpx.codes.NOT_FOUND
    assert "example" not in response.text


@pytest.mark.parametrize(
    "target",
    [
        "/graphs",
        "/graphs?graph=",
        "/graphs?graph=one",
        "/graphs?graph=%FF",
        f"/graphs?default&graph={EX}one",
        f"/graphs?graph={EX}one&graph={EX}two",
        "/graphs?default=yes",
        "/graphs?graph=http://a%3E%20b",
    ],
)
def test_one_graph_must_be_named(client: httpx.Client, target: str) -> None:
    response = client.get(target)
    assert response.status_code == httpx.codes.BAD_REQUEST
    assert response.json()["type"] == "/problems/bad-request"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_graphs_are_only_read(client: httpx.Client, method: str) -> None:
    response = client.request(method, "/graphs?default", content=b"<a:a> <a:b> <a:c> .")
    assert response.status_code == httpx.codes.METHOD_NOT_ALLOWED
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_graph_in_no_format_that_is_liked_is_not_sent(client: httpx.Client) -> None:
    response = client.get("/graphs?default", headers={"Accept": "text/csv"})
    assert response.status_code == httpx.codes.NOT_ACCEPTABLE


def test_a_graph_that_has_our_address_is_read_there(published: httpx.Client) -> None:
    response = published.get("/graphs/three%20four", headers={"Accept": "application/n-triples"})
    assert response.text.startswith(f"<{EX}dora> ")
