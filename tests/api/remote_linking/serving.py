"""A reconciliation service on this machine, well-behaved or not."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler

from tests.loopback import Quiet, running

__all__ = ["Call", "Reply", "serving"]


@dataclass(frozen=True, slots=True)
class Call:
    """What the service was asked."""

    method: str
    path: str
    body: bytes
    headers: Message


@dataclass(frozen=True, slots=True)
class Reply:
    """What the service answers: JSON, or bytes as they are."""

    content: object = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        content = self.content
        return content if isinstance(content, bytes) else json.dumps(content).encode()


@contextmanager
def serving(reply: Callable[[Call], Reply]) -> Iterator[tuple[str, list[Call]]]:
    """Yield the address of a service that runs as long as the block, and what it was asked."""
    calls: list[Call] = []

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(b"")

        def do_POST(self) -> None:
            self.answer(self.rfile.read(int(self.headers["Content-Length"])))

        def answer(self, body: bytes) -> None:
            calls.append(Call(self.command, self.path, body, self.headers))
            told = reply(calls[-1])
            self.send_response(told.status)
            for name, value in {"Content-Type": "application/json", **told.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            self.wfile.write(told.body)

    with running(Handler) as address:
        yield f"{address}/reconcile", calls
