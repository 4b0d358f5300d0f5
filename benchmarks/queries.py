"""What is shared and what differs: correctness against brute force and the store, and latency.

Run `python -m benchmarks.queries --work DIR --date DATE`; it prints a table and rewrites
benchmarks/queries.md. Pairs are people drawn by a seed.
"""

import argparse
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Final

from tests.patterns import oracle

import tertium
from benchmarks.circumstances import circumstances
from benchmarks.graphs import SHARED, Graph, graph_of
from tertium.model.pattern import Edge
from tertium.model.terms import Iri, Term
from tertium.patterns import Around, distinctions, shared
from tertium.queries.reading.columns import iris_in
from tertium.store.protocol import Solutions

TABLE: Final = Path(__file__).with_suffix(".md")
GIVEN: Final = (SHARED / "politicians.ttl", SHARED / "wikidata-subset.nt.xz")
HUMAN: Final = "http://www.wikidata.org/entity/Q5"
MEMBERS: Final = (
    f"SELECT DISTINCT ?entity WHERE {{ ?entity wdt:P31 <{HUMAN}> ; wdt:P27 ?c }} ORDER BY ?entity"
)
GRAPHS: Final = 500
_TIMES: Final = "p50 s | p99 s | p50 s of CPU"
_AGREEMENT: Final = (
    "nothing can be added to what is shared unless a cut is told, and each difference is true of "
    "one and not of the other"
)


@dataclass
class Tally:
    """How many of how many queries held, and how long each call took: by the clock, and at work."""

    held: int = 0
    asked: int = 0
    common: list[tuple[float, float]] = field(default_factory=list)
    differ: list[tuple[float, float]] = field(default_factory=list)

    def note(self, *, held: bool) -> None:
        """Count one query."""
        self.held += held
        self.asked += 1


def now() -> tuple[float, float]:
    """Return what the clock says, and for how long this process has worked."""
    return time.perf_counter(), time.process_time()


def since(start: tuple[float, float]) -> tuple[float, float]:
    """Return the seconds since a start, by the clock and at work."""
    clock, work = now()
    return clock - start[0], work - start[1]


def fitting(graph: tertium.KnowledgeGraph, query: str) -> set[Iri]:
    """Return what a query finds."""
    answer = graph.query(query)
    return set(iris_in(answer.rows, "entity")) if isinstance(answer, Solutions) else set()


def measured(graph: tertium.KnowledgeGraph, pairs: Iterable[tuple[Iri, Iri]]) -> Tally:
    """Return how the queries about pairs fare on the graph."""
    tally = Tally()
    for one, other in pairs:
        start = now()
        likeness = graph.common(one, other)
        tally.common.append(since(start))
        if likeness.parts:
            tally.note(held={one, other} <= fitting(graph, likeness.query))
        start = now()
        both = graph.differ(one, other)
        tally.differ.append(since(start))
        for mine, (true, false) in zip(both, ((one, other), (other, one)), strict=True):
            for found in mine.found:
                who = fitting(graph, found.query)
                tally.note(held=true in who and false not in who)
            if mine.reference.query:
                tally.note(held=fitting(graph, mine.reference.query) == {true})
    return tally


def drawn(graph: tertium.KnowledgeGraph, count: int) -> tuple[tuple[Iri, Iri], ...]:
    """Return pairs of people, always the same."""
    answer = graph.query(MEMBERS)
    people = iris_in(answer.rows, "entity") if isinstance(answer, Solutions) else ()
    chance = random.Random(4)
    return tuple((a, b) for a, b in (chance.sample(people, 2) for _ in range(count)))


def against_brute_force() -> tuple[int, int]:
    """Return on how many random small graphs nothing can be added and nothing taken away."""
    chance = random.Random(4)
    things = (Iri("urn:a"), Iri("urn:b"))
    return sum(_right(_random(chance), things) for _ in range(GRAPHS)), GRAPHS


def _random(chance: random.Random) -> Around:
    arcs: dict[Term, dict[Edge, tuple[Term, ...]]] = {}
    names = {"a": ("x", "y", "z"), "b": ("x", "y", "z")} | dict.fromkeys("xyz", ("u", "v", "w"))
    for (subject, ends), predicate in product(names.items(), "pq"):
        terms = tuple(Iri(f"urn:{end}") for end in ends if chance.random() < 1 / 2)
        if terms:
            arcs.setdefault(Iri(f"urn:{subject}"), {})[Edge(Iri(f"urn:{predicate}"))] = terms
    return Around(arcs, frozenset({Iri("urn:a"), Iri("urn:b")}))


def _right(graph: Around, things: tuple[Iri, Iri]) -> bool:
    one, other = things
    core = shared(things, graph, lambda _: 1.0)
    found = core.branches
    true = [b for b in oracle.language(graph, things) if _all(b, things, graph)]
    most = bool(core.narrowed) or all(
        any(oracle.implied(b, by, graph) for by in found) for b in true
    )
    apart = distinctions(one, other, around=graph, weight=lambda _: 1.0)
    return (
        most
        and all(_all(branch, things, graph) for branch in found)
        and all(oracle.true_of(d.branch, one, graph) for d in apart)
        and not any(oracle.true_of(d.branch, other, graph) for d in apart)
    )


def _all(branch: oracle.Branch, things: Sequence[Iri], graph: Around) -> bool:
    return all(oracle.true_of(branch, thing, graph) for thing in things)


def row(source: Graph, pairs: int) -> str:
    """Return the line of a graph: what held, and how long it took."""
    graph = source.open()
    people = drawn(graph, pairs)
    graph.common(*people[0])  # what is read once is read before
    tally = measured(graph, people)
    times = (figure for taken in (tally.common, tally.differ) for figure in _figures(taken))
    held = f"{len(people)} | {tally.held} of {tally.asked}"
    return f"| {source.name} | {source.size:,} | {held} | {' | '.join(times)} |"


def _figures(times: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    clock, work = zip(*times, strict=True)
    return tuple(f"{_share(t, p):.2f}" for t, p in ((clock, 0.5), (clock, 0.99), (work, 0.5)))


def _share(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where files are unpacked and loaded, and kept")
    add("--date", required=True, help="the day, for the record")
    add("--graph", type=Path, action="append", help="a file or a store directory; repeatable")
    add("--pairs", type=int, default=20)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    right, graphs = against_brute_force()
    lines = [
        f"# Similarity and difference queries\n\n{circumstances(given.date)}\n",
        f"Of {graphs} random small graphs, {right} agree with brute force: {_AGREEMENT}.\n",
        f"| graph | triples | pairs | queries that hold | common {_TIMES} | differ {_TIMES} |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    sources = (graph_of(one, given.work) for one in given.graph or GIVEN)
    lines += (row(source, given.pairs) for source in sources)
    text = "\n".join(lines) + "\n"
    TABLE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
