from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tertium.errors import (
    BadAddressError,
    MissingPageError,
    NoContactError,
    SourceUnavailableError,
    UnwritableError,
)
from tertium.fetch.fetcher import Caching
from tertium.fetch.manners import Manners
from tertium.fetch.request import Request
from tests.fetch.serving import Asking, FakeTime, fetcher, json, problem_of, serve
from tests.store.serving import Reply

BUSY = Reply(status=503, headers={"Retry-After": "7"})


def redirect(to: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": to})


def test_an_answer_says_when_it_came_and_from_where(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        answer = asks.fetch(Request(url=f"{server.url}/a"))
    assert answer.body == b'{"a": 1}'
    assert answer.kind == "application/json"
    assert answer.retrieved == "2027-01-15T08:00:00Z"
    assert answer.place == f"{server.url}/a"
    assert not answer.cached


def test_who_asks_is_said(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
    agent = server.asked[0].headers["User-Agent"]
    assert agent.startswith("tertium/1 (someone@example.org) httpx/")
    assert server.asked[0].headers["Accept"] == "application/json"


def test_a_body_is_posted_with_its_kind(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        assert asks.post(server.url, b"a=1", kind="text/x") == b'{"a": 1}'
    assert (server.asked[0].method, server.asked[0].body) == ("POST", b"a=1")
    assert server.asked[0].headers["Content-Type"] == "text/x"


def test_no_cookie_is_kept(tmp_path: Path) -> None:
    with serve(json(Set_Cookie="who=you")) as server, fetcher(tmp_path) as asks:
        asks.get(f"{server.url}/a")
        asks.get(f"{server.url}/b")
    assert "Cookie" not in server.asked[1].headers


def test_nobody_in_particular_asks_nothing(tmp_path: Path) -> None:
    def nobody(url: str) -> str:
        raise NoContactError(url, "WHO")

    with serve(json()) as server:
        with Asking(tmp_path, agent=nobody) as asks, pytest.raises(NoContactError):
            asks.get(server.url)
        assert not server.asked


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "file:///etc/passwd", "http://me:secret@example.org/", "http:///"]
)
def test_an_address_is_one_of_the_web(tmp_path: Path, url: str) -> None:
    with fetcher(tmp_path) as asks, pytest.raises(BadAddressError) as caught:
        asks.get(url)
    assert "secret" not in str(caught.value)


def test_what_was_asked_once_is_kept_when_the_server_is_gone(tmp_path: Path) -> None:
    time = FakeTime()
    with serve(json()) as server, fetcher(tmp_path, time=time) as asks:
        first = asks.fetch(Request(url=server.url))
    time.passed = 999
    with fetcher(tmp_path, time=time) as asks:
        again = asks.fetch(Request(url=server.url))
        assert asks.asked == 0
    assert (again.body, again.retrieved, again.cached) == (first.body, first.retrieved, True)


def test_the_same_address_asked_otherwise_is_another_question(tmp_path: Path) -> None:
    replies = [Reply(body=text, kind="application/json") for text in ("1", "2", "3", "4")]
    with serve(*replies) as server, fetcher(tmp_path) as asks:
        assert asks.get(server.url) == b"1"
        assert asks.post(server.url, b"x", kind="a/b") == b"2"
        assert asks.post(server.url, b"y", kind="a/b") == b"3"
        accept = ("application/json", "text/plain")
        assert asks.fetch(Request(url=server.url, accept=accept)).body == b"4"
        assert asks.post(server.url, b"x", kind="a/b") == b"2"


def test_what_is_kept_can_be_renewed(tmp_path: Path) -> None:
    with serve(json("1"), json("2")) as server:
        with fetcher(tmp_path) as asks:
            asks.get(server.url)
        with fetcher(tmp_path, caching=Caching.RENEW) as asks:
            assert asks.get(server.url) == b"2"
        with fetcher(tmp_path) as asks:
            assert asks.get(server.url) == b"2"


def test_nothing_need_be_kept(tmp_path: Path) -> None:
    with serve(json("1"), json("2")) as server:
        with fetcher(tmp_path, caching=Caching.NEVER) as asks:
            assert [asks.get(server.url), asks.get(server.url)] == [b"1", b"2"]
        with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
            assert "not in the cache" in problem_of(asks, server.url)


def test_a_failed_answer_is_never_kept(tmp_path: Path) -> None:
    with serve(Reply(status=403, kind="text/html"), json('{"b": [')) as server:
        for problem in ("HTTP 403 Forbidden", "no JSON"):
            with fetcher(tmp_path) as asks, pytest.raises(SourceUnavailableError, match=problem):
                asks.get(server.url)
        with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
            assert "not in the cache" in problem_of(asks, server.url)
        assert len(server.asked) == 2


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_no_fault_of_the_server(tmp_path: Path, status: int) -> None:
    with serve(Reply(status=status)) as server, fetcher(tmp_path) as asks:
        with pytest.raises(MissingPageError, match="nothing at this address"):
            asks.get(server.url)
        assert asks.asked == 1


def test_a_busy_server_is_asked_again_when_it_wants_to_be(tmp_path: Path) -> None:
    time = FakeTime()
    with serve(BUSY, BUSY, json()) as server, fetcher(tmp_path, time=time) as asks:
        assert asks.get(server.url) == b'{"a": 1}'
        assert asks.asked == 3
    assert time.naps == [7, 7]


def test_a_server_that_stays_busy_is_given_up_and_left_alone(tmp_path: Path) -> None:
    time = FakeTime()
    with serve(BUSY) as server:
        with fetcher(tmp_path, time=time) as asks:
            problem = problem_of(asks, server.url)
        assert problem == "given up after 4 attempts (HTTP 503 Service Unavailable)"
        assert (len(server.asked), time.naps) == (4, [7, 7, 7])


def test_an_answer_elsewhere_is_fetched_there(tmp_path: Path) -> None:
    with serve(redirect("/b"), json()) as server, fetcher(tmp_path) as asks:
        answer = asks.fetch(Request(url=f"{server.url}/a"))
        assert answer.place == f"{server.url}/b"
        assert asks.fetch(Request(url=f"{server.url}/a")).cached
    assert server.paths == ["/a", "/b"]


@pytest.mark.parametrize(
    ("replies", "problem"),
    [
        ([redirect("/b"), redirect("/a")], "in a circle"),
        ([redirect("")], "in a circle"),
        ([redirect("/b"), redirect("/c"), redirect("/d"), redirect("/e")], "more than 3 times"),
        ([redirect("ftp://example.org/")], "not of the web"),
        ([redirect("http://me:secret@127.0.0.1/")], "a user's name or password"),
        ([redirect("http://[::1/")], "Invalid"),
    ],
)
def test_an_answer_that_leads_astray_is_none(
    tmp_path: Path, replies: list[Reply], problem: str
) -> None:
    with serve(*replies) as server, fetcher(tmp_path) as asks:
        with pytest.raises(SourceUnavailableError, match=problem) as caught:
            asks.get(f"{server.url}/a")
        assert "secret" not in str(caught.value)


def test_what_is_posted_is_not_asked_elsewhere_otherwise(tmp_path: Path) -> None:
    with serve(redirect("/b")) as server, fetcher(tmp_path) as asks:
        with pytest.raises(SourceUnavailableError, match="/b: ask there"):
            asks.post(server.url, b"a", kind="a/b")
        assert asks.asked == 1
    with serve(redirect("/b", 308), json()) as server, fetcher(tmp_path) as asks:
        assert asks.post(server.url, b"a", kind="a/b") == b'{"a": 1}'
    assert [asked.body for asked in server.asked] == [b"a", b"a"]


def test_no_network_is_said_in_one_line(tmp_path: Path) -> None:
    with serve(json()) as server:
        pass
    with fetcher(tmp_path) as asks, pytest.raises(SourceUnavailableError, match="are you offline"):
        asks.get(server.url)


def test_a_server_without_a_secret_is_not_trusted(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        problem = problem_of(asks, server.url.replace("http:", "https:"))
        assert problem.startswith("no secure connection (")
        assert (asks.asked, server.asked) == (1, [])


def test_a_name_that_nobody_has_is_said(tmp_path: Path) -> None:
    with fetcher(tmp_path) as asks:
        assert "are you offline?" in problem_of(asks, "https://nobody.invalid/")
        assert asks.asked == 1


def test_threads_ask_one_after_the_other(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks, ThreadPoolExecutor(8) as pool:
        urls = [f"{server.url}/{number}" for number in range(16)]
        assert [*pool.map(asks.get, urls)] == [b'{"a": 1}'] * 16
    assert server.busiest == 1


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableError):
        fetcher(tmp_path / "file")


def test_manners_can_be_other(tmp_path: Path) -> None:
    manners = Manners(attempts=1)
    with serve(BUSY) as server, fetcher(tmp_path, manners=manners) as asks:
        with pytest.raises(SourceUnavailableError):
            asks.get(server.url)
        assert asks.asked == 1
