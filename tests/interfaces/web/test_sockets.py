"""What no well-behaved client sends, through real sockets, while others are answered."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.interfaces.web.served import serving

HOST = b"Host: 127.0.0.1\r\n"
END = b"Connection: close\r\n\r\n"
ODD = {
    b"GET / HTTP/1.1\r\n" + END: {400},
    b"GET / HTTP/1.1\r\n" + HOST + HOST + END: {400},
    b"GET / HTTP/1.1\r\nHost: evil.example\r\n" + END: {421},
    b"GET http://evil.example/ HTTP/1.1\r\n" + HOST + END: {400, 404},
    b"GET http://127.0.0.1/../etc/passwd HTTP/1.1\r\n" + HOST + END: {400, 404},
    b"GET //evil.example/%2e%2e HTTP/1.1\r\n" + HOST + END: {404},
    b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n" + HOST + END: {404},
    b"GET /static/../../settings.py HTTP/1.1\r\n" + HOST + END: {404},
    b"GET /a\x00b HTTP/1.1\r\n" + HOST + END: {400, 404},
    b"GET / HTTP/9.9\r\n" + HOST + END: {200, 400, 505},
    b"GET /\r\n\r\n": {400},
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n": {400},
    b"TRACE / HTTP/1.1\r\n" + HOST + END: {405},
    b"CONNECT evil.example:80 HTTP/1.1\r\n" + HOST + END: {400, 404, 405},
    b"DELETE /entity/ex:ada HTTP/1.1\r\n" + HOST + END: {405},
    b"PUT / HTTP/1.1\r\n" + HOST + END: {405},
    b"OPTIONS * HTTP/1.1\r\n" + HOST + END: {400, 404},
    b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 70_000 + b"\r\n" + END: {400, 431},
    b"GET / HTTP/1.1\r\n" + HOST + b"A: b\r\n" * 9000 + END: {400, 431},
    b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n" + HOST + END: {400, 414},
    b"GET / HTTP/1.1\r\n" + HOST + b"A: b\r\n c: d\r\n" + END: {200, 400},
    b"GET / HTTP/1.1\r\n" + HOST + b"A b: c\r\n" + END: {400},
    b"POST /api/verify HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n" + END: {400},
    b"POST /api/verify HTTP/1.1\r\n" + HOST + b"Content-Length: 99999999\r\n" + END: {413},
    b"POST /api/verify HTTP/1.1\r\n"
    + HOST
    + b"Content-Length: 1\r\nContent-Length: 2\r\n"
    + END
    + b"a": {400},
    b"POST /reconcile HTTP/1.1\r\n" + HOST + b"Content-Length: 2000000\r\n" + END: {413},
    b"POST /reconcile HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n" + END + b"zz\r\n": {
        400
    },
    b"POST /reconcile HTTP/1.1\r\n"
    + HOST
    + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n"
    + END
    + b"0\r\n\r\n": {400},
    b"POST /reconcile HTTP/1.1\r\n"
    + HOST
    + b"Transfer-Encoding: chunked, identity\r\n"
    + END
    + b"0\r\n\r\n": {400, 501},
    b"POST /reconcile HTTP/1.1\r\n" + HOST + b"Content-Type: text/plain\r\n" + END: {400, 415},
    b"GET / HTTP/1.1\r\n" + HOST + b"Upgrade: websocket\r\nConnection: Upgrade\r\n" + END: {
        200,
        400,
        403,
        426,
    },
}


@pytest.fixture(scope="module")
def address(graph_file: Path) -> Iterator[str]:
    with serving("-g", str(graph_file), "--processes", "1") as served:
        yield served.address


def connected(address: str) -> socket.socket:
    place = urlsplit(address)
    assert place.hostname is not None
    return socket.create_connection((place.hostname, place.port or 80), timeout=20)


def told(address: str, request: bytes) -> bytes:
    with connected(address) as connection:
        connection.sendall(request)
        parts = []
        try:
            while part := connection.recv(65536):
                parts.append(part)
        except ConnectionResetError:  # what was not read of the request is thrown away
            pass
        return b"".join(parts)


@pytest.mark.parametrize("request_", ODD, ids=lambda one: repr(one[:40]))
def test_an_odd_request_is_refused(address: str, request_: bytes) -> None:
    answer = told(address, request_)
    assert int(answer.split(b" ", 2)[1]) in ODD[request_]
    assert b"root:" not in answer
    assert b"Traceback" not in answer
    assert b"site-packages" not in answer
    assert b"evil.example" not in answer


def test_two_requests_at_once_are_answered_in_turn(address: str) -> None:
    one = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
    answer = told(address, one + b"GET /nothing HTTP/1.1\r\n" + HOST + END)
    assert answer.count(b"HTTP/1.1 ") == 2
    assert answer.index(b" 200 ") < answer.index(b" 404 ")


def test_those_who_dawdle_keep_nobody_waiting(address: str) -> None:
    slow = (
        b"GET / HTTP/1.1\r\nHost: 127",
        b"",
        b"POST /api/verify HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\n"
        b"Content-Length: 100\r\n\r\n{",
        b"GET /compare/ex:ada/ex:bab HTTP/1.1\r\n" + HOST + b"\r\n",
    )
    with ExitStack() as stack:
        for number in range(200):
            stack.enter_context(connected(address)).sendall(slow[number % 4])
        for _ in range(10):
            answer = httpx.get(f"{address}/healthz", timeout=10)
            assert answer.status_code == httpx.codes.OK
            assert httpx.get(f"{address}/entity/ex:ada.json").status_code == httpx.codes.OK
