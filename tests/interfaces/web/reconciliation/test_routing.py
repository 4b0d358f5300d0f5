import json
import subprocess
import sys

import httpx
import pytest
from benchmarks.services import served, validator
from starlette.applications import Starlette
from starlette.routing import Route

import tertium
from tertium.interfaces.web.reconciliation import Alone, routes

ROOT = "/reconcile"
DRAFT = "application/reconciliation.v1+json"
BATCH = json.dumps({"q0": {"query": "Leon Trotsky"}, "q1": {"query": "Joseph Stalin", "limit": 1}})
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


def problem(response: httpx.Response, status: int) -> str:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["access-control-allow-origin"] == "*"
    document = response.json()
    assert document["status"] == status
    assert set(document) == {"type", "title", "status", "detail"}
    return str(document["detail"])


@pytest.mark.parametrize("root", [ROOT, ROOT + "/"])
def test_the_root_answers_with_and_without_a_slash_and_never_redirects(
    client: httpx.Client, root: str
) -> None:
    assert client.get(root).json()["view"]["url"].endswith("{{id}}")
    assert client.get(root).json()["suggest"]["type"]["service_url"].endswith(ROOT)
    for response in (
        client.post(root, data={"queries": BATCH}),
        client.get(root, params={"queries": BATCH, "who": "knows"}),
    ):
        assert response.status_code == httpx.codes.OK
        assert response.json()["q0"]["result"][0]["match"] is True


def test_the_version_is_chosen_by_the_media_type(client: httpx.Client) -> None:
    response = client.get(ROOT, headers={"Accept": f"text/html;q=0.1, {DRAFT};q=0.9"})
    assert response.headers["content-type"] == DRAFT
    assert "Accept" in response.headers["vary"]
    assert validator("1.0-draft", "manifest").is_valid(response.json())
    old = client.get(ROOT, headers={"Accept": "application/reconciliation.v0.2+json"})
    assert validator("0.2", "manifest").is_valid(old.json())
    refused = client.get(ROOT, headers={"Accept": "application/reconciliation.v7+json"})
    assert DRAFT in problem(refused, 400)


def test_a_batch_of_the_draft_is_json(client: httpx.Client) -> None:
    condition = {"matchType": "name", "propertyValue": "Leon Trotsky"}
    response = client.post(f"{ROOT}/match", json={"queries": [{"conditions": [condition]}]})
    assert response.headers["content-type"] == DRAFT
    assert response.json()["results"][0]["candidates"][0]["name"] == "Leon Trotsky"


@pytest.mark.parametrize("path", ["", "/", "/match", "/suggest/entity", "/preview", "/extend"])
def test_pages_from_everywhere_may_ask(client: httpx.Client, path: str) -> None:
    headers = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    response = client.options(ROOT + path, headers=headers)
    assert response.status_code == httpx.codes.NO_CONTENT
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["access-control-allow-headers"] == "content-type"
    assert "OPTIONS" in response.headers["access-control-allow-methods"]
    assert "access-control-allow-headers" not in client.options(ROOT + path).headers


def test_suggestions_have_pages(client: httpx.Client) -> None:
    path = f"{ROOT}/suggest/entity"
    first = client.get(path, params={"prefix": "s", "limit": "2"}).json()["result"]
    assert len(first) == 2
    for page in ("cursor", "offset"):
        second = client.get(path, params={"prefix": "s", "limit": "1", page: "1"}).json()["result"]
        assert second == first[1:]


def test_a_preview_is_a_page_that_does_nothing(client: httpx.Client) -> None:
    response = client.get(f"{ROOT}/preview", params={"id": "trotsky"})
    assert response.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in response.headers["content-security-policy"]
    assert "Leon Trotsky" in response.text
    assert client.head(f"{ROOT}/preview", params={"id": "trotsky"}).text == ""


def test_a_flyout_is_a_piece_of_html(client: httpx.Client) -> None:
    flyout = client.get(f"{ROOT}/suggest/property/flyout", params={"id": "birthDate"}).json()
    assert flyout["id"] == "birthDate"
    assert "date of birth" in flyout["html"]


def test_properties_are_proposed_and_fetched(client: httpx.Client) -> None:
    proposal = {"type": "tt:Person", "limit": "3"}
    proposed = client.get(f"{ROOT}/extend/propose", params=proposal).json()["properties"]
    assert len(proposed) == 3
    query = {"ids": ["trotsky"], "properties": [{"id": "birthDate"}]}
    for response in (
        client.post(ROOT, data={"extend": json.dumps(query)}),
        client.get(ROOT, params={"extend": json.dumps(query)}),
    ):
        assert response.json()["rows"]["trotsky"]["birthDate"] == [{"date": "1879-11-07T00:00:00Z"}]
    rows = client.post(f"{ROOT}/extend", json=query).json()["rows"]
    assert rows[0]["properties"][0]["values"] == [{"date": "1879-11-07T00:00:00Z"}]


@pytest.mark.parametrize(
    ("path", "body", "headers"),
    [
        ("", "queries={", FORM),
        ("", "queries=%5B%5D", FORM),
        ("", 'queries={"a":{"query":"x"},"a":{"query":"y"}}', FORM),
        ("", 'queries={"a":{"query":NaN}}', FORM),
        ("", f"queries={'[' * 5000}", FORM),
        ("", "queries=%7B%22q%22%3A1%7D", FORM),
        ("", "nothing=here", FORM),
        ("", "", FORM),
        ("", "&".join(f"a{n}=b" for n in range(99)), FORM),
        ("", b"queries=\xff", FORM),
        ("", "queries={}", {}),
        ("", "{}", JSON),
        ("/match", "{}", JSON),
        ("/match", "\ud83d\ude00", JSON),
        ("/match", '{"queries": ' + '{"a":' * 90_000 + "1" + "}" * 90_001, JSON),
        ("/match", f'{{"queries": {"9" * 5000}}}', JSON),
        ("/match", '{"queries": [{"limit": Infinity}]}', JSON),
        ("/match", '{"queries": []}', FORM),
        ("/match", '{"queries": []}', {"Content-Type": "text/plain"}),
        ("/match", b"\xff\xfe", JSON),
        ("/extend", "[]", JSON),
        ("/extend", "", JSON),
    ],
)
def test_what_is_not_understood_is_refused(
    client: httpx.Client, path: str, body: str | bytes, headers: dict[str, str]
) -> None:
    content = body.encode("utf-16", "surrogatepass") if body == "\ud83d\ude00" else body
    assert problem(client.post(ROOT + path, content=content, headers=headers), 400)


@pytest.mark.parametrize(
    "path",
    [
        "/suggest/entity?limit=many",
        "/suggest/entity?limit=-1",
        "/suggest/entity?cursor=1.5",
        "/suggest/entity?offset=%C2%B2",
        "?callback=alert(1)//",
        "/suggest/entity?callback=%3Cscript%3E",
        f"/suggest/entity?callback={'a' * 101}",
        "/preview",
        "/preview?id=",
        "/suggest/type/flyout",
    ],
)
def test_bad_parameters_are_refused(client: httpx.Client, path: str) -> None:
    assert problem(client.get(ROOT + path), 400)


@pytest.mark.parametrize("name", ["nobody", "%00", "<script>", "../../etc/passwd", "x" * 5000])
def test_of_nobody_there_is_nothing_and_nothing_is_repeated(
    client: httpx.Client, name: str
) -> None:
    for path in ("/preview", "/suggest/entity/flyout"):
        detail = problem(client.get(ROOT + path, params={"id": name}), 404)
        assert name not in detail


@pytest.mark.parametrize("path", ["/nowhere", "/match/", "/suggest/wizard", "//", "/%00/x"])
def test_elsewhere_there_is_nothing(client: httpx.Client, path: str) -> None:
    assert "nothing" in problem(client.get(ROOT + path), 404)
    assert "nothing" in problem(client.post(ROOT + path), 404)


def test_too_much_is_refused(client: httpx.Client) -> None:
    many = {str(n): {"query": "x"} for n in range(501)}
    assert "500" in problem(client.post(ROOT, data={"queries": json.dumps(many)}), 413)
    large = client.post(f"{ROOT}/match", content=b" " * (1 << 20) + b"{}", headers=JSON)
    assert problem(large, 413)


def test_other_methods_are_not_known(client: httpx.Client) -> None:
    response = client.delete(ROOT)
    assert "POST" in problem(response, 405)
    assert response.headers["allow"] == "GET, POST, HEAD, OPTIONS"
    assert problem(client.get(f"{ROOT}/match"), 405)


def test_the_service_stands_where_it_is_put(graph: tertium.KnowledgeGraph) -> None:
    below = routes(Alone(graph), path="/api/link", address="https://example.org/link/")
    with served(Starlette(routes=below)) as url, httpx.Client(base_url=url) as client:
        manifest = client.get("/api/link").json()
        assert manifest["preview"]["url"] == "https://example.org/link/preview?id={{id}}"
        assert client.get("/api/link/suggest/type", params={"prefix": "per"}).json()["result"]


def test_the_extra_is_named_when_it_is_missing() -> None:
    code = (
        "import sys; sys.modules['starlette'] = None\n"
        "import tertium.errors\n"
        "try: import tertium.interfaces.web.reconciliation\n"
        "except tertium.errors.MissingExtraError as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "this needs web: install tertium[web]\n"


def test_every_address_is_a_route(graph: tertium.KnowledgeGraph) -> None:
    paths = {route.path for route in routes(Alone(graph)) if isinstance(route, Route)}
    assert {ROOT, f"{ROOT}/", f"{ROOT}/match", f"{ROOT}/extend/propose"} <= paths
