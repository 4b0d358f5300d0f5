import gzip
import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from tertium.api.remote_linking import Suggested, remote_linker
from tertium.errors import BadAddressError, NoContactError, SourceUnavailableError
from tertium.model.link import Linking, LinkQuery
from tests.fetch.serving import FakeTime

from .exchanges import recorded
from .serving import Call, Reply, serving

DRAFT = recorded("draft")
WIKIDATA = recorded("wikidata")
GOOD = Reply(DRAFT.posts[0])


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Whose turn it is, is noted in a folder of each test."""
    monkeypatch.setenv("TERTIUM_CACHE", str(tmp_path))
    return tmp_path


def manners(*posts: Reply, manifest: object = DRAFT.manifest) -> Callable[[Call], Reply]:
    """Return a service that shows a manifest, then answers in turn, the last for ever."""
    left = list(posts)

    def reply(call: Call) -> Reply:
        if call.method == "GET":
            return Reply(manifest)
        return left.pop(0) if len(left) > 1 else left[0]

    return reply


def linked(reply: Callable[[Call], Reply], time: FakeTime | None = None) -> list[Linking]:
    with serving(reply) as (url, _):
        linker = remote_linker(url, clock=(time or FakeTime()).clock)
        return list(linker.link_all([LinkQuery(text="Regina"), LinkQuery(text="Ernst")]))


def test_a_service_is_asked_over_the_web_as_it_speaks() -> None:
    with serving(manners(GOOD)) as (url, calls):
        found = list(remote_linker(url).link_all([LinkQuery(text="a"), LinkQuery(text="b")]))
    assert [bool(one.match) for one in found] == [False, True]
    assert [(one.method, one.path) for one in calls] == [
        ("GET", "/reconcile"),
        ("POST", "/reconcile/match"),
    ]
    assert calls[0].headers["Accept"] == "application/json"
    assert calls[1].headers["Content-Type"] == "application/json"
    assert json.loads(calls[1].body)["queries"][0]["limit"] == 10
    assert calls[1].headers["User-Agent"].startswith("tertium/")


def test_an_older_service_is_sent_a_form() -> None:
    with serving(manners(Reply(WIKIDATA.posts[0]), manifest=WIKIDATA.manifest)) as (url, calls):
        assert remote_linker(url, limit=4).link("Trotsky").match
    assert calls[1].path == "/reconcile"
    form = parse_qs(calls[1].body.decode())
    assert json.loads(form["queries"][0]) == {"q0": {"query": "Trotsky", "limit": 4}}


def test_the_same_is_asked_anew_another_time() -> None:
    with serving(manners(GOOD)) as (url, calls):
        for _ in range(2):
            list(remote_linker(url).link_all([LinkQuery(text="a"), LinkQuery(text="b")]))
    assert [one.method for one in calls] == ["GET", "POST"] * 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/reconciliation.v1+json"},
        {"Content-Type": "text/javascript; charset=utf-8"},
        {"Content-Encoding": "gzip"},
    ],
)
def test_an_answer_is_json_whatever_it_is_called_or_packed_in(headers: dict[str, str]) -> None:
    body = gzip.compress(GOOD.body) if "Content-Encoding" in headers else GOOD.body
    assert linked(manners(Reply(body, headers=headers)))[1].match


@pytest.mark.parametrize(
    ("busy", "naps"),
    [
        (Reply(status=429, headers={"Retry-After": "7"}), [7]),
        (Reply(status=503), [1]),
        (Reply(status=504, headers={"Retry-After": "0"}), []),
    ],
)
def test_a_busy_service_is_asked_again_when_it_wants(busy: Reply, naps: list[float]) -> None:
    time = FakeTime()
    assert linked(manners(busy, GOOD), time)[1].match
    assert time.naps == naps


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        (Reply(status=429, headers={"Retry-After": "7200"}), "left alone for 7200 s"),
        (Reply(status=503), r"given up after 4 attempts \(HTTP 503"),
        (Reply(b"no", status=500), "HTTP 500"),
        (Reply(b"no", status=403), "HTTP 403"),
        (Reply(b"no", status=404), "/reconcile/match"),
        (Reply(b"<html>Sign in</html>", headers={"Content-Type": "text/html"}), "text/html"),
        (Reply(b"<html>Sign in</html>"), "no JSON"),
        (Reply(GOOD.body[:-20]), "no JSON, or not all of it"),
        (Reply(b'{"results": [NaN]}'), "NaN, which is no JSON"),
        (Reply(b"[" * 100_000), "no JSON"),
        (Reply(status=301, headers={"Location": "https://b.org/r"}), "leads on to https://b.org/r"),
        (Reply(b"{}", headers={"Content-Encoding": "br"}), "packed by br"),
        (Reply(b"\x1f\x8bno", headers={"Content-Encoding": "gzip"}), "no gzip"),
        (Reply(gzip.compress(GOOD.body)[:-9], headers={"Content-Encoding": "gzip"}), "breaks off"),
    ],
)
def test_a_service_that_does_not_answer_is_unavailable(reply: Reply, problem: str) -> None:
    with pytest.raises(SourceUnavailableError, match=problem):
        linked(manners(reply))


def test_a_service_that_has_moved_is_followed_where_nothing_is_lost() -> None:
    def reply(call: Call) -> Reply:
        if not call.path.startswith("/there"):
            return Reply(status=307, headers={"Location": f"/there{call.path}"})
        return Reply(DRAFT.manifest) if call.method == "GET" else GOOD

    assert linked(reply)[1].match


def test_a_service_that_is_not_there_is_unavailable() -> None:
    with serving(manners(GOOD)) as (url, _):
        pass
    with pytest.raises(SourceUnavailableError, match="refused"):
        remote_linker(url, clock=FakeTime().clock).link("a")


def test_an_answer_that_takes_too_long_is_none() -> None:
    time = FakeTime()

    def reply(_: Call) -> Reply:
        time.passed += 61
        return Reply(DRAFT.manifest)

    with pytest.raises(SourceUnavailableError, match="no answer within 60 s"):
        linked(reply, time)


@pytest.mark.parametrize(
    "url",
    [
        *("file:///etc/passwd", "ftp://a.org/x", "data:,x", "reconcile"),
        *("http://[x/", "http://127.0.0.1:99999/", "http://me:secret@127.0.0.1/"),
    ],
)
def test_only_the_web_is_asked(url: str) -> None:
    with pytest.raises(BadAddressError):
        remote_linker(url)


def test_nobody_asks_another_machine_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TERTIUM_CONTACT", raising=False)
    with pytest.raises(NoContactError):
        remote_linker("https://reconcile.example/api")


def test_suggestions_come_over_the_web() -> None:
    found = {"result": [{"id": "P19", "name": "place of birth"}]}

    def reply(call: Call) -> Reply:
        return Reply(found if "prefix=place" in call.path else DRAFT.manifest)

    with serving(reply) as (url, _):
        (one,) = remote_linker(url).suggest("place", Suggested.PROPERTY)
    assert (one.id, one.name) == ("P19", "place of birth")
