"""The server of a Wikidata on this machine: what it was asked, in which order, how many at once."""

import gzip
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from http.server import BaseHTTPRequestHandler
from threading import Lock, Thread
from urllib.parse import parse_qsl, unquote, urlsplit

from tests.loopback import QuietServer
from tests.store.serving import Reply
from tests.wikidata.documents import Site, read_site
from tests.wikidata.manners import Request, api, entity_data, error_page
from tests.wikidata.querying import QueryServices

__all__ = ["Fault", "Wikidata", "wikidata"]

Fault = Callable[[Reply], Reply]
"""From the right answer to what is sent instead."""


@dataclass
class Wikidata:
    """A Wikidata on this machine.

    `faults` are used up one by one, by the requests whose path begins as `afflicted` does;
    then it behaves. `lag` is how many seconds its replicas lag behind.
    """

    site: Site = field(default_factory=read_site)
    url: str = ""
    requests: list[Request] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    afflicted: str = "/"
    lag: float = 0
    busy: int = 0
    lock: Lock = field(default_factory=Lock)
    cut_off: Callable[[], None] = lambda: None
    """Ends the server: from then on nobody answers."""

    @property
    def busiest(self) -> int:
        """How many requests there were at once, at the most."""
        return max((request.together for request in self.requests), default=0)

    @property
    def paths(self) -> list[str]:
        """Where requests went, in the order in which they came."""
        return [request.path for request in self.requests]

    def misbehave(self, *faults: Fault, at: str = "/") -> None:
        """Send these instead of the next right answers, at paths which begin like this."""
        self.faults, self.afflicted = list(faults), at

    @cached_property
    def services(self) -> QueryServices:
        """The query services, which know the site as it was when they were first asked."""
        return QueryServices(self.site)

    def answer(self, request: Request) -> Reply:
        """Return what is sent: the right answer, or what becomes of it."""
        right = self._right(request)
        with self.lock:
            afflicted = self.faults and request.path.startswith(self.afflicted)
            fault = self.faults.pop(0) if afflicted else None
        return right if fault is None else fault(right)

    def _right(self, request: Request) -> Reply:
        if request.path.startswith("/wiki/Special:EntityData/"):
            return entity_data(self.site, request)
        if request.path == "/w/api.php":
            return api(self.site, request, lag=self.lag)
        asked = self.services.answer(request)
        return asked or error_page(404, "There is currently no text in this page.")

    def log(self, request: Request) -> None:
        """Keep a request; it is under way until it is `done`."""
        with self.lock:
            self.busy += 1
            self.requests.append(replace(request, together=self.busy))

    def done(self) -> None:
        """Keep that a request was answered."""
        with self.lock:
            self.busy -= 1


class _Handler(BaseHTTPRequestHandler):
    wikidata: Wikidata
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self._answer("")

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode())

    def _answer(self, posted: str) -> None:
        parts = urlsplit(self.path)
        form = dict(parse_qsl(parts.query, keep_blank_values=True)) | dict(parse_qsl(posted))
        request = Request(
            method=self.command, path=unquote(parts.path), form=form, headers=self.headers
        )
        self.wikidata.log(request)
        try:
            reply = self.wikidata.answer(request)
        finally:
            self.wikidata.done()  # before whoever asked has the answer and may ask again
        with suppress(BrokenPipeError, ConnectionResetError):  # it has had enough
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        body = reply.body if isinstance(reply.body, bytes) else reply.body.encode()
        if reply.behaving is not None:
            self.close_connection = True
            reply.behaving(self, body)
            return
        headers = dict(reply.headers)
        accepted = self.headers.get("Accept-Encoding", "")
        if body and "gzip" in accepted and "Content-Encoding" not in headers:
            body, headers["Content-Encoding"] = gzip.compress(body, mtime=0), "gzip"
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(body) + reply.missing))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection |= reply.missing != 0

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(QuietServer):
    """A server which leaves no connection open behind it."""

    @cached_property
    def connections(self) -> set[socket.socket]:
        return set()

    def process_request(self, request: object, client_address: object) -> None:
        assert isinstance(request, socket.socket)
        self.connections.add(request)
        super().process_request(request, client_address)

    def close_request(self, request: object) -> None:
        assert isinstance(request, socket.socket)
        self.connections.discard(request)
        super().close_request(request)

    def hang_up(self) -> None:
        for connection in [*self.connections]:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def wikidata(site: Site | None = None) -> Iterator[Wikidata]:
    """Yield a Wikidata that runs as long as the block, or until it is cut off."""
    served = Wikidata(site or read_site())
    handler = type("Handler", (_Handler,), {"wikidata": served})
    with _Server(("127.0.0.1", 0), handler) as server:
        served.url = f"http://127.0.0.1:{server.server_port}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()

        def cut_off() -> None:
            server.shutdown()
            server.socket.close()
            server.hang_up()
            thread.join()

        served.cut_off = cut_off
        try:
            yield served
        finally:
            cut_off()
