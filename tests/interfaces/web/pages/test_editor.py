import httpx
import pytest

from tests.interfaces.web.catalogue.conftest import reader
from tests.interfaces.web.pages.asking import walked
from tests.render.hostility import HOSTILE

__all__ = ["reader"]


def asked(reader: httpx.Client, query: str) -> httpx.Response:
    return reader.get("/sparql", params={"query": query})


def outcome(page: httpx.Response) -> str:
    return next(iter(walked(page.text).values("data-outcome")), "")


def test_the_editor_is_a_form_that_needs_no_script(reader: httpx.Client) -> None:
    page = reader.get("/sparql")
    walk = walked(page.text)
    form = next(one for one in walk.all("form") if one.get("action") == "/sparql")
    assert form["method"] == "get"
    assert [one["name"] for one in walk.all("textarea")] == ["query"]
    assert outcome(page) == ""
    assert all("src" in one for one in walk.all("script"))
    assert walk.values("style") == []


def test_an_answer_is_a_table(reader: httpx.Client) -> None:
    page = asked(reader, 'SELECT ?a ?b ?c { VALUES (?a ?b) { (1 "x"@de) } }')
    assert page.status_code == 200
    assert outcome(page) == "The answer has 1 row."
    text = walked(page.text).text
    assert "xsd:integer" in text
    assert 'lang="de"' in page.text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("ASK {}", "The answer is yes."),
        ("ASK { <urn:no> <urn:no> <urn:no> }", "The answer is no."),
        ("SELECT * { <urn:no> ?p ?o }", "The answer is empty."),
        ("CONSTRUCT { ?s a ?o } { ?s a ?o } LIMIT 2", "The answer has 2 rows."),
    ],
)
def test_an_outcome_is_said_in_words(query: str, words: str, reader: httpx.Client) -> None:
    assert outcome(asked(reader, query)) == words


def test_what_is_cut_off_is_said(reader: httpx.Client) -> None:
    query = "SELECT * { { SELECT * { ?a ?b ?c } LIMIT 200 } { SELECT * { ?d ?e ?f } LIMIT 200 } }"
    page = asked(reader, query)
    assert outcome(page) == (
        "There are more than 10,000 rows; the answer was cut off there."
        " The first 500 are shown here."
    )
    assert len(walked(page.text).all("tr")) == 501


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * {", 400, "Bad query: "),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 403, "Refused"),
        ("SELECT * " + "{" * 70 + "}" * 70, 413, "Limit"),
    ],
)
def test_what_is_refused_is_said_and_the_query_stays(
    query: str, status: int, words: str, reader: httpx.Client
) -> None:
    page = asked(reader, query)
    assert page.status_code == status
    assert outcome(page).startswith(words)
    assert query in walked(page.text).text


def test_prefixes_that_are_left_out_are_written_into_the_field(reader: httpx.Client) -> None:
    text = walked(asked(reader, "ASK { ex:stalin a tt:Person }").text).text
    assert "PREFIX ex: <https://w3id.org/tertium/id/>\nPREFIX tt:" in text


def test_an_answer_can_be_had_in_other_formats(reader: httpx.Client) -> None:
    links = walked(asked(reader, "SELECT (1 AS ?n) {}").text).values("href")
    csv = next(one for one in links if one.endswith("format=csv"))
    assert reader.get(csv).text == "n\r\n1\r\n"
    links = walked(asked(reader, "DESCRIBE <urn:x>").text).values("href")
    assert [one for one in links if one.endswith("format=turtle")]


def test_a_long_query_may_be_posted(reader: httpx.Client) -> None:
    page = reader.post("/sparql", data={"query": "ASK {} #" + "x" * 9000})
    assert outcome(page) == "The answer is yes."


def test_no_iri_of_a_graph_becomes_a_script(reader: httpx.Client) -> None:
    query = "SELECT * { ?s ?p ?o FILTER(!STRSTARTS(STR(?p), 'https://w3id')) } LIMIT 500"
    page = asked(reader, query)
    walk = walked(page.text)
    for one in walk.all("a"):
        assert one["href"].startswith(("/", "#", "http://", "https://"))
    assert [one for one in walk.all("script") if "src" not in one] == []
    assert walk.values("onerror") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_no_word_of_a_query_becomes_markup(text: str, reader: httpx.Client) -> None:
    page = asked(reader, f"ASK {{}} # {text}")
    assert [one for one in walked(page.text).all("script") if "src" not in one] == []
    assert walked(page.text).all("img") == []


def test_programs_are_answered_as_before(reader: httpx.Client) -> None:
    answer = reader.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "*/*"})
    assert answer.headers["content-type"].startswith("application/sparql-results+json")
