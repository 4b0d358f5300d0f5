"""A web server on this machine, well-behaved or not, which keeps what it was asked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from ssl import SSLContext
from threading import Lock

import pytest

from tertium.errors import SourceUnavailableError
from tertium.fetch.fetcher import Caching, Fetcher
from tertium.fetch.manners import Clock, Manners
from tests.loopback import Quiet, running
from tests.store.serving import Reply

__all__ = [
    "JSON",
    "NOW",
    "Asked",
    "FakeTime",
    "Server",
    "fetcher",
    "json",
    "problem_of",
    "serve",
    "started",
]

JSON = "application/json"
NOW = 1_800_000_000.0
"""15 January 2027, 8 o'clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    method: str
    path: str
    headers: Message
    body: bytes = b""


@dataclass(slots=True)
class Server:
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    busy: int = 0
    busiest: int = 0
    lock: Lock = field(default_factory=Lock)

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def begin(self, asked: Asked) -> None:
        with self.lock:
            self.asked.append(asked)
            self.busy += 1
            self.busiest = max(self.busy, self.busiest)

    def end(self) -> None:
        with self.lock:
            self.busy -= 1


@dataclass(slots=True)
class FakeTime:
    """A clock that no one waits for."""

    passed: float = 0
    naps: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.passed, sleep=self.nap, wall=lambda: NOW + self.passed)

    def nap(self, seconds: float) -> None:
        self.passed += seconds
        self.naps.append(round(seconds, 2))


def json(body: str = '{"a": 1}', **headers: str) -> Reply:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(body=body, kind=JSON, headers=named)


def started(handler: BaseHTTPRequestHandler, *headers: str) -> None:
    lines = ("HTTP/1.1 200 OK", f"Content-Type: {JSON}", *headers, "", "")
    handler.wfile.write("\r\n".join(lines).encode())


def fetcher(
    folder: Path,
    *,
    time: FakeTime | None = None,
    caching: Caching = Caching.USE,
    manners: Manners | None = None,
) -> Fetcher:
    return Fetcher(
        folder,
        agent=lambda _: "tertium/1 (someone@example.org)",
        caching=caching,
        manners=manners or Manners(),
        clock=(time or FakeTime()).clock,
    )


def problem_of(asks: Fetcher, url: str) -> str:
    """Return why an address cannot be read."""
    with pytest.raises(SourceUnavailableError) as caught:
        asks.get(url)
    return caught.value.problem


@contextmanager
def serve(
    *replies: Reply | Callable[[str], Reply], secret: SSLContext | None = None
) -> Iterator[Server]:
    """Yield a server which gives these replies in turn, the last one for ever."""
    told, left = Server(), list(replies)

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(b"")

        def do_POST(self) -> None:
            self.answer(self.rfile.read(int(self.headers["Content-Length"])))

        def answer(self, body: bytes) -> None:
            asked = Asked(method=self.command, path=self.path, headers=self.headers, body=body)
            told.begin(asked)
            reply = left.pop(0) if len(left) > 1 else left[0]
            made = reply(self.path) if callable(reply) else reply
            told.end()
            with suppress(BrokenPipeError, ConnectionResetError):  # it has had enough
                made.send(self)

    with running(Handler, secret=secret) as address:
        told.url = address
        yield told
