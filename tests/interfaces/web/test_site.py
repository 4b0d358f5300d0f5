import asyncio
import threading
from pathlib import Path

import httpx
import pytest

from tertium.api import KnowledgeGraph, load_graph
from tertium.errors import ElsewhereError, SourceUnavailableError, TooBusyError
from tertium.interfaces.web.application import application
from tertium.interfaces.web.settings import Settings
from tertium.interfaces.web.site import Site
from tests.interfaces.web.asking import asked

ONE = """@prefix ex: <https://w3id.org/tertium/id/> .
@prefix tt: <https://w3id.org/tertium/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:ada a tt:Person ; rdfs:label "Ada"@en ; tt:memberOf ex:club . ex:club rdfs:label "Club"@en .
"""
MORE = ONE + 'ex:bab a tt:Person ; rdfs:label "Babbage"@en .\n'


def test_one_thread_at_a_time_asks(graph_file: Path) -> None:
    site = Site(Settings(sources=(str(graph_file),), store=Path("none")))
    inside = threading.Semaphore()

    def work(graph: KnowledgeGraph) -> bool:
        alone = inside.acquire(blocking=False)
        graph.find("Ada")
        inside.release()
        return alone

    async def ask() -> list[bool]:
        return await asyncio.gather(*(site.ask(work) for _ in range(8)))

    assert all(asyncio.run(ask()))
    assert site.is_open
    assert site.graph is site.graph


def test_who_would_wait_behind_too_many_is_sent_away(graph_file: Path) -> None:
    site = Site(Settings(sources=(str(graph_file),), store=Path("none")))
    go_on = threading.Event()

    async def ask() -> list[bool | BaseException]:
        waiting = [asyncio.create_task(site.ask(lambda _: go_on.wait())) for _ in range(256)]
        await asyncio.sleep(0)
        with pytest.raises(TooBusyError, match="ask again"):
            await site.ask(lambda _: True)
        go_on.set()
        return await asyncio.gather(*waiting, return_exceptions=True)

    assert asyncio.run(ask()) == [True] * 256
    assert asyncio.run(site.ask(lambda _: True))


def test_a_graph_which_cannot_be_opened_is_not_available(tmp_path: Path) -> None:
    site = Site(Settings(sources=(str(tmp_path / "secret.ttl"),), store=Path("none")))
    assert not site.is_open
    assert site.served is None
    with pytest.raises(SourceUnavailableError, match=r"^the graph cannot be read") as caught:
        asyncio.run(site.ask(lambda graph: graph.find("Ada")))
    assert "secret" not in str(caught.value)


def test_a_server_says_at_its_start_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailableError, match=r"secret\.ttl"):
        application(Settings(sources=(str(tmp_path / "secret.ttl"),), store=Path("none")))


def test_after_an_update_nothing_old_is_answered(tmp_path: Path) -> None:
    store, one, more = tmp_path / "store", tmp_path / "one.ttl", tmp_path / "more.ttl"
    one.write_text(ONE, encoding="utf-8")
    more.write_text(MORE, encoding="utf-8")
    load_graph(store, [one])
    site = application(Settings(sources=(str(store),), store=store))
    headers = {"Accept": "application/json"}
    before = asked(site, "/api/find?q=Babbage", headers=headers)
    kept = asked(site, "/entity/ex:ada.json")
    assert before.json() == {"results": []}
    load_graph(store, [more])
    after = asked(site, "/api/find?q=Babbage", headers=headers)
    assert [one["label"] for one in after.json()["results"]] == ["Babbage"]
    fresh = asked(site, "/entity/ex:ada.json", headers={"If-None-Match": kept.headers["etag"]})
    assert fresh.status_code == httpx.codes.OK
    assert fresh.json()["graph"]["version"] != kept.json()["graph"]["version"]


def test_a_graph_elsewhere_is_queried_there() -> None:
    settings = Settings(
        sources=("http://127.0.0.1:9/sparql",), store=Path("nowhere"), elsewhere=True
    )
    answer = asked(application(settings), "/sparql?query=ASK%7B%7D")
    assert answer.status_code == 501
    assert "elsewhere" in answer.json()["detail"]
    with pytest.raises(ElsewhereError):
        _ = Site(settings).endpoint
