"""Every kind of misbehaviour against the real fetcher, asking for one entity."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tertium.api.fetching.documents import Document, document_of
from tertium.api.fetching.site import Site
from tertium.errors import MissingEntityError, SourceUnavailableError
from tertium.fetch.fetcher import Caching, Fetcher
from tertium.fetch.manners import Manners
from tests.fetch.serving import FakeTime, fetcher
from tests.wikidata.faults import FAULTS, Outcome
from tests.wikidata.serving import Wikidata, wikidata

ODO = "Q454553"
PAGES = "/wiki/"
MANNERS = Manners(size=2**23)


@pytest.fixture(scope="module")
def server() -> Iterator[Wikidata]:
    with wikidata() as served:
        yield served


def named(outcome: Outcome) -> list[str]:
    return [name for name, trouble in FAULTS.items() if trouble.outcome is outcome]


def afflict(server: Wikidata, *names: str) -> None:
    """Let the server do these things next, and forget what it was asked."""
    server.misbehave(*(FAULTS[name].fault for name in names), at=PAGES)
    server.requests.clear()


def document(server: Wikidata, asks: Fetcher) -> Document:
    return document_of(ODO, 0, site=Site(server.url), fetcher=asks)


def problem_of(server: Wikidata, asks: Fetcher) -> str:
    with pytest.raises(SourceUnavailableError) as caught:
        document(server, asks)
    assert caught.value.exit_code == 5
    place = f"{server.url}/wiki/Special:EntityData/{ODO}.json"
    assert caught.value.source in {place, "http://localhost:9/login"}
    assert "\n" not in str(caught.value)
    return caught.value.problem


def is_kept(server: Wikidata, folder: Path) -> bool:
    with fetcher(folder, caching=Caching.OFFLINE) as asks:
        try:
            return document(server, asks).cached
        except SourceUnavailableError:
            return False


WAITS: Mapping[str, float] = {
    "429 for some seconds": 7,
    "429 until a date": 9,
    "429 until a date gone by": 0,
    "503 for some seconds": 3,
}
"""Seconds, where the server says how many; else it is one."""

WORDS: Mapping[str, str] = {
    "429 for thirty years": "left alone for 86400 s",
    "500": "HTTP 500 Internal Server Error",
    "401": "HTTP 401 Unauthorized",
    "403": "HTTP 403 Forbidden",
    "a page with 200": "it sent text/html, not application/json",
    "a login page elsewhere": "no connection",
    "a redirect to a file": "that is not of the web",
    "a redirect with a password": "with a user's name or password",
    "a redirect to nowhere": "it leads in a circle",
    "shorter than it says": "without sending complete message body",
    "half a chunk": "incomplete chunked read",
    "an empty body": "its answer",
    "half of the JSON": "its answer",
    "null": "its answer is no object",
    "an array": "its answer is no object",
    "no entities": "its answer has 0 entities, not one",
    "another entity": f"its answer is not about {ODO}",
    "deeply nested": "its answer",
    "invalid UTF-8": "its answer",
    "utf-16": "in utf-16, not UTF-8",
    "latin-1 by its label": "in iso-8859-1, not UTF-8",
    "another type": "it sent text/plain, not application/json",
    "turtle": "it sent text/turtle, not application/json",
    "no gzip": "it is no gzip",
    "a bomb": "larger than 8,388,608 bytes",
    "an unknown packing": "packed by zstd-17",
    "endless": "larger than 8,388,608 bytes",
    "an endless header": "Receive buffer too long",
    "no HTTP": "illegal status line",
    "an error of the API": "internal_api_error_DBQueryError",
}
"""What is said of each answer which is none."""


def test_every_fault_has_words() -> None:
    assert [*WORDS] == named(Outcome.GIVEN_UP)
    assert WAITS.keys() < {*named(Outcome.ASKED_AGAIN)}


@pytest.mark.parametrize("name", named(Outcome.ANSWERED))
def test_what_is_odd_but_whole_is_taken(name: str, server: Wikidata, tmp_path: Path) -> None:
    afflict(server, name)
    with fetcher(tmp_path) as asks:
        assert document(server, asks).identifier == ODO
    assert len(server.requests) == 1
    assert is_kept(server, tmp_path)


@pytest.mark.parametrize("name", named(Outcome.ASKED_AGAIN))
def test_who_is_busy_is_asked_again_in_time(name: str, server: Wikidata, tmp_path: Path) -> None:
    afflict(server, name)
    time = FakeTime()
    with fetcher(tmp_path, time=time) as asks:
        assert document(server, asks).identifier == ODO
    assert (len(server.requests), sum(time.naps)) == (2, WAITS.get(name, 1))
    assert is_kept(server, tmp_path)


@pytest.mark.parametrize("name", [one for one in named(Outcome.ASKED_AGAIN) if "date" not in one])
def test_who_stays_busy_is_given_up(name: str, server: Wikidata, tmp_path: Path) -> None:
    afflict(server, *[name] * 9)
    time = FakeTime()
    with fetcher(tmp_path, time=time) as asks:
        assert problem_of(server, asks).startswith("given up after 4 attempts (")
    wait = WAITS.get(name, 0)
    assert (len(server.requests), time.naps) == (4, [wait] * 3 if wait else [1, 2, 4])
    assert not is_kept(server, tmp_path)


@pytest.mark.parametrize("name", WORDS)
def test_what_is_no_answer_is_said_and_not_kept(
    name: str, server: Wikidata, tmp_path: Path
) -> None:
    afflict(server, name)
    time = FakeTime()
    with fetcher(tmp_path, time=time, manners=MANNERS) as asks:
        assert re.search(WORDS[name], problem_of(server, asks))
        assert (len(server.requests), time.naps) == (1, [])
        assert not is_kept(server, tmp_path)
        time.passed += 100_000  # whoever wanted to be left alone has been
        assert document(server, asks).identifier == ODO
    assert len(server.requests) == 2


@pytest.mark.parametrize("name", named(Outcome.NOT_FOUND))
def test_what_is_not_there_is_named(name: str, server: Wikidata, tmp_path: Path) -> None:
    afflict(server, name)
    with fetcher(tmp_path) as asks, pytest.raises(MissingEntityError, match=ODO) as caught:
        document(server, asks)
    assert caught.value.exit_code == 3
    assert len(server.requests) == 1
    assert not is_kept(server, tmp_path)


@pytest.mark.parametrize("name", WORDS)
def test_what_was_kept_before_is_still_there(name: str, server: Wikidata, tmp_path: Path) -> None:
    with fetcher(tmp_path) as asks:
        before = document(server, asks)
    afflict(server, name)
    with fetcher(tmp_path, caching=Caching.RENEW, manners=MANNERS) as asks:
        problem_of(server, asks)
    with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
        assert document(server, asks).revision == before.revision


def test_who_asks_is_said_each_time(server: Wikidata, tmp_path: Path) -> None:
    afflict(server, "429 for some seconds", "hung up", "503 without a word")
    with fetcher(tmp_path) as asks:
        document(server, asks)
    agents = {request.headers["User-Agent"] for request in server.requests}
    assert len(server.requests) == 4
    assert [agent.partition(" httpx/")[0] for agent in agents] == [
        "tertium/1 (someone@example.org)"
    ]
    assert server.busiest == 1


def test_who_wants_rest_for_long_is_left_alone_by_all(server: Wikidata, tmp_path: Path) -> None:
    afflict(server, "429 for thirty years")
    time = FakeTime()
    with fetcher(tmp_path, time=time) as asks:
        problem_of(server, asks)
    with fetcher(tmp_path, time=time) as asks:
        assert "left alone for 86400 s" in problem_of(server, asks)
        assert asks.asked == 0
    assert len(server.requests) == 1
