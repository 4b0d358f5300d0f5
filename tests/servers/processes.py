"""Real SPARQL servers on this machine, alive as long as a block; none outlives the tests."""

import shutil
import socket
import subprocess
import sysconfig
from collections.abc import Callable, Iterator, Sequence
from configparser import ConfigParser
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

__all__ = [
    "Server",
    "ServerMissingError",
    "oxigraph",
    "oxigraph_over",
    "rdflib_endpoint",
    "served",
    "virtuoso",
]

_HERE = Path(__file__).parent
_HOST = "127.0.0.1"
_PATIENCE = 40
_TRIES = 3
_ANEW = 2
_GRAPH = "http://example.org/graph"

Command = Callable[[int], Sequence[str]]


class ServerMissingError(Exception):
    """A server is not installed, or does not start."""


class Server:
    """A server which is started when it is needed, and anew if it has fallen silent."""

    def __init__(self, name: str, start: Callable[[], AbstractContextManager[str]]) -> None:
        """Keep what it is called, and how it is started."""
        self.name = name
        self._start = start
        self._running = ExitStack()
        self._addresses: list[str] = []

    def address(self) -> str:
        """Return where it answers.

        Raises:
            ServerMissingError: when it cannot be started, or falls silent again and again.

        """
        if not self._addresses or not _is_awake(self._addresses[-1]):
            self.close()
            if len(self._addresses) > _ANEW:
                problem = "the server falls silent again and again"
                raise ServerMissingError(problem)
            self._addresses.append(self._running.enter_context(self._start()))
        return self._addresses[-1]

    def close(self) -> None:
        """End it."""
        self._running.close()


@contextmanager
def oxigraph(triples: Path, folder: Path) -> Iterator[str]:
    """Yield the address of Oxigraph's own server, with the triples of a file."""
    program = _program("oxigraph", "pip install oxigraph")
    place = folder / "oxigraph"
    _run([program, "load", "--location", str(place), "--file", str(triples)], folder)
    with oxigraph_over(place, folder) as url:
        yield url


@contextmanager
def oxigraph_over(place: Path, folder: Path) -> Iterator[str]:
    """Yield the address of Oxigraph's own server over a store that is there."""
    program = _program("oxigraph", "pip install oxigraph")
    command = [program, "serve-read-only", "--location", str(place), "--bind"]
    with served(lambda port: [*command, f"{_HOST}:{port}"], folder, path="/query") as url:
        yield url


@contextmanager
def rdflib_endpoint(triples: Path, folder: Path) -> Iterator[str]:
    """Yield the address of rdflib-endpoint, with the triples of a file."""
    program = _program("rdflib-endpoint", "pip install rdflib-endpoint[cli]")
    command = [program, "serve", str(triples), "--host", _HOST, "--port"]
    with served(lambda port: [*command, str(port)], folder, path="/") as url:
        yield url


@contextmanager
def virtuoso(triples: Path, folder: Path) -> Iterator[str]:
    """Yield the address of Virtuoso, with the triples of a file."""
    program = _program("virtuoso-t", "apt-get install virtuoso-opensource-7-bin")
    isql = _program("isql-vt", "apt-get install virtuoso-opensource-7-bin")
    settings = ConfigParser()
    settings.read(_HERE / "virtuoso.ini")

    def command(port: int) -> Sequence[str]:
        settings["HTTPServer"]["ServerPort"] = f"{_HOST}:{port}"
        settings["Parameters"]["ServerPort"] = f"{_HOST}:{_free_port()}"
        with (folder / "virtuoso.ini").open("w", encoding="utf-8") as file:
            settings.write(file)
        return [program, "+foreground", "+configfile", "virtuoso.ini"]

    shutil.copy(triples, folder / "graph.nt")
    with served(command, folder, path="/sparql") as url:
        load = f"DB.DBA.TTLP(file_to_string_output('graph.nt'), '', '{_GRAPH}')"
        _run([isql, settings["Parameters"]["ServerPort"], "dba", "dba", f"EXEC={load}"], folder)
        # it keeps every triple in some named graph: the one of ours is the graph, and no other is
        yield f"{url}?default-graph-uri={_GRAPH}&named-graph-uri=urn:none"


@contextmanager
def served(command: Command, folder: Path, *, path: str) -> Iterator[str]:
    """Yield the address of a server once it answers, at a port that nobody else has."""
    for _ in range(_TRIES):
        port = _free_port()
        with _process(command(port), folder) as process:
            if _answers(port, path, process):
                yield f"http://{_HOST}:{port}{path}"
                return
    raise ServerMissingError(_log(folder))


@contextmanager
def _process(command: Sequence[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Yield a process that ends with the block, and where Linux can see to it, with ours."""
    leash = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen([*leash, *command], cwd=folder, stdout=log, stderr=log)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _is_awake(url: str) -> bool:
    parts = urlsplit(url)
    with (
        closing(HTTPConnection(_HOST, parts.port or 80, timeout=5)) as connection,
        suppress(OSError, HTTPException),
    ):
        connection.request("GET", f"{parts.path}?query=ASK%7B%7D")
        return connection.getresponse().status == HTTPStatus.OK
    return False


def _answers(port: int, path: str, process: subprocess.Popen[bytes]) -> bool:
    until = monotonic() + _PATIENCE
    while process.poll() is None and monotonic() < until:
        with closing(HTTPConnection(_HOST, port, timeout=5)) as connection, suppress(OSError):
            connection.request("GET", f"{path}?query=ASK%7B%7D")
            return connection.getresponse().status == HTTPStatus.OK
        sleep(0.05)
    return False


def _run(command: Sequence[str], folder: Path) -> None:
    with (folder / "log").open("ab") as log:
        done = subprocess.run(
            command, cwd=folder, stdout=log, stderr=log, timeout=_PATIENCE, check=False
        )
    if done.returncode:
        raise ServerMissingError(_log(folder))


def _program(name: str, how: str) -> str:
    """Return where a program is: among those of this Python, or on the path."""
    beside = shutil.which(name, path=sysconfig.get_path("scripts"))
    found = beside or shutil.which(name)
    if found is None:
        problem = f"{name} is not installed: {how}"
        raise ServerMissingError(problem)
    return found


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind((_HOST, 0))
        port: int = bound.getsockname()[1]
        return port


def _log(folder: Path) -> str:
    log = (folder / "log").read_text("utf-8", "replace").splitlines()
    return "the server does not start: " + " | ".join(log[-3:])
