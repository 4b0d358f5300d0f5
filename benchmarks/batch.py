"""Many pages: how fast `tertium batch` makes them, in how much memory, and beside a plain script.

Run `python -m benchmarks.batch --store STORE`; it prints tables and rewrites benchmarks/batch.md.
Pairs are all those of some things of a class, drawn by a seed. With `--larger STORE`, the same
pairs of the small graph are made of that one, too; the cost of a page should not grow with the
graph. With `--source FILE`, the script reads the file of the store, which takes long.
"""

import argparse
import csv
import random
import tempfile
import time
from collections.abc import Iterable, Sequence
from itertools import combinations, islice
from pathlib import Path

import pyoxigraph as ox
import rdflib
import zstandard

from benchmarks.graphs import SHARED, TERTIUM, Graph, graph_of
from benchmarks.peers.rdflib_script import Counting, compare
from benchmarks.processes import Run, run

TABLE = Path(__file__).with_suffix(".md")
SMALL = SHARED / "politicians.ttl"
HUMAN = ox.NamedNode("http://www.wikidata.org/entity/Q5")
KIND = ox.NamedNode("http://www.wikidata.org/prop/direct/P31")
PROMISE = 100.0
"""Seconds for ten thousand pages, on two cores."""
ROOM = 2 << 30
TIMES = 25
FLAT = 1.3
Pair = tuple[str, str]


def main() -> None:
    """Measure, print and keep the tables."""
    chosen = _arguments()
    chosen.work.mkdir(parents=True, exist_ok=True)
    small, store = graph_of(SMALL, chosen.work), graph_of(chosen.store, chosen.work)
    larger = [graph_of(one, chosen.work) for one in chosen.larger]
    sections = [
        _throughput(store, chosen),
        _peer(small, SMALL, chosen),
        *([_peer(store, chosen.source, chosen)] if chosen.source else []),
        _flatness([small, store, *larger], chosen),
    ]
    text = "# Many pages\n\n" + "\n\n".join(sections) + "\n"
    TABLE.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--store", type=Path, required=True, help="a store directory, or a file to be loaded")
    add("--larger", type=Path, action="append", default=[], help="another one; may be repeated")
    add("--source", type=Path, help="the file that the store was loaded from, for the script")
    add("--pages", type=int, default=10_000)
    add("--same", type=int, default=1000, help="how many pages are made of each graph")
    add("--script", type=int, default=30, help="how many pages the script makes")
    add("--seed", type=int, default=8)
    add("--work", type=Path, default=Path(tempfile.gettempdir()) / "tertium-benchmarks")
    return parser.parse_args()


def _throughput(graph: Graph, chosen: argparse.Namespace) -> str:
    """Return how long all pages of the store take, with their site and without."""
    pairs = _pairs(_members(graph), chosen.pages, seed=chosen.seed)
    lines = [
        f"## {graph.name}: {graph.size:,} triples, {len(pairs):,} pages\n",
        "| made | seconds | pages/s | CPU ms a page | memory MiB | kB of JSON a page |",
        "|---|---|---|---|---|---|",
    ]
    for name, forms in (("JSON Lines", ()), ("JSON Lines and a site", ("--site",))):
        taken, size = _batch(graph, pairs, forms, chosen.work)
        lines.append(
            f"| {name} | {taken.seconds:.1f} | {len(pairs) / taken.seconds:.1f} "
            f"| {1000 * taken.cpu / len(pairs):.1f} | {taken.peak >> 20:,} | {size:.0f} |"
        )
    wanted = f"{PROMISE:.0f} s for 10,000 pages (JSON and HTML) and {ROOM >> 20:,} MiB"
    return "\n".join([*lines, "", f"Promised: {wanted}, on 2 cores."])


def _peer(graph: Graph, file: Path, chosen: argparse.Namespace) -> str:
    """Return how the script does beside a batch of the same pairs; it tells rows, not prose."""
    pairs = _pairs(_members(graph), chosen.script, seed=chosen.seed)
    triples = rdflib.Graph().parse(file, format="nt" if file.suffix == ".nt" else "turtle")
    scripts = {one: _script(triples, pairs, one) for one in (Counting.VALUES, Counting.ALL)}
    many = _pairs(_members(graph), chosen.same, seed=chosen.seed)
    taken, _ = _batch(graph, many, (), chosen.work)
    ours = taken.seconds / len(many)
    lines = [
        f"## {graph.name}: beside a script with rdflib and SPARQL\n",
        "| who | pages | ms a page | times |",
        "|---|---|---|---|",
        f"| tertium batch, with its start | {len(many)} | {1000 * ours:.1f} | 1 |",
        *(
            f"| the script: {one.value} | {len(pairs)} | {1000 * each:.1f} | {each / ours:.1f} |"
            for one, each in scripts.items()
        ),
    ]
    told = (
        "The script makes a table and no page; that it reads the graph is left out. Our pages are"
        " ranked by properties and values."
    )
    return "\n".join([*lines, "", f"{told} Promised: {TIMES} times."])


def _script(triples: rdflib.Graph, pairs: Sequence[Pair], counting: Counting) -> float:
    """Return how many seconds a table takes the script."""
    start = time.perf_counter()
    for pair in pairs:
        compare(triples, *pair, counting=counting)
    return (time.perf_counter() - start) / len(pairs)


def _flatness(graphs: Sequence[Graph], chosen: argparse.Namespace) -> str:
    """Return what pages of the same pairs cost in each graph, beside what they hold."""
    known = [frozenset(_members(graph)) for graph in graphs]
    common = sorted(frozenset.intersection(*known))
    pairs = _pairs(common, chosen.same, seed=chosen.seed)
    lines = [
        f"## The same {len(pairs)} pairs in every graph\n",
        "| graph | triples | CPU ms a page | kB of JSON a page | CPU ms for 100 kB |",
        "|---|---|---|---|---|",
    ]
    for graph in graphs:
        few, _ = _batch(graph, pairs[:2], ("--site",), chosen.work)
        taken, size = _batch(graph, pairs, ("--site",), chosen.work)
        cost = 1000 * (taken.cpu - few.cpu) / max(1, len(pairs) - 2)
        lines.append(
            f"| {graph.name} | {graph.size:,} | {cost:.1f} | {size:.0f} | {100 * cost / size:.1f} |"
        )
    told = "The start of the processes is left out. A larger graph states more of each."
    return "\n".join([*lines, "", f"{told} Promised: at most {FLAT} times from first to last."])


def _members(graph: Graph) -> list[str]:
    """Return the people of a graph."""
    found = graph.store().quads_for_pattern(None, KIND, HUMAN)
    return sorted(quad.subject.value for quad in found if isinstance(quad.subject, ox.NamedNode))


def _pairs(members: Sequence[str], count: int, *, seed: int) -> list[Pair]:
    """Return so many pairs, of as few people as have so many."""
    some = list(members)
    random.Random(seed).shuffle(some)
    people = next((n for n in range(2, len(some)) if n * (n - 1) // 2 >= count), len(some))
    return list(islice(combinations(sorted(some[:people]), 2), count))


def _batch(
    graph: Graph, pairs: Iterable[Pair], words: Sequence[str], work: Path
) -> tuple[Run, float]:
    """Return what a batch took, and how many kB of JSON a page has."""
    with tempfile.TemporaryDirectory(dir=work) as folder:
        table, into = Path(folder) / "pairs.csv", Path(folder) / "pages"
        with table.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(pairs)
        taken = run(
            (
                *TERTIUM,
                "batch",
                str(table),
                "-g",
                str(graph.directory),
                "-o",
                str(into),
                "-q",
                *words,
            )
        )
        return taken, _kilobytes(into / "pages.jsonl.zst")


def _kilobytes(path: Path) -> float:
    """Return how many kB the lines of a packed file have, on average."""
    size = lines = 0
    with path.open("rb") as file:
        stream = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        while data := stream.read(1 << 20):
            size += len(data)
            lines += data.count(b"\n")
    return size / max(1, lines) / 1000


if __name__ == "__main__":
    main()
