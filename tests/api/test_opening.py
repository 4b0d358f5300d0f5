import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

import tertium
from tertium.errors import (
    BadFileError,
    MixedSourcesError,
    NoContactError,
    SourceUnavailableError,
    UnknownFormatError,
)
from tertium.queries.catalogue import bundled_catalogue
from tertium.resources import ontology_files
from tertium.store.loading import load
from tertium.store.rdflib_graph import from_graph
from tests.store.serving import Endpoint, Reply, answering, serve


def test_a_folder_is_the_graph_of_its_files(file: Path) -> None:
    graph = tertium.open(file.parent)
    assert graph.info.sources == ("people.ttl",)
    assert graph.info.version == tertium.open(file).info.version


def test_a_folder_may_hold_other_files_too(file: Path, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Notes", encoding="utf-8")
    (tmp_path / "people.ttl").write_bytes(file.read_bytes())
    assert tertium.open(tmp_path).info.sources == ("people.ttl",)


def test_an_rdflib_graph_goes_in_and_comes_out(file: Path, small: tertium.KnowledgeGraph) -> None:
    graph = rdflib.Graph().parse(file)
    opened = tertium.open(graph)
    assert opened.info.version == small.info.version
    assert opened.info.id == "rdflib"
    assert set(graph.predicates()) <= set(opened.to_rdflib().predicates())


def test_direct_triples_are_derived_so_that_a_plain_query_works(
    bundled: tertium.KnowledgeGraph,
) -> None:
    answer = bundled.query("SELECT ?i { ex:stalin tt:ideology ?i }")
    assert not isinstance(answer, bool)
    assert "https://w3id.org/tertium/id/stalinism" in str(answer)


def test_several_sources_make_one_graph(file: Path) -> None:
    both = tertium.open("bundled", file)
    assert both.compare("Ada Lovelace", "Leon Trotsky").title == "Ada Lovelace vs. Leon Trotsky"
    assert both.info.id.startswith("bundled + ")


def test_what_cannot_be_read_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError, match="nowhere"):
        tertium.open("nowhere.ttl")
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix ex: <urn:x:> .\nex:a ex:b ex:c ,\n", encoding="utf-8")
    with pytest.raises(BadFileError, match=r"broken.ttl:\d"):
        tertium.open(broken)
    strange = tmp_path / "page.odt"
    strange.write_text("", encoding="utf-8")
    with pytest.raises(UnknownFormatError, match="page"):
        tertium.open(strange)


@pytest.fixture(scope="module")
def endpoint(file: Path) -> Iterator[Endpoint]:
    store = load([(file.name, file)], bundled=ontology_files())
    store.derive(bundled_catalogue()["derive/direct-triples"].text)
    with serve(answering(store)) as endpoint:
        yield endpoint


def test_a_page_from_an_endpoint_is_that_of_the_files_but_for_the_name(
    endpoint: Endpoint, small: tertium.KnowledgeGraph
) -> None:
    remote = tertium.open(endpoint.url)
    pair = ("Ada Lovelace", "Charles Babbage")
    page, local = remote.compare(*pair).to_json(), json.loads(small.compare(*pair).to_json())
    graph = {"id": endpoint.url, "version": "", "sources": []}
    assert page == json.dumps(local | {"graph": graph}, ensure_ascii=False, indent=2) + "\n"
    assert remote.verify(page) == ()


def test_an_endpoint_answers_whatever_else_is_asked(
    endpoint: Endpoint, small: tertium.KnowledgeGraph
) -> None:
    remote = tertium.open(endpoint.url.replace("127.0.0.1", "localhost"))
    question = "SELECT ?who { ?who tt:birthPlace ex:london }"
    assert remote.query(question) == small.query(question)
    assert remote.find("Ada Lovelace") == small.find("Ada Lovelace", limit=1)
    assert remote.find("Lovelac") == ()  # names at an endpoint are asked for, not searched
    assert remote.describe("ex:ada").rows == small.describe("ex:ada").rows
    assert from_graph(remote.to_rdflib()).digest() == from_graph(small.to_rdflib()).digest()


def test_an_endpoint_is_told_who_asks(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERTIUM_CONTACT", raising=False)
    tertium.open(endpoint.url).query("ASK {}")
    anonymous = endpoint.asked[-1].headers["User-Agent"]
    assert anonymous.startswith("tertium/")
    monkeypatch.setenv("TERTIUM_CONTACT", " ada@example.org ")
    tertium.open(endpoint.url).query("ASK {}")
    assert endpoint.asked[-1].headers["User-Agent"] == f"{anonymous} (ada@example.org)"


@pytest.mark.parametrize("url", ["https://example.org/sparql", "HTTP://10.0.0.1/"])
def test_a_remote_endpoint_is_not_asked_anonymously(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERTIUM_CONTACT", " ")
    with pytest.raises(NoContactError, match="set TERTIUM_CONTACT"):
        tertium.open(url)


def test_a_remote_endpoint_is_not_asked_before_the_first_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TERTIUM_CONTACT", "ada@example.org")
    graph = tertium.open("https://sparql.invalid/")
    assert (graph.info.id, graph.info.version) == ("https://sparql.invalid/", "")


def test_an_endpoint_is_opened_alone(file: Path) -> None:
    with pytest.raises(MixedSourcesError, match="open http://localhost/sparql alone"):
        tertium.open(file, "http://localhost/sparql")


def test_what_an_endpoint_does_not_count_a_page_says(file: Path) -> None:
    store = load([(file.name, file)], bundled=ontology_files())
    answer = answering(store)

    def busy(query: str) -> Reply:
        refused = Reply(body="too much", kind="text/plain", status=500)
        return refused if "COUNT" in query else answer(query)

    with serve(busy) as endpoint:
        page = tertium.open(endpoint.url).compare("ex:ada", "ex:babbage")
    assert not page.comparison.graph.counted
    assert '"statistics": "none"' in page.to_json()
