import json
from pathlib import Path

import httpx
import jsonschema_rs
import pytest
from starlette.types import ASGIApp

import tertium
from tertium.interfaces.web.api.ways import WAYS
from tertium.render.likeness import write_differences, write_likeness
from tertium.render.paths import render_paths
from tests.interfaces.web.asking import asked

PAIR = "entity=ex:ada&entity=Charles+Babbage"
JSON = {"Content-Type": "application/json"}


def document(small: ASGIApp) -> dict[str, object]:
    found: dict[str, object] = asked(small, "/api/openapi.json").json()
    return found


def schema(small: ASGIApp, name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}", "components": document(small)["components"]}


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("/api/find?q=char", "Suggestions"),
        ("/api/find?q=ex:ada&limit=1", "Suggestions"),
        (f"/api/common?{PAIR}", "Common"),
        (f"/api/differ?{PAIR}", "Differences"),
        (f"/api/paths?{PAIR}&steps=2", "Paths"),
        ("/api/link?q=babbage", "Links"),
        ("/api/stats", "Counts"),
        ("/api/queries", "Queries"),
        ("/compare/ex:ada/ex:bab.json", "Comparison"),
        ("/entity/ex:ada.json", "Comparison"),
        ("/entity/Smith.json", "Problem"),
        ("/entity/nobody.json", "Problem"),
        ("/api/find", "Problem"),
    ],
)
def test_what_is_answered_is_what_is_described(small: ASGIApp, target: str, name: str) -> None:
    response = asked(small, target, headers={"Accept": "application/json"})
    jsonschema_rs.validate(schema(small, name), response.json())


def test_documents_are_those_of_the_library(small: ASGIApp, graph_file: Path) -> None:
    graph = tertium.open(graph_file)
    names = ("ex:ada", "ex:bab")
    common = write_likeness(graph.common(*names, radius=1, limit=3), "json")
    differ = write_differences(graph.differ(*names, language="de"), "json")
    paths = render_paths("json", [graph.paths(*names)])
    assert asked(small, f"/api/common?{PAIR}&radius=1&limit=3").text == common
    assert asked(small, f"/api/differ?{PAIR}&lang=de").text == differ
    assert asked(small, f"/api/paths?{PAIR}").text == paths


def test_a_beginning_is_enough_to_find(small: ASGIApp) -> None:
    found = asked(small, "/api/find?q=charles+b&limit=3").json()["results"]
    assert found[0] == {
        "id": "ex:bab",
        "iri": "https://w3id.org/tertium/id/bab",
        "label": "Charles Babbage",
        "description": "",
        "types": [{"iri": "https://w3id.org/tertium/ontology#Person", "label": "person"}],
        "address": "/entity/ex:bab",
    }
    assert asked(small, "/api/find?q=%20").json() == {"results": []}
    assert asked(small, "/api/find?q=babage").json()["results"][0]["id"] == "ex:bab"


@pytest.mark.parametrize(
    "target",
    [
        "/api/find",
        "/api/find?q=",
        f"/api/find?q={'x' * 1001}",
        "/api/find?q=a&limit=0",
        "/api/find?q=a&limit=101",
        "/api/find?q=a&limit=1.0",
        "/api/find?q=a&limit=%C2%B2",
        f"/api/find?q=a&limit={'9' * 5000}",
        "/api/common",
        "/api/common?entity=ex:ada",
        "/api/common?entity=ex:ada&entity=",
        f"/api/common?{PAIR}&radius=3",
        f"/api/common?{PAIR}&lang=xx",
        f"/api/paths?{PAIR}&steps=5",
        f"/api/paths?{PAIR}&entity=ex:cay",
        f"/api/common?{'&'.join(f'entity=ex:n{n}' for n in range(51))}",
    ],
)
def test_what_is_not_understood_is_refused(small: ASGIApp, target: str) -> None:
    response = asked(small, target)
    assert response.status_code == httpx.codes.BAD_REQUEST
    assert response.json()["type"] == "/problems/bad-request"


def test_what_is_unclear_comes_with_what_may_be_meant(small: ASGIApp) -> None:
    response = asked(small, "/api/common?entity=ex:ada&entity=Smith")
    assert response.status_code == httpx.codes.MULTIPLE_CHOICES
    assert {one["id"] for one in response.json()["candidates"]} >= {"ex:smith", "ex:smith-2"}
    assert response.json()["place"] == 1


def test_the_description_is_of_openapi(small: ASGIApp) -> None:
    described = document(small)
    assert described["openapi"] == "3.1.0"
    assert isinstance(described["paths"], dict)
    assert set(described["paths"]) == {way.path for way in WAYS}
    identifiers = [
        one["operationId"] for path in described["paths"].values() for one in path.values()
    ]
    assert len(identifiers) == len(set(identifiers)) == len(WAYS)


def test_programs_and_people_get_their_own_description(small: ASGIApp) -> None:
    page = asked(small, "/api", headers={"Accept": "text/html, */*;q=0.1"})
    assert page.headers["content-type"].startswith("text/html")
    assert all(f"{way.method} {way.path}" in page.text for way in WAYS)
    assert "<style" not in page.text
    for kind in ("application/json", "application/vnd.oai.openapi+json"):
        answer = asked(small, "/api", headers={"Accept": kind})
        assert answer.headers["content-type"] == kind
        assert answer.json() == document(small)
    assert asked(small, "/api", headers={"Accept": "image/png"}).status_code == 406


def test_its_examples_work(small: ASGIApp) -> None:
    page = asked(small, "/api", headers={"Accept": "text/html"}).text
    examples = [part.partition('"')[0] for part in page.split('For example <a href="')[1:]]
    for example in examples:
        assert asked(small, example.replace("&amp;", "&")).status_code == httpx.codes.OK
    assert any(example.startswith("/api/stats") for example in examples) or not examples


def test_a_page_is_verified(small: ASGIApp) -> None:
    page = asked(small, "/compare/ex:ada/ex:bab.json").text
    told = asked(small, "/api/verify", method="POST", headers=JSON, content=page.encode())
    assert told.json()["failures"] == []
    assert told.json()["checked"]["cells"] > 0
    lied = page.replace("1815", "1915").encode()
    found = asked(small, "/api/verify", method="POST", headers=JSON, content=lied)
    assert found.json()["failures"]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{}", "application/json", 422),
        (b"", "application/json", 422),
        (b"[" * 100_000, "application/json", 422),
        (b"\xff", "application/json", 422),
        (b"{}", "text/plain", 415),
        (b"a=b", "application/x-www-form-urlencoded", 415),
        (b" " * ((8 << 20) + 1), "application/json", 413),
    ],
)
def test_what_is_no_page_is_not_verified(
    small: ASGIApp, content: bytes, kind: str, status: int
) -> None:
    headers = {"Content-Type": kind}
    response = asked(small, "/api/verify", method="POST", headers=headers, content=content)
    assert response.status_code == status
    assert json.loads(response.text)["type"].startswith("/problems/")
