import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from tertium.interfaces.web.serving.patience import Patient

HUGE = b"x" * (32 << 20)
GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"


class Hasty(Patient):
    head = 0.2
    body = 0.2
    reading = 0.2


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer once the whole body is there; at /huge with very much, at /begun before."""
    if scope["type"] != "http":
        return
    headers = [(b"content-length", str(len(HUGE) if scope["path"] == "/huge" else 2).encode())]
    start = {"type": "http.response.start", "status": 200, "headers": headers}
    if scope["path"] == "/begun":
        await send(start)
    message = await receive()
    while message.get("more_body", False):
        message = await receive()
    if message["type"] == "http.disconnect":
        return
    if scope["path"] != "/begun":
        await send(start)
    body = HUGE if scope["path"] == "/huge" else b"ok"
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def server() -> Iterator[uvicorn.Server]:
    config = uvicorn.Config(
        echo, http=Hasty, ws="none", lifespan="off", log_level="critical", timeout_keep_alive=1
    )
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=lambda: asyncio.run(server.serve([listener])))
        thread.start()
        server.config.port = listener.getsockname()[1]
        yield server
        server.should_exit = True
        thread.join()


@pytest.fixture
def port(server: uvicorn.Server) -> int:
    return server.config.port


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), 30) as connection:
        yield connection


def rest(connection: socket.socket) -> bytes:
    """Return all that comes until the server hangs up."""
    whole = b""
    try:
        while piece := connection.recv(1 << 20):
            whole += piece
    except ConnectionResetError:
        return whole
    return whole


@pytest.mark.parametrize("said", [b"", b"GET", GET])
def test_who_says_nothing_is_not_waited_for(port: int, said: bytes) -> None:
    with connected(port) as connection:
        connection.sendall(said)
        assert rest(connection).startswith(b"HTTP/1.1 408 ")


def test_who_brings_half_a_body_is_not_waited_for(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(POST + b"half")
        assert rest(connection).startswith(b"HTTP/1.1 408 ")


def test_an_answer_that_has_begun_is_broken_off(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(POST.replace(b"/", b"/begun", 1) + b"half")
        answer = rest(connection)
    assert b" 408 " not in answer
    assert not answer.endswith(b"ok")


def test_who_says_half_of_the_next_request_is_not_waited_for(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(GET + b"\r\n")
        answer = connection.recv(1 << 16)
        connection.sendall(GET)
        answer += rest(connection)
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.count(b"HTTP/1.1 ") == 2
    assert b" 408 " in answer


def test_who_takes_nothing_of_an_answer_is_left(port: int, server: uvicorn.Server) -> None:
    with connected(port) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(GET.replace(b"/", b"/huge", 1) + b"\r\n")
        for _ in range(100):
            with connected(port) as other:
                other.sendall(POST + b"half")
                assert rest(other).startswith(b"HTTP/1.1 408 ")
            if not server.server_state.connections:
                return
    pytest.fail("the connection is still there")


def test_who_takes_all_of_it_gets_all_of_it(port: int) -> None:
    with connected(port) as connection:
        connection.sendall(GET.replace(b"/", b"/huge", 1) + b"Connection: close\r\n\r\n")
        assert rest(connection).endswith(HUGE[:100])


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"nonsense\r\n\r\n", b"400"),
        (GET + b"X: " + b"x" * (1 << 20), b"431"),
    ],
)
def test_what_is_no_request_is_told_why(port: int, request_: bytes, status: bytes) -> None:
    with connected(port) as connection:
        try:
            connection.sendall(request_)
        except ConnectionError:
            request_ = b""  # it was refused before it was whole
        answer = rest(connection)
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert b"application/problem+json" in answer
