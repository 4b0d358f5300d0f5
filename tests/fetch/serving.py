"""A web server on this machine, well-behaved or not, which keeps what it was asked."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from threading import Lock, Thread

import pytest

from tertium.errors import SourceUnavailableError
from tertium.fetch.fetcher import Caching, Fetcher
from tertium.fetch.manners import Clock, Manners
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


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of who hangs up; what goes wrong here is for all to see."""
        if not isinstance(sys.exception(), OSError):
            traceback.print_exc()


@contextmanager
def serve(
    *replies: Reply | Callable[[str], Reply], secret: SSLContext | None = None
) -> Iterator[Server]:
    """Yield a server which gives these replies in turn, the last one for ever."""
    told, left = Server(), list(replies)

    class Handler(BaseHTTPRequestHandler):
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
                self.send(made)

        def send(self, reply: Reply) -> None:
            body = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
            if reply.behaving is not None:
                reply.behaving(self, body)
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(body) + reply.missing))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with _Quiet(("127.0.0.1", 0), Handler) as server:
        told.url = f"http{'s' * bool(secret)}://127.0.0.1:{server.server_port}"
        if secret:
            server.socket = secret.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()
