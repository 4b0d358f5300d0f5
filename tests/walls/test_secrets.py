"""Nothing of this machine is told, and nobody on it is asked, whatever a stranger writes."""

import asyncio
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tertium.api.endpoint import Endpoint
from tertium.api.updating import Updates
from tertium.errors import BadQueryError, RefusedError, TertiumError
from tertium.workers import Question, Workers
from tests.fetch.test_pinning import INSIDE
from tests.loopback import Quiet, running
from tests.workers.standing import ask, stand

CANARY = "tertium-canary-5d1f"
SERVICES = ["SERVICE", "SERVICE SILENT", "service"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stand(tmp_path_factory.mktemp("secrets"))


@pytest.fixture
def canary(tmp_path: Path) -> str:
    file = tmp_path / "canary.ttl"
    file.write_text(f"<urn:s> <urn:p> '{CANARY}' .", encoding="utf-8")
    return file.as_uri()


@pytest.fixture
def hits() -> list[str]:
    return []


@pytest.fixture
def port(hits: list[str]) -> Iterator[int]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hits.append(self.path)
            self.send_response(200)
            self.end_headers()

        def do_POST(self) -> None:
            self.do_GET()

    with running(Handler) as url:
        yield int(url.rpartition(":")[2])


def places(port: int, canary: str) -> list[str]:
    return [canary, *(f"http://{host}:{port}/" for host in INSIDE.values())]


def test_no_query_asks_or_reads_another_place(
    store: Path, port: int, canary: str, hits: list[str]
) -> None:
    async def work() -> None:
        endpoint = Endpoint(store, workers=1)
        for place in places(port, canary):
            for word in SERVICES:
                with pytest.raises(RefusedError):
                    await endpoint.answer(ask(f"SELECT * {{ {word} <{place}> {{ ?s ?p ?o }} }}"))
            for question in choosing(place):
                answer = await endpoint.answer(question)
                assert CANARY.encode() not in answer.body
                assert answer.rows == 0
        await endpoint.close()

    asyncio.run(work())
    assert hits == []


def choosing(place: str) -> Iterator[Question]:
    yield ask(f"SELECT * FROM <{place}> {{ ?s ?p ?o }}")
    yield ask(f"SELECT * FROM NAMED <{place}> {{ GRAPH ?g {{ ?s ?p ?o }} }}")
    yield ask(f"SELECT * {{ GRAPH <{place}> {{ ?s ?p ?o }} }}")
    yield Question(sparql="SELECT * { ?s ?p ?o }", accepts=("text/csv",), default_graphs=(place,))


def test_no_update_reads_another_place(
    store: Path, port: int, canary: str, hits: list[str]
) -> None:
    async def work() -> None:
        updates = Updates(store)
        for place in places(port, canary):
            for text in (f"LOAD <{place}>", f"LOAD SILENT <{place}> INTO GRAPH <urn:g>"):
                with pytest.raises(RefusedError):
                    await updates.make(text)
            with pytest.raises((RefusedError, BadQueryError)):
                await updates.make(
                    f"INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{place}> {{ ?s ?p ?o }} }}"
                )

    asyncio.run(work())
    assert hits == []


def test_behind_the_gate_there_is_nobody_to_ask(store: Path, port: int, hits: list[str]) -> None:
    async def work() -> bool:
        workers = Workers(store, count=1)
        for place in places(port, "http://example.org/"):
            with pytest.raises(TertiumError):
                await workers.answer(ask(f"SELECT * {{ SERVICE <{place}> {{ ?s ?p ?o }} }}"))
        alone = await workers.are_alone()
        await workers.close()
        return alone

    if not asyncio.run(work()):
        pytest.skip("this kernel allows no network of one's own")
    assert hits == []
