"""The site under load, and its SPARQL endpoint beside those of others.

Run `python -m benchmarks.web [--graph STORE]`; it prints tables and rewrites
benchmarks/web.md. Servers are asked in turns in one run: trust ratios, not times. Needs wrk.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir
from time import perf_counter
from typing import Final

import httpx
from tests.servers.processes import oxigraph_over, rdflib_endpoint, served

from benchmarks.circumstances import circumstances
from benchmarks.contests import nearest_rank
from benchmarks.graphs import SHARED, Graph, graph_of
from benchmarks.loads import load
from benchmarks.pairs import pairs_of

__all__ = ["main"]

TABLE: Final = Path(__file__).with_suffix(".md")
WARM_UP: Final = 20
ROUNDS: Final = 7
QUERIES: Final = Path(__file__).parent / "queries"
RESULTS: Final = "application/sparql-results+json"


def main() -> None:
    """Measure, print and keep the tables."""
    chosen = _arguments()
    chosen.work.mkdir(parents=True, exist_ok=True)
    graph, small = (graph_of(one, chosen.work) for one in (chosen.graph, chosen.small))
    parts = ["# The site under load", circumstances(chosen.date)]
    with ours(graph, chosen.work) as site:
        parts += [_pages(graph, site, chosen.pairs), _cached(graph, site)]
        with oxigraph_over(graph.triples, chosen.work) as other:
            parts += [_queries(graph, {"Tertium": f"{site}/sparql", "Oxigraph": other})]
    with ExitStack() as stack:
        site = stack.enter_context(ours(small, chosen.work))
        triples = small.file or chosen.small
        rdflib = stack.enter_context(rdflib_endpoint(triples, chosen.work))
        parts += [_queries(small, {"Tertium": f"{site}/sparql", "rdflib-endpoint": rdflib})]
    text = "\n\n".join(parts) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    work = Path(gettempdir()) / "tertium-benchmarks"
    add("--work", type=Path, default=work, help="where files are unpacked and loaded, and kept")
    add("--date", default=str(datetime.now(UTC).date()), help="the day, for the record")
    add("--graph", type=Path, default=SHARED / "wikidata-subset.nt.xz", help="a file or store")
    add("--small", type=Path, default=SHARED / "nomisma.nt.xz", help="a file that rdflib can read")
    add("--pairs", type=int, default=200)
    add("--output", type=Path, default=TABLE)
    return parser.parse_args()


@contextmanager
def ours(graph: Graph, folder: Path) -> Iterator[str]:
    """Serve a graph by the command, with two processes, and yield the address."""
    command = [sys.executable, "-m", "tertium", "serve", "-q", "-g", str(graph.directory)]
    with served(
        lambda port: [*command, "--processes", "2", "--port", str(port)], folder, path="/healthz"
    ) as url:
        yield url.removesuffix("/healthz")


def _pages(graph: Graph, site: str, count: int) -> str:
    """Return how long pages take that nobody asked for before, one after another."""
    pairs = pairs_of(graph.store(), count + WARM_UP)
    times: list[float] = []
    with httpx.Client(base_url=site, timeout=60) as client:
        for pair in pairs:
            asked = client.get("/compare", params=dict(zip("ab", pair, strict=True)))
            start = perf_counter()
            client.get(asked.headers["location"]).raise_for_status()
            times.append((perf_counter() - start) * 1e3)
    times = sorted(times[WARM_UP:])
    p50, p95, p99 = (nearest_rank(times, share) for share in (0.5, 0.95, 0.99))
    return "\n".join(
        (
            f"## Pages not asked for before: {graph.name}, {graph.size:,} triples",
            f"{count} pairs of the same class, each with all its panels.\n",
            "| p50 ms | p95 ms | p99 ms |",
            "|---|---|---|",
            f"| {p50:.0f} | {p95:.0f} | {p99:.0f} |",
        )
    )


def _cached(graph: Graph, site: str) -> str:
    """Return what happens when one page is asked for again and again."""
    pair, *_ = pairs_of(graph.store(), WARM_UP, seed=2)
    with httpx.Client(base_url=site, timeout=60, follow_redirects=True) as client:
        address = str(client.get("/compare", params=dict(zip("ab", pair, strict=True))).url)
    load(address, seconds=2, accept="text/html")  # until each process has it
    rows = [
        f"| {accept} | {found.rate:.0f} | {found.p50:.1f} | {found.p95:.1f} | {found.p99:.1f} "
        f"| {found.failed} |"
        for accept in ("text/html", "application/json")
        for found in (load(address, accept=accept),)
    ]
    head = "| form | requests/s | p50 ms | p95 ms | p99 ms | failed |"
    title = "## One page again and again: wrk, 8 connections, 10 s"
    return "\n".join((title, "", head, "|---|---|---|---|---|---|", *rows))


def _queries(graph: Graph, servers: Mapping[str, str]) -> str:
    """Return how long the same queries take at several servers, the first of which is ours."""
    title = f"## The same queries: {graph.name}, {graph.size:,} triples"
    names = list(servers)
    head = f"| query | rows | {' | '.join(f'{name} ms' for name in names)} | ratio |"
    rows = [_row(path, servers) for path in sorted(QUERIES.glob("*.rq"))]
    return "\n".join((title, "", head, "|---" * (len(names) + 3) + "|", *rows))


def _row(path: Path, servers: Mapping[str, str]) -> str:
    sparql = path.read_text(encoding="utf-8")
    times: dict[str, list[float]] = {name: [] for name in servers}
    counts: set[int] = set()
    with httpx.Client(timeout=120, headers={"Accept": RESULTS}) as client:
        for turn in range(ROUNDS):
            for name in _in_turn(list(servers), turn):
                start = perf_counter()
                answer = client.post(servers[name], data={"query": sparql})
                answer.raise_for_status()
                times[name].append((perf_counter() - start) * 1e3)
                counts.add(len(answer.json()["results"]["bindings"]))
    if len(counts) != 1:
        msg = f"{path.stem}: the servers answer {sorted(counts)} rows"
        raise ValueError(msg)
    best = {name: nearest_rank(sorted(found[1:]), 0.5) for name, found in times.items()}
    first, second = best.values()
    cells = " | ".join(f"{value:.1f}" for value in best.values())
    return f"| {path.stem} | {min(counts):,} | {cells} | {first / second:.2f} |"


def _in_turn(names: Sequence[str], turn: int) -> Sequence[str]:
    return names if turn % 2 else names[::-1]


if __name__ == "__main__":
    main()
