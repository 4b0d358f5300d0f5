import gzip
import socket
import struct
import threading
from collections.abc import Callable
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tertium.errors import BusyError, SourceUnavailableError
from tertium.fetch.manners import Manners
from tertium.fetch.request import Request
from tests.fetch.serving import JSON, FakeTime, fetcher, json, problem_of, serve, started
from tests.store.serving import Reply

OTHER_YEAR = 1_700_000_000

Behaviour = Callable[[BaseHTTPRequestHandler, bytes], None]


def behaving(behaviour: Behaviour, body: str = '{"a": 1}') -> Reply:
    return Reply(body=body, behaving=behaviour)


def reset(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    started(handler, "Content-Length: 99")
    handler.wfile.flush()
    linger = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    handler.connection.shutdown(socket.SHUT_RD)
    handler.close_connection = True
    handler.connection.close()


def hung_up(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    """Say nothing."""
    handler.close_connection = True


def babbling(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")


def until_the_end(handler: BaseHTTPRequestHandler, body: bytes) -> None:
    started(handler)
    handler.wfile.write(body)


def endless(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    started(handler)
    while True:
        handler.wfile.write(b" " * 2**20)


def packed(body: bytes, packing: str = "gzip") -> Reply:
    return Reply(body=body, kind=JSON, headers={"Content-Encoding": packing})


def sent_as(kind: str) -> Reply:
    return Reply(body='{"a": 1}', kind=kind)


def busy(status: int = 429, **headers: str) -> Reply:
    return Reply(status=status, headers={k.replace("_", "-"): v for k, v in headers.items()})


WHOLE = {
    "gzip": packed(gzip.compress(b'{"a": 1}')),
    "x-gzip": packed(gzip.compress(b'{"a": 1}'), "x-gzip"),
    "identity": packed(b'{"a": 1}', "identity"),
    "utf-8": sent_as("application/json; charset=UTF-8"),
    "until the end": behaving(until_the_end),
    "a mark at the beginning": json('\ufeff{"a": 1}'),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_answer_is_taken(tmp_path: Path, name: str) -> None:
    with serve(WHOLE[name]) as server, fetcher(tmp_path) as asks:
        assert asks.get(server.url).endswith(b'{"a": 1}')


BAD = {
    "html": (sent_as("text/html"), "it sent text/html, not application/json"),
    "no type": (sent_as(""), "it sent something, not"),
    "latin-1": (sent_as(f"{JSON}; charset=latin-1"), "in latin-1, not UTF-8"),
    "half": (json('{"a": '), "no JSON, or not all of it"),
    "half, until the end": (behaving(until_the_end, '{"a": '), "no JSON"),
    "too short": (Reply(body="{}", kind=JSON, missing=9), "incomplete|complete"),
    "nan": (json('{"a": NaN}'), "NaN, which is no JSON"),
    "deep": (json("[" * 99_999), "no JSON"),
    "no utf-8": (Reply(body=b'"\xff"', kind=JSON), "no JSON"),
    "no gzip": (packed(b"never packed"), "no gzip"),
    "half a gzip": (packed(gzip.compress(b'{"a": 1}')[:-9]), "breaks off"),
    "two gzips": (packed(gzip.compress(b"1") * 2), "breaks off"),
    "a bomb": (packed(gzip.compress(b" " * 2**24)), "larger than 1,048,576 bytes"),
    "br": (packed(b"?", "br"), "packed by br"),
    "endless": (behaving(endless), "larger than"),
    "no http": (behaving(babbling), "illegal"),
    "401": (Reply(status=401), "HTTP 401 Unauthorized"),
    "500": (Reply(status=500), "HTTP 500 Internal Server Error"),
    "204": (Reply(status=204), "HTTP 204"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_as_it_should_be_is_an_error_at_once(tmp_path: Path, name: str) -> None:
    reply, problem = BAD[name]
    manners = Manners(size=2**20)
    with serve(reply) as server, fetcher(tmp_path, manners=manners) as asks:
        with pytest.raises(SourceUnavailableError, match=problem):
            asks.get(server.url)
        assert asks.asked == 1


def until(moment: float) -> Reply:
    """Ask to be left alone until a moment, by a clock of another year."""
    dates = formatdate(OTHER_YEAR), formatdate(moment)
    lines = "HTTP/1.1 429 Busy\r\nDate: {}\r\nRetry-After: {}\r\nContent-Length: 0\r\n\r\n"

    def behave(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.wfile.write(lines.format(*dates).encode())

    return behaving(behave)


AGAIN = {
    "for some seconds": (busy(Retry_After="7"), 7),
    "until a date": (until(OTHER_YEAR + 9), 9),
    "until a date gone by": (until(OTHER_YEAR - 9), None),
    "until some day": (busy(Retry_After="Someday"), 1),
    "until a day there is not": (busy(Retry_After="Sat, 99 Jan 99999999999 00:00:00 GMT"), 1),
    "for minus three seconds": (busy(Retry_After="-3"), 1),
    "without a word": (busy(), 1),
    "503": (busy(503), 1),
    "reset": (behaving(reset), 1),
    "hung up": (behaving(hung_up), 1),
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_busy_server_is_asked_again(tmp_path: Path, name: str) -> None:
    reply, nap = AGAIN[name]
    time = FakeTime()
    with serve(reply, json()) as server, fetcher(tmp_path, time=time) as asks:
        assert asks.get(server.url) == b'{"a": 1}'
        assert asks.asked == 2
    assert time.naps == ([] if nap is None else [nap])


def test_an_answer_may_say_that_the_server_is_busy(tmp_path: Path) -> None:
    said: list[bytes] = []

    def check(body: bytes) -> None:
        said.append(body)
        if len(said) == 1:
            raise BusyError(str(body), "it lags behind")

    time = FakeTime()
    with serve(json(Retry_After="5")) as server, fetcher(tmp_path, time=time) as asks:
        asks.fetch(Request(url=server.url, check=check))
        assert asks.asked == 2
    assert time.naps == [5]


def test_a_slow_drip_is_given_up(tmp_path: Path) -> None:
    time = FakeTime()

    def drip(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        started(handler)
        time.passed += 61
        handler.wfile.write(body)

    with serve(behaving(drip)) as server, fetcher(tmp_path, time=time) as asks:
        problem = problem_of(asks, server.url)
    assert "no answer within 60 s" in problem


def test_silence_is_given_up(tmp_path: Path) -> None:
    over = threading.Event()

    def silent(_: BaseHTTPRequestHandler, __: bytes) -> None:
        over.wait()

    manners = Manners(seconds=0.05)
    with serve(behaving(silent)) as server, fetcher(tmp_path, manners=manners) as asks:
        with pytest.raises(SourceUnavailableError, match=r"no answer within 0\.05 s"):
            asks.get(server.url)
        over.set()


def test_a_header_that_never_ends_is_given_up(tmp_path: Path) -> None:
    over = threading.Event()

    def trickle(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not over.wait(0.01):
            handler.wfile.write(b"A: b\r\n")

    manners = Manners(seconds=0.5)
    with serve(behaving(trickle), json()) as server, fetcher(tmp_path, manners=manners) as asks:
        with pytest.raises(SourceUnavailableError, match=r"no answer within 0\.5 s"):
            asks.get(server.url)
        over.set()
        assert asks.get(server.url) == b'{"a": 1}'
