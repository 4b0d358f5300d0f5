import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import httpx
import pytest

from tertium.interfaces.cli.main import run
from tests.interfaces.web.served import Served, children, serving

Captured = pytest.CaptureFixture[str]
GRAPH = """@prefix x: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
x:a rdfs:label "One" ; x:knows x:b . x:b rdfs:label "Two" ."""
STORES = "tertium-serve-*"


@pytest.fixture
def graph(tmp_path: Path) -> str:
    path = tmp_path / "graph.ttl"
    path.write_text(GRAPH, encoding="utf-8")
    return str(path)


def until(true: Callable[[], bool]) -> None:
    """Wait until something holds, for half a minute at most."""
    for _ in range(600):
        if true():
            return
        Event().wait(0.05)
    pytest.fail("it does not come true")


def is_gone(process: int) -> bool:
    return not Path(f"/proc/{process}/cmdline").exists()


@contextmanager
def speaking(served: Served) -> Iterator[socket.socket]:
    parts = urlsplit(served.address)
    assert parts.hostname
    assert parts.port
    with socket.create_connection((parts.hostname, parts.port), 30) as connection:
        yield connection


def test_it_says_that_it_lives_and_is_ready(graph: str) -> None:
    with serving("-g", graph, "--processes", "1") as served:
        alive = httpx.get(f"{served.address}/healthz")
        assert (alive.status_code, alive.json()) == (200, {"status": "ok"})
        assert alive.headers["cache-control"] == "no-store"
        ready = httpx.get(f"{served.address}/readyz")
        assert (ready.status_code, ready.json()["status"]) == (200, "ok")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_well_when_it_is_told_to(graph: str, number: signal.Signals) -> None:
    with serving("-g", graph, "--processes", "1") as served:
        begun = children(served.process.pid)
        assert len(list(served.log.parent.glob(STORES))) == 1
        assert served.stop(number) == 0
        assert all(map(is_gone, begun))
        assert list(served.log.parent.glob(STORES)) == []
        assert served.said() == ""


def test_what_was_begun_is_ended_first(graph: str) -> None:
    body = b"queries=%7B%7D"
    head = f"POST /reconcile HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    with serving("-g", graph, "--processes", "1") as served, speaking(served) as connection:
        connection.sendall(f"{head}{kind}".encode() + body[:1])
        assert httpx.get(f"{served.address}/healthz").status_code == 200
        served.process.terminate()
        until(lambda: not answers(served))
        connection.sendall(body[1:])
        assert connection.recv(2**16).startswith(b"HTTP/1.1 200 ")
        assert served.process.wait(30) == 0


def answers(served: Served) -> bool:
    try:
        return httpx.get(f"{served.address}/healthz").is_success
    except httpx.TransportError:
        return False


def test_when_it_is_killed_nothing_is_left(graph: str) -> None:
    with serving("-g", graph) as served:
        begun = children(served.process.pid)
        assert served.stop(signal.SIGKILL) == -signal.SIGKILL
        until(lambda: all(map(is_gone, begun)))
        assert list(served.log.parent.glob(STORES)) == []


def test_a_process_that_dies_is_replaced(graph: str) -> None:
    with serving("-g", graph, "--processes", "1") as served:
        (begun,) = children(served.process.pid)
        os.kill(begun, signal.SIGKILL)
        until(lambda: is_gone(begun))
        assert httpx.get(f"{served.address}/healthz", timeout=30).status_code == 200
        assert children(served.process.pid) != (begun,)
        assert served.stop() == 0
        assert "is replaced" in served.said()


def test_each_request_has_a_line_without_what_was_asked(graph: str) -> None:
    with serving("-g", graph, "--processes", "1") as served:
        answer = httpx.get(f"{served.address}/nothing%0A%1B[31m?query=secret")
        assert served.stop() == 0
        (line,) = served.said().splitlines()
    noted = json.loads(line)
    assert noted["path"] == "/nothing\n\x1b[31m"
    assert noted["status"] == 404
    assert noted["request"] == answer.headers["x-request-id"]
    assert "secret" not in line
    assert "127.0.0.1" not in line


def test_what_was_asked_is_noted_only_if_wished(graph: str) -> None:
    options = ("--log-queries", "--log-format", "text")
    with serving("-g", graph, "--processes", "1", *options) as served:
        httpx.get(f"{served.address}/nothing%0A%1B[31m?query=secret")
        httpx.post(f"{served.address}/reconcile", data={"queries": "hidden\x1b"})
        assert served.stop() == 0
        first, second = served.said().splitlines()
    assert "query=secret" in first
    assert "hidden" in second
    assert "\x1b" not in first + second


def test_a_place_that_is_taken_is_told(graph: str, capsys: Captured) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert run(["serve", "-g", graph, "--port", port]) == 2
    assert capsys.readouterr().err == (
        f"tertium: parameter '--port': 127.0.0.1:{port}: Address already in use\n"
    )


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--address", "example.org"], 2, "https://example.org"),
        (["--frame-site", "javascript:alert(1)"], 2, "https://example.org"),
        (["--host", "::"], 2, "--allow-host"),
        (["--log-format", "xml"], 2, "json, text"),
        (["--token-file", "/dev/null"], 2, "store directory"),
        (["-g", "bundled", "-g", "https://example.org/sparql"], 2, "alone"),
        (["-g", "/nowhere"], 5, "/nowhere"),
        (["--host", "256.0.0.1"], 2, "256.0.0.1"),
    ],
)
def test_what_cannot_be_served_is_told(
    options: list[str], code: int, told: str, capsys: Captured
) -> None:
    assert run(["serve", "--port", "0", *options]) == code
    assert told in capsys.readouterr().err


def test_a_malformed_file_is_told_with_its_line(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "bad.ttl"
    file.write_text("<a> <b>", encoding="utf-8")
    assert run(["serve", "--port", "0", "-g", str(file)]) == 4
    assert "bad.ttl:1" in capsys.readouterr().err
