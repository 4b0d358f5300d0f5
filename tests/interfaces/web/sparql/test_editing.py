import httpx
import pytest

from tests.interfaces.web.sparql.test_querying import NAMES, TYPES

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"}


def test_a_browser_gets_a_page_with_a_field(client: httpx.Client) -> None:
    response = client.get("/sparql", headers=BROWSER)
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert '<textarea id="query"' in response.text


@pytest.mark.parametrize(
    ("query", "word"), [(NAMES, "Alice"), (TYPES, "Person"), ("ASK {}", "yes")]
)
def test_the_page_has_the_query_and_its_answer(client: httpx.Client, query: str, word: str) -> None:
    page = client.get("/sparql", params={"query": query, "format": ""}, headers=BROWSER).text
    assert word in page.partition('id="results"')[2]
    assert query.split(maxsplit=1)[0] in page.partition("<textarea")[2].partition("</textarea>")[0]


def test_a_bad_query_comes_back_with_its_place(client: httpx.Client) -> None:
    query = "SELECT * { rdfs:label </textarea><script>alert(1)</script> }"
    response = client.get("/sparql", params={"query": query}, headers=BROWSER)
    assert response.status_code == httpx.codes.BAD_REQUEST
    assert "line 1, column" in response.text
    assert "<script>alert" not in response.text


def test_a_form_may_ask_for_a_format(client: httpx.Client) -> None:
    asked = {"query": NAMES, "format": "csv"}
    response = client.get("/sparql", params=asked, headers=BROWSER)
    assert response.headers["content-type"].startswith("text/csv")
    page = client.get("/sparql", params={"query": NAMES, "format": "html"})
    assert page.headers["content-type"].startswith("text/html")
