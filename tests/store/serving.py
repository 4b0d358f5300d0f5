"""A SPARQL endpoint on this machine, well-behaved or not, which keeps what it was asked."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qsl, urlsplit

from tertium.errors import BadQueryError
from tertium.queries.answers import write_answer
from tertium.store.protocol import GraphStore, Triples
from tertium.store.turns import Clock
from tests.loopback import Quiet, running

__all__ = [
    "JSON",
    "N_TRIPLES",
    "Asked",
    "Endpoint",
    "FakeTime",
    "Reply",
    "answering",
    "in_turn",
    "serve",
    "silent",
]

JSON = "application/sparql-results+json"
N_TRIPLES = "application/n-triples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    method: str
    query: str
    others: dict[str, str]
    headers: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    body: str | bytes = ""
    kind: str = JSON
    status: int = 200
    missing: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    behaving: Callable[[BaseHTTPRequestHandler, bytes], None] | None = None

    def send(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer with it, well-behaved or not."""
        body = self.body if isinstance(self.body, bytes) else self.body.encode()
        if self.behaving is not None:
            self.behaving(handler, body)
            return
        handler.send_response(self.status)
        handler.send_header("Content-Type", self.kind)
        handler.send_header("Content-Length", str(len(body) + self.missing))
        for name, value in self.headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)


@dataclass(slots=True)
class Endpoint:
    url: str
    asked: list[Asked] = field(default_factory=list)
    busy: int = 0
    busiest: int = 0


@dataclass(slots=True)
class FakeTime:
    """A clock that no one waits for."""

    passed: float = 0
    naps: list[float] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.passed, sleep=self.nap)

    def nap(self, seconds: float) -> None:
        self.passed += seconds
        self.naps.append(seconds)


def in_turn(*replies: Reply) -> Callable[[str], Reply]:
    """Return an endpoint's manners: one reply after the other, the last one for ever."""
    left = list(replies)
    return lambda _: left.pop(0) if len(left) > 1 else left[0]


def answering(store: GraphStore) -> Callable[[str], Reply]:
    """Return an endpoint's manners around a store."""

    def reply(query: str) -> Reply:
        try:
            answer = store.query(query)
        except BadQueryError as error:
            return Reply(body=error.problem, kind="text/plain", status=400)
        kind = N_TRIPLES if isinstance(answer, Triples) else JSON
        return Reply(body=write_answer(answer, "json"), kind=kind)

    return reply


@contextmanager
def serve(reply: Callable[[str], Reply]) -> Iterator[Endpoint]:
    """Yield an endpoint that runs as long as the block."""
    endpoint = Endpoint("")

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(urlsplit(self.path).query)

        def do_POST(self) -> None:
            self.answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def answer(self, form: str) -> None:
            others = dict(parse_qsl(form))
            query = others.pop("query")
            asked = Asked(method=self.command, query=query, others=others, headers=self.headers)
            endpoint.asked.append(asked)
            endpoint.busy += 1
            endpoint.busiest = max(endpoint.busy, endpoint.busiest)
            answer = reply(query)
            endpoint.busy -= 1
            answer.send(self)

    with running(Handler) as address:
        endpoint.url = f"{address}/sparql"
        yield endpoint


@contextmanager
def silent() -> Iterator[Endpoint]:
    """Yield an endpoint that takes a query and says nothing until the block ends."""
    over = Event()

    def reply(_: str) -> Reply:
        over.wait()
        return Reply(body="", status=503)

    with serve(reply) as endpoint:
        try:
            yield endpoint
        finally:
            over.set()
