import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import tertium
from tertium.api.endpoint import Endpoint
from tertium.api.updating import Updates
from tertium.errors import BadQueryError, BadTermError, LimitError, RefusedError
from tertium.store.directory.manifest import Manifest
from tertium.store.protocol import Solutions
from tertium.workers import Answered, Limits, Question
from tests.workers.standing import ask, stand

ALL = "SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stand(tmp_path_factory.mktemp("endpoint"))


def answers(store: Path, *questions: Question, rows: int = 10_000) -> list[Answered]:
    async def work() -> list[Answered]:
        endpoint = Endpoint(store, workers=1, limits=Limits(rows=rows))
        try:
            return [await endpoint.answer(question) for question in questions]
        finally:
            await endpoint.close()

    return asyncio.run(work())


def test_rows_are_cut_visibly(store: Path) -> None:
    cut, whole, enough = answers(store, ask(ALL), ask(f"{ALL} LIMIT 1"), ask("ASK { }"), rows=1)
    assert (cut.body, cut.rows, cut.truncated) == (b"o\r\n1\r\n", 1, True)
    assert (whole.rows, whole.truncated) == (1, False)
    assert (enough.rows, enough.truncated) == (None, False)
    (exact,) = answers(store, ask(ALL), rows=2)
    assert (exact.rows, exact.truncated) == (2, False)


def test_a_query_may_choose_its_graphs(store: Path) -> None:
    chosen, both = answers(store, ask(ALL.replace("{", "FROM <urn:g> {", 1)), ask(ALL))
    assert (chosen.rows, both.rows) == (1, 2)
    (other,) = answers(store, replace(ask(ALL), default_graphs=("urn:g",)))
    assert other.body == b"o\r\n2\r\n"


def test_the_gate_cannot_be_passed_by(store: Path) -> None:
    with pytest.raises(RefusedError):
        answers(store, ask("ASK { SERVICE <http://127.0.0.1/> { } }"))
    with pytest.raises(LimitError):
        answers(store, ask("ASK " + "{" * 65 + "}" * 65))
    with pytest.raises(BadQueryError, match="update"):
        answers(store, ask("CLEAR ALL"))


def test_it_says_whether_it_is_alone(store: Path) -> None:
    async def work() -> bool:
        endpoint = Endpoint(store)
        alone = await endpoint.are_alone()
        await endpoint.close()
        return alone

    assert asyncio.run(work()) in {True, False}


def test_updates_pass_the_gate_and_are_dated(tmp_path: Path) -> None:
    store = stand(tmp_path)

    async def work() -> None:
        updates = Updates(store, now=lambda: datetime(2026, 11, 23, tzinfo=UTC))
        with pytest.raises(RefusedError):
            await updates.make("LOAD <http://127.0.0.1/>")
        with pytest.raises(BadTermError):
            await updates.make("DELETE WHERE { ?s ?p ?o }", graphs=["no iri"])
        text = "INSERT { <b> <urn:p> ?o } WHERE { ?s <urn:p> ?o }"
        await updates.make(text, base="urn://base/", graphs=["urn:g"])

    asyncio.run(work())
    assert Manifest.read(store).files[-1].modified == "2026-11-23T00:00:00Z"
    (answer,) = answers(store, ask("SELECT ?o { <urn://base/b> ?p ?o }"))
    assert answer.body == b"o\r\n2\r\n"


def test_an_embedded_graph_asks_nobody_unless_it_may() -> None:
    graph = tertium.open()
    text = "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"
    with pytest.raises(RefusedError, match="SERVICE"):
        graph.query(text)
    with pytest.raises(BadQueryError, match="port 1"):
        graph.query(text, federated=True)


def test_an_embedded_graph_heeds_the_graphs_that_a_query_names(store: Path) -> None:
    graph = tertium.open(store)
    everywhere, there = (
        graph.query(f"SELECT ?o {choice} {{ <urn:a> <urn:p> ?o }}")
        for choice in ("", "FROM <urn:g>")
    )
    assert isinstance(everywhere, Solutions)
    assert isinstance(there, Solutions)
    assert (len(everywhere.rows), len(there.rows)) == (2, 1)
