import asyncio
from pathlib import Path

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from tertium.interfaces.web.door import Door
from tertium.interfaces.web.explanations import twin
from tertium.interfaces.web.guards import Guard, Limits
from tertium.interfaces.web.rooms import Rooms
from tertium.interfaces.web.settings import Settings
from tests.interfaces.web.asking import asked, sent

SETTINGS = Settings(store=Path("none"), frames=("https://paper.example",))
USUAL = Limits()
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
ASKED = "/srv/graph and what was asked"


async def hello(request: Request) -> Response:
    return PlainTextResponse(f"{request.method} {len(await request.body())}")


async def fail(_: Request) -> Response:
    await asyncio.sleep(0)
    raise KeyError(ASKED)


ROOMS = Rooms(
    [
        Route("/embed/a", Door({"GET": hello})),
        Route("/open", Door({"GET": hello, "POST": hello})),
        Route("/own", Door({"GET": hello, "POST": hello}, shared=False)),
        Route("/bare", fail),
        Route("/{rest:path}", Door({"GET": fail})),
    ]
)


def guarded(settings: Settings = SETTINGS, limits: Limits = USUAL) -> Guard:
    return Guard(ROOMS, settings, twin=twin, limits=limits)


def test_every_answer_tells_browsers_how_little_is_allowed() -> None:
    headers = asked(guarded(), "/open").headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]
    assert len(headers["x-request-id"]) == 16
    assert headers["cache-control"] == "no-cache"


def test_only_what_is_to_be_embedded_may_be_framed() -> None:
    policy = asked(guarded(), "/embed/a").headers["content-security-policy"]
    assert policy.endswith("frame-ancestors https://paper.example")
    other = asked(guarded(Settings(store=Path("none"))), "/embed/a")
    assert other.headers["content-security-policy"].endswith("frame-ancestors 'none'")


def test_other_sites_may_read_what_is_shared_and_nothing_else() -> None:
    shared, own = asked(guarded(), "/open").headers, asked(guarded(), "/own").headers
    assert shared["access-control-allow-origin"] == "*"
    assert shared["cross-origin-resource-policy"] == "cross-origin"
    assert "access-control-allow-origin" not in own
    assert own["cross-origin-resource-policy"] == "same-origin"
    preflight = asked(guarded(), "/own", method="OPTIONS", headers={"Origin": "https://a.example"})
    assert preflight.headers["allow"] == "GET, POST, HEAD, OPTIONS"
    assert not [name for name in preflight.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("127.0.0.1:8000", 200),
        ("LOCALHOST:1", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost@evil.example", 400),
        ("localhost/evil", 400),
        ("localhost:80:80", 400),
        ("", 400),
        ("a b", 400),
        ("localhost\\evil", 400),
    ],
)
def test_a_server_answers_to_its_names_only(host: str, status: int) -> None:
    assert asked(guarded(), "/open", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    ("settings", "host", "status"),
    [
        (Settings(store=Path("none"), hosts=("a.example",)), "a.example:443", 200),
        (Settings(store=Path("none"), hosts=("a.example",)), "localhost", 421),
        (Settings(store=Path("none"), address="https://a.example/x"), "a.example", 200),
        (Settings(store=Path("none"), address="https://a.example:8443"), "a.example:8443", 200),
        (Settings(store=Path("none"), hosts=("böse.example",)), "xn--bse-sna.example", 200),
    ],
)
def test_its_names_are_set(settings: Settings, host: str, status: int) -> None:
    assert asked(guarded(settings), "/open", headers={"Host": host}).status_code == status


def test_two_hosts_are_none() -> None:
    head = [(b"host", b"localhost"), (b"host", b"localhost")]
    assert sent(guarded(), {"headers": head})[0]["status"] == httpx.codes.BAD_REQUEST


UPWARD = ("..", "%2e%2e", "%2E.", ".%2e", "%2e", ".")
ENDS = ("/etc/passwd", "%2fetc%2fpasswd", "%5cetc%5cpasswd", "\\etc\\passwd", "")
SPELLINGS = [
    *(f"/{room}{up}{end}" for room in ("", "static/", "entity/") for up in UPWARD for end in ENDS),
    *("/static/..;/x", "/..%00/x", "/%00", "/a%00.txt", "/%0d%0aSet-Cookie:x", "/%7f", "/a%09b"),
    *("/%c0%ae%c0%ae/x", "/%ff", "/static/%e0%80%ae/", "/\\..\\x", "/a/%2e%2e%2f%2e%2e%2fx"),
    *("http://evil.example/", "*", "/static//..//x"),
]


@pytest.mark.parametrize("path", SPELLINGS)
def test_no_spelling_climbs(path: str) -> None:
    response = asked(guarded(), path)
    assert response.status_code == httpx.codes.NOT_FOUND
    assert response.json()["type"] == "/problems/not-found"


@pytest.mark.parametrize(
    "path", ["/open.json", "/a..b", "/http:%2F%2Fx.example%2Fa.b", "/...", "/a;b", "/a%20b"]
)
def test_names_with_dots_and_slashes_are_names(path: str) -> None:
    assert asked(guarded(), path).status_code == httpx.codes.INTERNAL_SERVER_ERROR


def test_long_addresses_and_large_heads_are_refused() -> None:
    assert asked(guarded(), "/" + "a" * 33_000).status_code == 414
    assert asked(guarded(), "/open?" + "a" * 300_000).status_code == 414
    assert asked(guarded(), "/open", headers={"X": "a" * 70_000}).status_code == 431


def test_head_is_get_without_a_body() -> None:
    response = asked(guarded(), "/open", method="HEAD")
    assert response.text == ""
    assert response.headers["content-length"] == str(len("GET 0"))
    problem = asked(guarded(), "/fail", method="HEAD", headers=BROWSER)
    assert problem.text == ""
    assert int(problem.headers["content-length"]) > 100


@pytest.mark.parametrize("path", ["/fail", "/bare"])
def test_a_fault_is_a_page_for_people_and_a_document_for_programs(
    path: str, caplog: pytest.LogCaptureFixture
) -> None:
    document, page = asked(guarded(), path), asked(guarded(), path, headers=BROWSER)
    for response in (document, page):
        assert response.status_code == httpx.codes.INTERNAL_SERVER_ERROR
        assert response.headers["x-request-id"] in caplog.text
        assert ASKED not in response.text + caplog.text
        assert "content-security-policy" in response.headers
    assert document.json()["type"] == "/problems/failed"
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert int(page.headers["content-length"]) == len(page.content)
    assert "<h1>Failed</h1>" in page.text


def test_who_accepts_neither_gets_the_document() -> None:
    response = asked(guarded(), "/fail", headers={"Accept": "text/turtle"})
    assert response.headers["content-type"] == "application/problem+json"


def test_what_is_too_large_is_refused_before_it_is_read_and_while() -> None:
    limits = Limits(body=10)
    for content in (b"a" * 10, b""):
        response = asked(guarded(limits=limits), "/open", method="POST", content=content)
        assert response.text == f"POST {len(content)}"
    declared = asked(guarded(limits=limits), "/open", method="POST", content=b"a" * 11)
    assert declared.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE
    assert declared.headers["connection"] == "close"
    parts = [b"a" * 6, b"a" * 6]
    post = {"method": "POST", "path": "/open"}
    answer = sent(guarded(limits=limits), post, *_messages(parts))
    assert answer[0]["status"] == httpx.codes.REQUEST_ENTITY_TOO_LARGE


def test_who_brings_a_body_too_slowly_is_not_waited_for() -> None:
    begun: Message = {"type": "http.request", "body": b"a", "more_body": True}
    slow = guarded(limits=Limits(seconds=0.01))
    answer = sent(slow, {"method": "POST", "path": "/open"}, begun)
    assert answer[0]["status"] == httpx.codes.REQUEST_TIMEOUT


def test_after_the_body_it_may_take_its_time() -> None:
    async def late(request: Request) -> Response:
        await request.body()
        message = await request.receive()
        return PlainTextResponse(str(message["type"]))

    guard = Guard(
        Rooms([Route("/", Door({"POST": late}))]), SETTINGS, twin=twin, limits=Limits(seconds=0.01)
    )
    parts: list[Message] = [*_messages([b"a"]), {"type": "http.disconnect"}]
    assert sent(guard, {"method": "POST"}, *parts)[1]["body"] == b"http.disconnect"


def test_who_hangs_up_outside_a_door_is_not_answered() -> None:
    async def read(request: Request) -> Response:
        return Response(await request.body())

    gone: Message = {"type": "http.disconnect"}
    guard = Guard(Rooms([Route("/", read, methods=["POST"])]), SETTINGS, twin=twin)
    assert sent(guard, {"method": "POST"}, gone) == []


def test_a_fault_in_the_middle_of_an_answer_ends_it(caplog: pytest.LogCaptureFixture) -> None:
    async def half(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise KeyError(ASKED)

    assert len(sent(Guard(half, SETTINGS, twin=twin), {})) == 1
    assert "KeyError" in caplog.text
    assert ASKED not in caplog.text


def _messages(parts: list[bytes]) -> list[Message]:
    last = len(parts) - 1
    return [
        {"type": "http.request", "body": part, "more_body": place < last}
        for place, part in enumerate(parts)
    ]
