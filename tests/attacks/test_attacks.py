"""Everything at once against a running server; `pytest tests/attacks --whole` takes its time."""

import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest

from tertium.api.loading import load_graph
from tests import loopback
from tests.attacks.arsenal import Attack, attacks, endless
from tests.interfaces.web.served import Served, children, serving

CANARY = "the-bird-in-the-mine"
SOON = 60
GENEROUS = 2.0
"""Within so many seconds a server that is attacked from all sides still says that it lives."""
QUESTION = Attack("", "/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D")


@contextmanager
def ears(heard: list[str]) -> Iterator[str]:
    """Listen where nobody should ask; yield the address."""

    class Listening(loopback.Quiet):
        def handle(self) -> None:
            heard.append("somebody")

    with loopback.running(Listening) as address:
        yield address


@dataclass
class Probe:
    """Asks all the time whether the server lives, and notes how long that takes."""

    address: str
    waited: list[float] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    _done: Event = field(default_factory=Event)

    @contextmanager
    def running(self) -> Iterator[None]:
        thread = Thread(target=self._ask)
        thread.start()
        try:
            yield
        finally:
            self._done.set()
            thread.join()

    def _ask(self) -> None:
        while not self._done.wait(0.02):
            begun = time.perf_counter()
            status, _ = answered(self.address, Attack("", "/healthz"))
            self.waited.append(time.perf_counter() - begun)
            if status != 200:
                self.failed.append(status)

    @property
    def slowest(self) -> float:
        """What 99 of 100 requests did not wait for."""
        return sorted(self.waited)[int(len(self.waited) * 0.99)]


def connected(address: str) -> socket.socket:
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname or "", parts.port or 0), SOON)


def written(attack: Attack) -> bytes:
    length = {"content-length": str(len(attack.body))} if attack.body else {}
    headers = {"host": "localhost", "connection": "close"} | length | attack.headers
    head = [f"{attack.method} {attack.target} HTTP/1.1", *(f"{k}: {v}" for k, v in headers.items())]
    return "\r\n".join([*head, "", ""]).encode("utf-8", "replace") + attack.body


def answered(address: str, attack: Attack) -> tuple[int, bytes]:
    """Return the status and the whole answer; of a server that hangs up first it is 0."""
    return sent(address, written(attack))


def sent(address: str, request: bytes) -> tuple[int, bytes]:
    whole = bytearray()
    with connected(address) as connection:
        try:
            connection.sendall(request)
        except ConnectionError:
            whole.clear()  # it was refused before it was read; the answer may still be there
        try:
            while piece := connection.recv(1 << 16):
                whole += piece
        except ConnectionError:
            whole += b""
    words = bytes(whole[:20]).split()
    return int(words[1]) if len(words) > 1 else 0, bytes(whole)


@pytest.fixture(scope="module")
def whole(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--whole"))


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("mine") / "canary.ttl"
    file.write_text(f'<https://example.org/{CANARY}> <x:says> "{CANARY}" .', encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, whole: bool) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("store")
    file = folder / "graph.nt"
    lines = (f'<x:{n}> <x:p{n % 7}> "{n}" .\n' for n in range(3000 if whole else 500))
    file.write_text("".join(lines), encoding="utf-8")
    load_graph(folder / "store", [str(file)])
    with serving("-g", str(folder / "store"), "--processes", "2") as served:
        while len(children(served.process.pid)) < 2:
            assert served.process.poll() is None
        yield served


def test_whatever_is_sent_nothing_leaks_and_everything_stands(
    server: Served, canary: Path, whole: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    before, heard = children(server.process.pid), list[str]()
    probe = Probe(server.address)
    with ears(heard) as listener, probe.running(), ThreadPoolExecutor(8) as crowd:
        sending = [*attacks(listener, canary, whole=whole), *(endless() if whole else ())]
        answers = list(crowd.map(lambda one: answered(server.address, one), sending))
    pairs = list(zip(sending, answers, strict=True))
    wrong = [(one, status) for one, (status, _) in pairs if status not in one.statuses]
    assert [(one.threat, one.method, one.target[:80], s) for one, s in wrong] == []
    assert [one for one, (_, text) in pairs if CANARY.encode() in text] == []
    assert heard == []
    assert_unharmed(server, before)
    told = f"{len(sending)} attacks; 99 of 100 probes within {probe.slowest * 1000:.0f} ms"
    with capsys.disabled():
        sys.stdout.write(f" {told}\n")
    assert probe.failed == []
    assert not whole or probe.slowest < GENEROUS


def assert_unharmed(server: Served, before: tuple[int, ...]) -> None:
    """Assert that the same processes serve, answer, and have noted no fault of theirs."""
    assert children(server.process.pid) == before
    status, text = answered(server.address, QUESTION)
    assert status == 200
    assert b'"n"' in text
    log = server.said()
    assert CANARY not in log
    assert "Traceback" not in log
    assert "could not be answered" not in log
    assert "is replaced" not in log


def test_who_leaves_takes_the_query_along(server: Served) -> None:
    before = children(server.process.pid)
    for attack in endless():
        with connected(server.address) as connection:
            connection.sendall(written(attack))
            assert answered(server.address, Attack("", "/healthz"))[0] == 200
    assert_unharmed(server, before)


def test_the_slow_keep_nobody_waiting(server: Served, whole: bool) -> None:
    before = children(server.process.pid)
    with ExitStack() as slow:
        for number in range(200 if whole else 40):
            connection = slow.enter_context(connected(server.address))
            half = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * number
            length = b"POST /report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n{"
            connection.sendall(half if number % 2 else length)
        probe = Probe(server.address)
        with probe.running():
            assert_unharmed(server, before)
        assert probe.failed == []


HERE = "GET / HTTP/1.1\r\nHost: localhost\r\n"
POST = "POST /report HTTP/1.1\r\nHost: localhost\r\n"
JSON = "Content-Type: application/json\r\n"
LAST = "Connection: close\r\n"
ODD = {
    "no host": ("GET / HTTP/1.1\r\n\r\n", {400}),
    "two hosts": (f"{HERE}Host: evil\r\n\r\n", {400}),
    "a huge header": (f"{HERE}X: {'x' * (1 << 20)}", {400, 431}),
    "many headers": (HERE + "X: y\r\n" * 60_000, {400, 431}),
    "a long address": (f"GET /{'x' * (1 << 20)}", {400, 414, 431}),
    "two lengths": (f"{POST}Content-Length: 1\r\nContent-Length: 9\r\n\r\n", {400}),
    "length and chunks": (
        f"{POST}{LAST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{HERE}\r\n",
        {400, 415},
    ),
    "a bad chunk": (f"{POST}{JSON}Transfer-Encoding: chunked\r\n\r\nZZ\r\n", {400}),
    "a line folded": (f"{HERE}X: a\r\n b\r\n{LAST}\r\n", {200, 400}),
    "no protocol": ("\x16\x03\x01\x02\x00\x01\x00\x01\x7c\x03\x03\r\n\r\n", {400}),
    "another protocol": ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 404, 405}),
    "a proxy": (f"GET http://evil.example/ HTTP/1.1\r\nHost: evil\r\n{LAST}\r\n", {400, 404, 421}),
    "a huge body": (f"{POST}{JSON}Content-Length: 999999999999\r\n\r\n", {413}),
}
"""What is hardly a request, and the statuses that may answer it."""


@pytest.mark.parametrize("name", ODD)
def test_what_is_hardly_a_request_is_refused(server: Served, name: str) -> None:
    request, statuses = ODD[name]
    status, _ = sent(server.address, request.encode())
    assert status in statuses


def test_requests_behind_each_other_are_answered_in_order(server: Served) -> None:
    one = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    last = b"GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    _, text = sent(server.address, one * 50 + last)
    assert text.count(b"HTTP/1.1 200 ") == 50
    assert text.count(b"HTTP/1.1 404 ") == 1
