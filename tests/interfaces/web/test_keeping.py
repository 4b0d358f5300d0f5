import asyncio
import gzip

import httpx
import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from tertium.interfaces.web.keeping import Keeper
from tertium.interfaces.web.shelf import Shelf
from tests.interfaces.web.asking import asked

PUBLIC = (b"cache-control", b"public, no-cache")
BODY = b"what is answered " * 200


def counting(
    *headers: tuple[bytes, bytes], status: int = 200, parts: tuple[bytes, ...] = (BODY,)
) -> tuple[ASGIApp, list[Scope]]:
    seen: list[Scope] = []

    async def application(scope: Scope, _: Receive, send: Send) -> None:
        seen.append(scope)
        await asyncio.sleep(0)
        await send({"type": "http.response.start", "status": status, "headers": [*headers]})
        last = len(parts) - 1
        for place, part in enumerate(parts):
            more = place < last
            await send({"type": "http.response.body", "body": part, "more_body": more})

    return application, seen


def kept(*headers: tuple[bytes, bytes], status: int = 200) -> tuple[Keeper, list[Scope]]:
    application, seen = counting(*headers, status=status)
    return Keeper(application, lambda: "a state"), seen


def test_what_is_public_is_made_once() -> None:
    keeper, seen = kept(PUBLIC, (b"content-type", b"text/plain"))
    first, second = asked(keeper, "/a?b=c"), asked(keeper, "/a?b=c")
    assert len(seen) == 1
    assert first.content == second.content == BODY
    assert first.headers == second.headers
    assert first.headers["content-type"] == "text/plain"


@pytest.mark.parametrize(
    ("target", "headers"),
    [
        ("/a", {}),
        ("/a?b=d", {}),
        ("/a?b=c", {"accept": "text/html"}),
        ("/a?b=c", {"accept-language": "de"}),
        ("/a?b=c", {"host": "localhost"}),
        ("/a?b=c", {"accept-encoding": "gzip"}),
        ("/a?b=%63", {}),
    ],
)
def test_what_may_differ_is_asked_again(target: str, headers: dict[str, str]) -> None:
    keeper, seen = kept(PUBLIC)
    asked(keeper, "/a?b=c")
    asked(keeper, target, headers=headers)
    assert len(seen) == 2


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ((), 200),
        (((b"cache-control", b"no-store"),), 200),
        (((b"cache-control", b"private, no-cache"),), 200),
        ((PUBLIC, (b"set-cookie", b"a=b")), 200),
        ((PUBLIC, (b"etag", b'"own"')), 200),
        ((PUBLIC, (b"content-encoding", b"br")), 200),
        ((PUBLIC,), 404),
        ((PUBLIC,), 500),
    ],
)
def test_nothing_else_is_kept(headers: tuple[tuple[bytes, bytes], ...], status: int) -> None:
    keeper, seen = kept(*headers, status=status)
    answers = [asked(keeper, "/a") for _ in range(2)]
    assert len(seen) == 2
    assert [one.status_code for one in answers] == [status] * 2
    assert answers[0].content == BODY


@pytest.mark.parametrize("name", ["authorization", "cookie"])
def test_what_is_answered_to_somebody_is_not_kept(name: str) -> None:
    keeper, seen = kept(PUBLIC)
    for _ in range(2):
        assert "etag" not in asked(keeper, "/a", headers={name: "secret"}).headers
    assert len(seen) == 2
    asked(keeper, f"/{'a' * 5000}")
    asked(keeper, f"/{'a' * 5000}")
    asked(keeper, "/a", method="POST")
    assert len(seen) == 5


@pytest.mark.parametrize(
    ("tags", "known"),
    [
        ("{}", True),
        ("W/{}", True),
        ('"other", {}', True),
        ("*", True),
        ('"other"', False),
        ("", False),
        ('"', False),
    ],
)
def test_who_has_it_is_told_so(tags: str, known: bool) -> None:
    keeper, _ = kept(PUBLIC)
    tag = asked(keeper, "/a").headers["etag"]
    response = asked(keeper, "/a", headers={"if-none-match": tags.format(tag)})
    assert response.status_code == (304 if known else 200)
    assert response.content == (b"" if known else BODY)
    assert response.headers["etag"] == tag
    assert response.headers["cache-control"] == "public, no-cache"
    assert "content-length" not in response.headers or not known


def test_the_first_asker_may_have_it_already() -> None:
    tag = asked(kept(PUBLIC)[0], "/a").headers["etag"]
    assert asked(kept(PUBLIC)[0], "/a", headers={"if-none-match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip; q=1.0, *;q=0", True),
        ("gzip;q=0", False),
        ("gzip;q=0.000, br", False),
        ("xgzip", False),
        ("br", False),
    ],
)
def test_it_comes_packed_to_who_can_unpack_it(accepted: str, packed: bool) -> None:
    keeper, _ = kept(PUBLIC, (b"vary", b"Accept"))
    plain = asked(keeper, "/a")
    response = asked(keeper, "/a", headers={"accept-encoding": accepted})
    assert response.content == BODY
    assert (response.headers.get("content-encoding") == "gzip") is packed
    assert (response.headers["etag"] != plain.headers["etag"]) is packed
    assert response.headers["vary"] == "Accept, Accept-Encoding"
    expected = len(gzip.compress(BODY, 6, mtime=0)) if packed else len(BODY)
    assert int(response.headers["content-length"]) == expected


def test_a_redirection_is_kept() -> None:
    keeper, seen = kept(PUBLIC, (b"location", b"/b"), status=301)
    assert [asked(keeper, "/a").headers["location"] for _ in range(2)] == ["/b", "/b"]
    assert len(seen) == 1


def test_a_graph_in_another_state_is_asked_again() -> None:
    application, seen = counting(PUBLIC)
    states = iter("aabb")
    keeper = Keeper(application, lambda: next(states))
    for _ in range(4):
        asked(keeper, "/a")
    assert len(seen) == 2


def test_what_is_very_large_goes_out_as_it_comes() -> None:
    large = b"x" * (3 << 20)
    application, seen = counting(PUBLIC, parts=(large, large, large, b"end"))
    keeper = Keeper(application, lambda: None)
    for _ in range(2):
        response = asked(keeper, "/a")
        assert len(response.content) == 3 * len(large) + 3
        assert "etag" not in response.headers
    assert len(seen) == 2


def test_a_part_at_a_time_makes_a_whole() -> None:
    application, seen = counting(PUBLIC, parts=(b"one ", b"two"))
    keeper = Keeper(application, lambda: None)
    assert [asked(keeper, "/a").text for _ in range(2)] == ["one two"] * 2
    assert len(seen) == 1


def test_a_shelf_makes_room_for_what_is_wanted() -> None:
    shelf: Shelf[str] = Shelf(10)
    for name in "abc":
        shelf.put(name, name, size=4)
        shelf.get("a")
    assert [shelf.get(name) for name in "abc"] == ["a", None, "c"]
    shelf.put("a", "new", size=2)
    shelf.put("d", "too large", size=6)
    assert (shelf.get("a"), shelf.get("d"), shelf.taken) == ("new", None, 6)


@pytest.mark.parametrize("path", ["/compare/ex:ada/ex:bab", "/entity/ex:ada.ttl", "/api"])
def test_pages_of_the_site_are_kept(small: ASGIApp, path: str) -> None:
    first = asked(small, path)
    again = asked(small, path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (httpx.codes.NOT_MODIFIED, b"")
    assert "content-security-policy" in again.headers
    head = asked(small, path, method="HEAD")
    assert (head.headers["etag"], head.content) == (first.headers["etag"], b"")
    assert head.headers["content-length"] == str(len(first.content))
