import re

import httpx
import pytest

from tertium.queries.catalogue import Query, bundled_catalogue
from tests.interfaces.web.pages.asking import walked
from tests.render.hostility import HOSTILE

QUERIES = tuple(bundled_catalogue().values())
every_query = pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])
EX = "https://w3id.org/tertium/id/"


def outcome(page: httpx.Response) -> str:
    return next(iter(walked(page.text).values("data-outcome")), "")


def test_all_saved_queries_are_listed_by_family(reader: httpx.Client) -> None:
    walk = walked(reader.get("/queries").text)
    links = [one.get("href", "") for one in walk.all("a")]
    assert {f"/queries/{query.name}" for query in QUERIES} <= set(links)
    assert len(re.findall("What entities share", walk.text)) == 1


@every_query
def test_each_query_has_a_form_with_a_field_for_each_variable(
    query: Query, reader: httpx.Client
) -> None:
    page = reader.get(f"/queries/{query.name}")
    assert page.status_code == 200
    walk = walked(page.text)
    names = {one["name"] for one in walk.all("input") if one.get("aria-label")}
    wanted = {name for parameter in query.params for name in parameter.names}
    assert wanted <= names
    assert outcome(page) == ""


@every_query
def test_each_query_runs_as_it_stands(query: Query, reader: httpx.Client) -> None:
    page = reader.get(f"/queries/{query.name}", params={"run": "1"})
    assert page.status_code == 200
    assert outcome(page).startswith(("The answer ", "There are more than "))


def test_an_answer_names_things_and_leads_to_them(reader: httpx.Client) -> None:
    page = reader.get("/queries/compare/values", params={"property": "tt:ideology"})
    assert 'href="/entity/ex:stalinism"' in page.text
    assert "Stalinism" in walked(page.text).text


def test_a_query_may_be_asked_by_names(reader: httpx.Client) -> None:
    fields = {"entity": ["Leon Trotsky", ""], "property": "tt:birthDate"}
    page = reader.get("/queries/compare/values", params=fields)
    assert page.status_code == 200
    assert "1879-11-07" in page.text
    assert 'value="Leon Trotsky"' in page.text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"entity": "Nobody Of That Name"}, 404),
        ({"entity": "ex:a", "property": "no iri"}, 400),
        ({"entity": ["urn:x"] * 1001}, 400),
    ],
)
def test_what_cannot_be_asked_is_said_in_the_form(
    fields: dict[str, str], status: int, reader: httpx.Client
) -> None:
    page = reader.get("/queries/compare/values", params=fields)
    assert page.status_code == status
    assert outcome(page)
    assert walked(page.text).all("form")


def test_a_query_that_is_not_there_is_not_found(reader: httpx.Client) -> None:
    assert reader.get("/queries/compare/nothing").status_code == 404
    assert reader.get("/queries/").status_code == 404


@pytest.mark.parametrize("how", ["suffix", "header"])
def test_a_query_is_a_file_too(how: str, reader: httpx.Client) -> None:
    kind = "application/sparql-query"
    if how == "suffix":
        answer = reader.get("/queries/compare/shared.rq")
    else:
        answer = reader.get("/queries/compare/shared", headers={"Accept": kind})
    assert answer.headers["content-type"].startswith(kind)
    assert answer.text == bundled_catalogue()["compare/shared"].text


def test_a_file_may_be_filled_in(reader: httpx.Client) -> None:
    answer = reader.get("/queries/compare/shared.rq", params={"entity": ["ex:a", "ex:b"]})
    assert f"VALUES ?entity {{ <{EX}a> <{EX}b> }}" in answer.text


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_written_into_a_form_stays_text(text: str, reader: httpx.Client) -> None:
    page = reader.get("/queries/compare/shared", params={"entity": text})
    walk = walked(page.text)
    assert [one for one in walk.all("script") if "src" not in one] == []
    assert walk.values("onerror") == []
