"""A server that is asked often takes no more than at first; `--whole` asks ten thousand times."""

from pathlib import Path

import httpx
import pytest

from tests.interfaces.web.served import children, serving

ADDRESSES = (
    "/healthz",
    "/",
    "/compare/https:%2F%2Fexample.org%2Fa/https:%2F%2Fexample.org%2Fb",
    "/compare/nobody/nothing",
    "/reconcile?query=One",
    "/sparql?query=ASK%20%7B%7D",
    "/sparql?query=nonsense",
    "/report?statement=x",
    "/static/nothing",
)
GRAPH = """@prefix x: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
x:a rdfs:label "One" ; x:born 1879 . x:b rdfs:label "Two" ; x:born 1880 ."""
OFTEN = 10_000
SELDOM = 180
MORE = 1.05


def taken(process: int) -> tuple[int, int, int]:
    """Return how many files, threads and pages of memory a process has."""
    place = Path(f"/proc/{process}")
    resident = int((place / "statm").read_text(encoding="ascii").split()[1])
    return len([*(place / "fd").iterdir()]), len([*(place / "task").iterdir()]), resident


def test_nothing_is_kept_of_what_is_over(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    often = OFTEN if request.config.getoption("--whole") else SELDOM
    with (
        serving("-g", str(file), "--processes", "1") as served,
        httpx.Client(base_url=served.address, timeout=60) as client,
    ):
        (process,) = children(served.process.pid)

        def ask(times: int) -> tuple[int, int, int]:
            for number in range(times):
                client.get(ADDRESSES[number % len(ADDRESSES)])
            return taken(process)

        ask(often // 2)
        files, threads, memory = ask(9)
        files_after, threads_after, memory_after = ask(often // 2)
    assert files_after <= files
    assert threads_after <= threads
    assert memory_after <= memory * MORE
