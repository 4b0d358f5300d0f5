"""What connects two entities, and whether it says honestly when nothing does.

Run `python -m benchmarks.paths --work DIR --date DATE`; it prints tables and rewrites
benchmarks/paths.md. Pairs are drawn from the bare triples, by another program than the one tested.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import thread_time

import tertium
from benchmarks.chains import agreement
from benchmarks.circumstances import circumstances
from benchmarks.contests import Pair, nearest_rank
from benchmarks.graphs import SHARED, Graph, graph_of
from benchmarks.pairs import pairs_of
from benchmarks.related import Links, known_pairs, links_of, unrelated_pairs

TABLE = Path(__file__).with_suffix(".md")
TAIL = 0.99
LARGE = 1_000_000
GRAPHS = 500
ALIKE = 100
HEAD = ("| pairs | number | a link is told | p50 CPU ms | p99 CPU ms |", "|---|---|---|---|---|")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many of some pairs are told to be linked, and what processor time each took."""

    name: str
    linked: int
    seconds: Sequence[float]

    @property
    def line(self) -> str:
        """The outcome as a line of the table."""
        number = len(self.seconds)
        times = f"{1000 * median(self.seconds):.0f} | {1000 * nearest_rank(self.seconds, TAIL):.0f}"
        return f"| {self.name} | {number} | {self.linked} ({self.linked / number:.1%}) | {times} |"


def main() -> None:
    """Measure, print and keep the tables."""
    chosen = _arguments()
    chosen.work.mkdir(parents=True, exist_ok=True)
    found, same = agreement(GRAPHS)
    told = f"In {GRAPHS} random graphs, brute force finds {found:,} chains; {same:,} are ours."
    parts = ["# Paths", circumstances(chosen.date), told]
    for source in chosen.graph:
        parts += _section(graph_of(source, chosen.work), chosen.unrelated, chosen.known)
    text = "\n\n".join(parts) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where files are unpacked and loaded, and kept")
    add("--date", required=True, help="the day, for the record")
    add("--graph", type=Path, action="append", help="a file or a store directory; repeatable")
    add("--unrelated", type=int, default=500)
    add("--known", type=int, default=300, help="a third each at one, two and three steps")
    add("--output", type=Path, default=TABLE)
    chosen = parser.parse_args()
    ours = [SHARED / "politicians.ttl", SHARED / "wikidata-subset.nt.xz"]
    chosen.graph = chosen.graph or ours
    return chosen


def _section(graph: Graph, unrelated: int, known: int) -> list[str]:
    kg = graph.open()
    alike = pairs_of(graph.store(), ALIKE)
    outcomes = [_told("of one class, as they come", alike, kg)]
    if graph.size >= LARGE:
        links = links_of(graph.store())
        outcomes += [_told("unrelated", unrelated_pairs(links, unrelated), kg)]
        outcomes += [_known(links, steps, known // 3, kg) for steps in (1, 2, 3)]
    title = f"## {graph.name}: {graph.size:,} triples"
    return [title, "\n".join((*HEAD, *(outcome.line for outcome in outcomes)))]


def _known(links: Links, steps: int, count: int, kg: tertium.KnowledgeGraph) -> Outcome:
    return _told(f"known at {steps} steps", known_pairs(links, steps, count), kg)


def _told(name: str, pairs: Sequence[Pair], kg: tertium.KnowledgeGraph) -> Outcome:
    timed = [_timed(lambda pair=pair: bool(kg.paths(*pair))) for pair in pairs]
    return Outcome(name, sum(linked for linked, _ in timed), [seconds for _, seconds in timed])


def _timed(question: Callable[[], bool]) -> tuple[bool, float]:
    start = thread_time()
    return question(), thread_time() - start


if __name__ == "__main__":
    main()
