from collections.abc import Iterator

import httpx
import pytest

from tests.interfaces.web.sparql.conftest import PEOPLE
from tests.interfaces.web.sparql.serving import SESAME, kept, settings, site

EX = "http://example.org/"
UPDATE = "application/sparql-update"
HERE = {"Authorization": f"Bearer {SESAME}"}
ADD = f"INSERT DATA {{ GRAPH <{EX}three> {{ <{EX}eve> a <{EX}Person> }} }}"
EVE = f"ASK {{ <{EX}eve> a <{EX}Person> }}"


@pytest.fixture(scope="module")
def owned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a site which may be changed by whoever knows the token."""
    folder = tmp_path_factory.mktemp("owned")
    file = folder / "people.trig"
    file.write_text(PEOPLE, encoding="utf-8")
    with (
        site(settings(kept(folder, file), token=SESAME)) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        yield client


def update(client: httpx.Client, text: str, headers: dict[str, str]) -> httpx.Response:
    return client.post("/sparql", content=text, headers={"Content-Type": UPDATE, **headers})


def ask(client: httpx.Client, query: str) -> bool:
    return bool(client.get("/sparql", params={"query": query}).json()["boolean"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": f"Basic {SESAME}"}, 401),
        ({"Authorization": SESAME}, 401),
        ({"Authorization": "Bearer"}, 403),
        ({"Authorization": f"Bearer {SESAME[:-1]}"}, 403),
        ({"Authorization": f"Bearer {SESAME}x"}, 403),
        ({**HERE, "Origin": "https://elsewhere.example"}, 403),
        ({**HERE, "Origin": "null"}, 403),
    ],
)
def test_only_who_knows_the_token_changes_the_graph(
    owned: httpx.Client, headers: dict[str, str], status: int
) -> None:
    response = update(owned, ADD, headers)
    assert response.status_code == status
    assert SESAME not in response.text
    assert ("WWW-Authenticate" in response.headers) is (status == httpx.codes.UNAUTHORIZED)
    assert not ask(owned, EVE)


def test_a_form_of_another_site_changes_nothing(owned: httpx.Client) -> None:
    response = owned.post("/sparql", data={"update": ADD})
    assert response.status_code == httpx.codes.UNAUTHORIZED


def test_an_update_is_there_for_the_next_query(owned: httpx.Client) -> None:
    address = str(owned.base_url).rstrip("/")
    response = update(owned, ADD, {**HERE, "Origin": address})
    assert (response.status_code, response.content) == (httpx.codes.NO_CONTENT, b"")
    assert ask(owned, EVE)
    gone = owned.post("/sparql", data={"update": f"DROP GRAPH <{EX}three>"}, headers=HERE)
    assert gone.status_code == httpx.codes.NO_CONTENT
    assert not ask(owned, EVE)


def test_an_update_looks_where_the_request_says(owned: httpx.Client) -> None:
    text = f"INSERT {{ GRAPH <{EX}four> {{ ?who a <{EX}Found> }} }} WHERE {{ ?who a <{EX}Person> }}"
    asked = {"using-graph-uri": f"{EX}one"}
    headers = {"Content-Type": UPDATE, **HERE}
    owned.post("/sparql", params=asked, content=text, headers=headers).raise_for_status()
    assert ask(owned, f"ASK {{ <{EX}alice> a <{EX}Found> }}")
    assert not ask(owned, f"ASK {{ <{EX}bob> a <{EX}Found> }}")


@pytest.mark.parametrize(
    "text", ["CLEAR XYZ", "INSERT DATA {", "SELECT * { ?s ?p ?o }", "DELETE WHERE { \\u0061 }"]
)
def test_what_is_no_update_is_a_bad_request(owned: httpx.Client, text: str) -> None:
    assert update(owned, text, HERE).status_code == httpx.codes.BAD_REQUEST


def test_graphs_are_named_once(owned: httpx.Client) -> None:
    text = f"WITH <{EX}one> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}"
    response = owned.post(
        "/sparql",
        params={"using-named-graph-uri": f"{EX}two"},
        content=text,
        headers={"Content-Type": UPDATE, **HERE},
    )
    assert response.status_code == httpx.codes.BAD_REQUEST


@pytest.mark.parametrize(
    "text", ["LOAD <http://127.0.0.1:1/>", "LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:a>"]
)
def test_an_update_reads_no_address(owned: httpx.Client, text: str) -> None:
    assert update(owned, text, HERE).status_code == httpx.codes.FORBIDDEN


def test_the_endpoint_says_that_it_takes_updates(owned: httpx.Client, client: httpx.Client) -> None:
    assert "sd:SPARQL11Update" in owned.get("/sparql").text
    assert "sd:SPARQL11Update" not in client.get("/sparql").text


def test_without_a_token_nobody_changes_the_graph(client: httpx.Client) -> None:
    for headers in ({}, HERE, {"Authorization": "Bearer"}):
        response = update(client, ADD, headers)
        assert response.status_code == httpx.codes.FORBIDDEN
        assert "nobody" in response.json()["detail"]
