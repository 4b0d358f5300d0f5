from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from starlette.types import ASGIApp

import tertium
from tests.interfaces.web.asking import asked

PAIR = "/compare/ex:ada/ex:bab"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
FORMS = {
    "json": "application/json",
    "md": "text/markdown",
    "txt": "text/plain",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "tex": "application/x-tex",
    "bib": "application/x-bibtex",
    "zip": "application/zip",
}
TRIPLES = {"ttl": "text/turtle", "jsonld": "application/ld+json"}
GRAPHS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
    "trig": "application/trig",
    "nq": "application/n-quads",
}
EVERY = [
    *(("/compare/ex:ada/ex:bab", word, kind) for word, kind in (FORMS | TRIPLES).items()),
    *(("/entity/ex:ada", word, kind) for word, kind in (FORMS | GRAPHS).items()),
]


def kind_of(response: httpx.Response) -> str:
    assert response.status_code == httpx.codes.OK
    assert {"Accept", "Accept-Language", "Accept-Encoding"} <= {
        name.strip() for name in response.headers["vary"].split(",")
    }
    assert response.headers["content-language"] == "en"
    return response.headers["content-type"].partition(";")[0]


@pytest.mark.parametrize(("path", "word", "kind"), EVERY)
def test_every_form_is_had_by_its_end_by_its_word_and_by_its_type(
    small: ASGIApp, path: str, word: str, kind: str
) -> None:
    by_end = asked(small, f"{path}.{word}")
    by_word = asked(small, f"{path}?format={word}", headers=BROWSER)
    by_type = asked(small, path, headers={"Accept": f"{kind}, text/html;q=0.5"})
    assert {kind_of(one) for one in (by_end, by_word, by_type)} == {kind}
    assert by_end.content == by_word.content == by_type.content


@pytest.mark.parametrize("path", [PAIR, "/entity/ex:ada", "/embed/ex:ada/ex:bab"])
def test_a_page_is_had_by_whoever_likes_one_or_does_not_mind(small: ASGIApp, path: str) -> None:
    for headers in (BROWSER, {}, {"Accept": "*/*"}):
        assert kind_of(asked(small, path, headers=headers)) == "text/html"
    assert kind_of(asked(small, f"{path}?format=html")) == "text/html"


def test_json_is_byte_for_byte_what_the_library_writes(small: ASGIApp, graph_file: Path) -> None:
    graph = tertium.open(graph_file)
    page = graph.compare("ex:ada", "ex:bab", language="de", rows=1)
    assert asked(small, f"{PAIR}.json?lang=de&rows=1").text == page.to_json()
    assert asked(small, "/entity/ex:ada.json").text == graph.describe("ex:ada").to_json()


def test_a_page_and_its_cube_are_had_as_rdf(small: ASGIApp, graph_file: Path) -> None:
    page = tertium.open(graph_file).compare("ex:ada", "ex:bab")
    assert asked(small, f"{PAIR}.ttl").text == page.render("turtle")
    assert asked(small, f"{PAIR}.cube.ttl").text == page.render("cube")
    assert asked(small, f"{PAIR}?format=cube").text == page.render("cube")
    assert asked(small, f"{PAIR}.zip").content == page.to_crate()


def test_a_page_in_one_file_is_to_be_kept_and_does_nothing(
    small: ASGIApp, graph_file: Path
) -> None:
    response = asked(small, f"{PAIR}.html")
    page = tertium.open(graph_file).compare("ex:ada", "ex:bab")
    assert response.text == page.render("html")
    assert response.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in response.headers["content-security-policy"]
    assert "'self'" not in response.headers["content-security-policy"]


@pytest.mark.parametrize("kind", ["image/png", "application/rdf+xml", "text/html;q=0"])
def test_who_accepts_nothing_that_there_is_gets_nothing(small: ASGIApp, kind: str) -> None:
    response = asked(small, PAIR, headers={"Accept": kind})
    assert response.status_code == httpx.codes.NOT_ACCEPTABLE
    assert response.json()["type"] == "/problems/not-acceptable"
    assert "application/json" in response.json()["detail"]


@pytest.mark.parametrize(
    ("asked_for", "there"),
    [
        ("/compare/ex:bab/ex:ada", "/compare/ex:ada/ex:bab"),
        ("/compare/ex:bab/ex:ada.csv?view=shared&x=y", "/compare/ex:ada/ex:bab.csv?view=shared"),
        ("/compare/Charles%20Babbage/ex:ada.json", "/compare/ex:ada/ex:bab.json"),
        (
            "/compare/https%3A%2F%2Fw3id.org%2Ftertium%2Fid%2Fada/ex:bab",
            "/compare/ex:ada/ex:bab",
        ),
        ("/compare/ex:ada", "/entity/ex:ada"),
        ("/entity/ex:bab/ex:ada", "/compare/ex:ada/ex:bab"),
        ("/entity/Ada%20Lovelace.ttl", "/entity/ex:ada.ttl"),
        ("/embed/ex:bab/ex:ada", "/embed/ex:ada/ex:bab"),
        ("/compare/ex:cay/Charles%20Babbage/ex:ada", "/compare/ex:cay/ex:bab/ex:ada"),
        ("/entity/Odd%20name.csv", "/entity/http:%2F%2Fx.example%2Fa%2Fb.json.csv"),
        ("/entity/Odd%20name", "/entity/http:%2F%2Fx.example%2Fa%2Fb.json?format=html"),
        (
            "/entity/http:%2F%2Fx.example%2Fa%2Fb.json",
            "/entity/http:%2F%2Fx.example%2Fa%2Fb.json?format=html",
        ),
    ],
)
def test_a_document_has_one_address(small: ASGIApp, asked_for: str, there: str) -> None:
    response = asked(small, asked_for)
    assert response.status_code == httpx.codes.MOVED_PERMANENTLY
    assert response.headers["location"] == there
    assert asked(small, there).status_code == httpx.codes.OK


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ("a=Charles+Babbage&b=Ada+Lovelace", "/compare/ex:ada/ex:bab"),
        ("a=ex:ada&b=ex:bab&view=missing&lang=en", "/compare/ex:ada/ex:bab?view=missing&lang=en"),
        ("entity=ex:cay&entity=ex:bab&entity=ex:ada", "/compare/ex:cay/ex:bab/ex:ada"),
        ("a=ex:ada&b=", "/entity/ex:ada"),
    ],
)
def test_a_form_leads_to_the_page(small: ASGIApp, query: str, there: str) -> None:
    response = asked(small, f"/compare?{query}")
    assert response.status_code == httpx.codes.SEE_OTHER
    assert response.headers["location"] == there


def test_several_keep_their_order(small: ASGIApp) -> None:
    document = asked(small, "/compare/ex:cay/ex:ada/ex:bab.json").json()
    assert document["entities"][0]["label"] == "Arthur Cayley"


@pytest.mark.parametrize("path", ["/compare/Smith/ex:ada", "/compare?a=ex:ada&b=Smith"])
def test_who_may_be_meant_is_told_with_where_it_leads(small: ASGIApp, path: str) -> None:
    response = asked(small, path, headers={"Accept": "application/json"})
    assert response.status_code == httpx.codes.MULTIPLE_CHOICES
    assert "location" not in response.headers
    problem = response.json()
    assert problem["type"] == "/problems/ambiguous-entity"
    found = {one["id"]: one["address"] for one in problem["candidates"]}
    assert found["ex:smith-2"] == "/compare/ex:ada/ex:smith-2"
    assert asked(small, found["ex:smith"]).status_code == httpx.codes.OK
    page = asked(small, path, headers=BROWSER)
    assert page.status_code == httpx.codes.MULTIPLE_CHOICES
    assert "ex%3Asmith-2" in page.text


def test_what_is_unknown_comes_with_what_is_near(small: ASGIApp) -> None:
    response = asked(small, "/compare/Babage/Lovlace.json")
    assert response.status_code == httpx.codes.NOT_FOUND
    problem = response.json()
    assert problem["type"] == "/problems/unknown-entity"
    assert problem["suggestions"][0]["address"] == "/entity/ex:bab"
    assert "Babage" not in response.text
    nobody = asked(small, f"/entity/{'x' * 1001}.json")
    assert nobody.json()["suggestions"] == []


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/compare", 400),
        ("/compare/", 400),
        ("/compare/ex:ada/ex:ada", 404),
        (f"{PAIR}?format=png", 400),
        (f"{PAIR}?format=rdf", 400),
        (f"{PAIR}?view=none", 400),
        (f"{PAIR}?rows=0", 400),
        (f"{PAIR}?rows=1000000", 400),
        (f"{PAIR}?rows=%C2%B2", 400),
        (f"{PAIR}?sensitive=maybe", 400),
        (f"{PAIR}?lang=xx", 400),
        (f"{PAIR}?at=yesterday", 400),
        (f"{PAIR}?facet=nothing", 404),
        (f"{PAIR}.png", 404),
        ("/compare/" + "/".join(f"ex:n{n}" for n in range(60)), 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem(small: ASGIApp, target: str, status: int) -> None:
    response = asked(small, target, headers={"Accept": "application/json"})
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("target", "header", "language"),
    [
        (PAIR, "de-AT, en;q=0.5", "de"),
        (f"{PAIR}?lang=fr", "de", "fr"),
        (f"{PAIR}?lang=de-CH", "", "de"),
        (PAIR, "xx, *", "en"),
        (PAIR, "nonsense;;q=7", "en"),
    ],
)
def test_it_speaks_the_language_that_is_liked(
    small: ASGIApp, target: str, header: str, language: str
) -> None:
    response = asked(
        small, target, headers={"Accept-Language": header, "Accept": "application/json"}
    )
    assert response.headers["content-language"] == language
    assert response.json()["language"] == language


@pytest.mark.parametrize(("word", "kind"), GRAPHS.items())
def test_all_rdf_of_an_entity_says_the_same(small: ASGIApp, word: str, kind: str) -> None:
    syntax = ox.RdfFormat.from_media_type(kind)
    assert syntax is not None
    read = [*ox.parse(asked(small, f"/entity/ex:cay.{word}").content, syntax)]
    told = {str(quad.predicate.value).rpartition("#")[2] for quad in read}
    assert {"memberOf", "label", "allyOf", "type"} <= told
    stated = asked(small, "/entity/ex:ada.nt").text
    assert "statement/1> <http://www.w3.org/ns/prov#wasDerivedFrom>" in stated
    assert '"Census"' in stated


def test_addresses_of_no_other_kind_are_answered(small: ASGIApp) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH", "TRACE"):
        response = asked(small, PAIR, method=method)
        assert response.status_code == httpx.codes.METHOD_NOT_ALLOWED
        assert response.headers["allow"] == "GET, HEAD, OPTIONS"
