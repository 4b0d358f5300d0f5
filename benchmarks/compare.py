"""The table of a pair, beside the scripts that others would write and beside the bare reads.

Run `python -m benchmarks.compare --work DIR --date DATE`; it prints tables and rewrites
benchmarks/compare.md. Contestants take turns pair by pair in one process: trust ratios, not times.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.apart import Loaded, rdflib_apart
from benchmarks.circumstances import circumstances
from benchmarks.contestants import floor_of, script_of, tertium_of
from benchmarks.contests import Contestant, Taken, Timings, check_rows, contest, nearest_rank
from benchmarks.graphs import SHARED, Graph, graph_of
from benchmarks.pairs import pairs_of
from benchmarks.peers.oxrdflib_script import open_graph
from benchmarks.peers.rdflib_script import Counting

TABLE = Path(__file__).with_suffix(".md")
FLOOR, OURS = "the floor: bare reads", "Tertium"
WARM_UP = 40
TAIL = 0.99
PEERS = ("floor", "oxrdflib", "rdflib")
HEAD = (
    "| contestant | p50 ms | p99 ms | p50 CPU | p99 CPU | again CPU | floor = 1 | Tertium = 1 |",
    "|---|---|---|---|---|---|---|---|",
)


def main() -> None:
    """Measure, print and keep the tables."""
    chosen = _arguments()
    chosen.work.mkdir(parents=True, exist_ok=True)
    graphs = sorted((graph_of(one, chosen.work) for one in chosen.graph), key=lambda g: g.size)
    parts = ["# Tables of pairs", circumstances(chosen.date)]
    for place, graph in enumerate(graphs):
        parts += _section(graph, graphs[place + 1 :], chosen=chosen)
    text = "\n\n".join(parts) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where files are unpacked and loaded, and kept")
    add("--date", required=True, help="the day, for the record")
    add("--graph", type=Path, action="append", help="a file or a store directory; repeatable")
    add("--pairs", type=int, default=200)
    add("--few", type=int, default=10, help="pairs for what takes seconds each")
    add("--peers", default="floor,oxrdflib", help=f"of {','.join(PEERS)}")
    add("--output", type=Path, default=TABLE)
    chosen = parser.parse_args()
    chosen.graph = chosen.graph or [SHARED / "wikidata-subset.nt.xz"]
    chosen.peers = frozenset(chosen.peers.split(","))
    return chosen


def _section(graph: Graph, larger: Sequence[Graph], *, chosen: argparse.Namespace) -> list[str]:
    """Return the tables of one graph; Tertium also makes them on the larger ones."""
    drawn = pairs_of(graph.store(), chosen.pairs + WARM_UP)
    warm_up, pairs = drawn[:WARM_UP], drawn[WARM_UP:]
    quick = [tertium_of(OURS, graph.open()), *_quick(graph, chosen.peers)]
    others = [tertium_of(f"{OURS} on {one.name} ({one.size:,})", one.open()) for one in larger]
    timings = contest([*quick, *others], pairs, warm_up=warm_up)
    rows = check_rows(quick, pairs)
    said = f"{len(pairs)} pairs; the contestants on this graph told the same {rows:,} values."
    parts = [f"## {graph.name}: {graph.size:,} triples", said, _table(timings)]
    if "rdflib" in chosen.peers and graph.file:
        loaded, scripts = rdflib_apart(graph.file)
        slow = [*quick, *_thorough(graph, chosen.peers), *scripts]
        few = pairs[: chosen.few]
        timings = contest(slow, few, warm_up=warm_up[:1])
        rows = check_rows(slow, few)
        parts += [_told(len(few), rows, loaded), _table(timings)]
    return parts


def _quick(graph: Graph, peers: frozenset[str]) -> list[Contestant]:
    found: list[Contestant] = []
    if "floor" in peers:
        found.append(floor_of(FLOOR, graph.store()))
    if "oxrdflib" in peers:
        opened = open_graph(graph.triples)
        levels = (Counting.NOTHING, Counting.VALUES)
        found += [script_of(f"oxrdflib script: {one.value}", opened, one) for one in levels]
    return found


def _thorough(graph: Graph, peers: frozenset[str]) -> list[Contestant]:
    if "oxrdflib" not in peers:
        return []
    name = f"oxrdflib script: {Counting.ALL.value}"
    return [script_of(name, open_graph(graph.triples), Counting.ALL)]


def _told(pairs: int, rows: int, loaded: Loaded) -> str:
    return (
        f"{pairs} of these pairs with the rdflib script, which loaded the file in"
        f" {loaded.seconds:.0f} s with {loaded.mebibytes / 1024:.1f} GiB at most;"
        f" all told the same {rows:,} values."
    )


def _table(timings: dict[str, Timings]) -> str:
    """Return a line for each contestant; the ratios are those of median processor times."""
    ours = _cpu(timings[OURS].first)
    floor = _cpu(timings[FLOOR].first) if FLOOR in timings else None
    lines = []
    for name, taken in timings.items():
        clock, cpu = [one.clock for one in taken.first], [one.cpu for one in taken.first]
        middle = median(cpu)
        times = (median(clock), nearest_rank(clock, TAIL), middle, nearest_rank(cpu, TAIL))
        cells = [f"{1000 * number:.2f}" for number in (*times, _cpu(taken.again))]
        cells += [f"{middle / floor:.1f}" if floor else "", f"{middle / ours:.1f}"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join((*HEAD, *lines))


def _cpu(taken: Sequence[Taken]) -> float:
    return median(one.cpu for one in taken)


if __name__ == "__main__":
    main()
