"""Nearest common ancestors: as brute force finds them, and how soon.

Run `python -m benchmarks.kinship --work DIR --date DATE`; it prints a table and rewrites
benchmarks/kinship.md. Pairs are drawn at random from what has something above it: classes and
concepts, parts, and things with a class. Times are of one pair, as a page asks for it: climbing by
kinds and by wholes, names, and the nearest ancestors.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter, process_time

import networkx as nx
import pyoxigraph as ox

from benchmarks.circumstances import circumstances
from benchmarks.contests import nearest_rank
from benchmarks.graphs import SHARED, Graph, graph_of
from tertium.compare.kinship import nearest
from tertium.compare.ladders import Ladder, kinds, wholes
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.queries.reader import Reader
from tertium.store.vocabulary import BROADER, RDF_TYPE, WHOLES

TABLE = Path(__file__).with_suffix(".md")
GRAPHS = (SHARED / "politicians.ttl", SHARED / "wikidata-subset.nt.xz")
KIND = "http://www.wikidata.org/prop/direct/P31"
WIKIBASE = "http://wikiba.se/ontology#"
NO_VALUE = "/prop/novalue/P"
HEAD = (
    "| graph | triples | pairs | in agreement | meet | p50 ms | p99 ms | p50 CPU | p99 CPU |",
    "|---|---|---|---|---|---|---|---|---|",
)
Pair = tuple[Iri, Iri]
Found = tuple[frozenset[Iri], frozenset[Iri]]


@dataclass(frozen=True)
class Steps:
    """All steps of a graph, for brute force."""

    kinds: nx.DiGraph
    wholes: nx.DiGraph
    classes: dict[str, set[str]]

    def nearest(self, pair: Pair) -> Found:
        """Return the nearest common ancestors by kind and by whole."""
        by_kind = [{one} | self.classes.get(one, set()) for one in pair]
        return _lowest(self.kinds, by_kind), _lowest(self.wholes, [{one} for one in pair])


def main() -> None:
    """Measure, print and keep the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where files are unpacked and loaded, and kept")
    add("--date", required=True, help="the day, for the record")
    add("--graph", type=Path, action="append", help="a file or a store directory; repeatable")
    add("--pairs", type=int, default=5000)
    add("--output", type=Path, default=TABLE)
    chosen = parser.parse_args()
    chosen.work.mkdir(parents=True, exist_ok=True)
    graphs = [graph_of(one, chosen.work) for one in chosen.graph or GRAPHS]
    lines = (_line(graph, chosen.pairs) for graph in graphs)
    table = "\n".join((*HEAD, *lines))
    text = "\n\n".join(("# Kinship", circumstances(chosen.date), table)) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _line(graph: Graph, count: int) -> str:
    steps = _steps(graph.store())
    pairs = _drawn(steps, count)
    reader = graph.open().reader
    _climbed(reader, pairs[0])  # what is read once for all pages
    clock, cpu, found = [], [], []
    for pair in pairs[1:]:
        starts = perf_counter(), process_time()
        found.append(_climbed(reader, pair))
        clock.append(1000 * (perf_counter() - starts[0]))
        cpu.append(1000 * (process_time() - starts[1]))
    agree = sum(one == steps.nearest(pair) for one, pair in zip(found, pairs[1:], strict=True))
    meet = sum(any(one) for one in found)
    times = (nearest_rank(taken, share) for taken in (clock, cpu) for share in (0.5, 0.99))
    shown = " | ".join(f"{one:.2f}" for one in times)
    return f"| {graph.name} | {graph.size:,} | {len(found)} | {agree} | {meet} | {shown} |"


def _climbed(reader: Reader, pair: Pair) -> Found:
    """Return what Tertium finds."""
    hierarchy = reader.hierarchy(pair, classes=True)
    left, right = (Entity(iri, "") for iri in pair)

    def on(ladder: Ladder) -> frozenset[Iri]:
        return frozenset(nearest(ladder.climb(left), ladder.climb(right), ladder))

    return on(kinds(hierarchy, of_things=True)), on(wholes(hierarchy))


def _steps(store: ox.Store) -> Steps:
    classes: dict[str, set[str]] = {}
    for kind in (RDF_TYPE, KIND):
        for low, high in _pairs(store, kind):
            if not high.startswith(WIKIBASE) and NO_VALUE not in high:
                classes.setdefault(low, set()).add(high)
    by_kind = nx.DiGraph(pair for one in BROADER for pair in _pairs(store, one))
    by_whole = nx.DiGraph(pair for one in WHOLES for pair in _pairs(store, one))
    return Steps(by_kind, by_whole, classes)


def _pairs(store: ox.Store, predicate: str) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(predicate), None):
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
            yield quad.subject.value, quad.object.value


def _lowest(steps: nx.DiGraph, starts: Iterable[set[str]]) -> frozenset[Iri]:
    """Return what all reach, without what something else that all reach leads to."""
    reached = [
        {end for one in group for end in (nx.descendants(steps, one) if one in steps else ())}
        | group
        for group in starts
    ]
    both = set.intersection(*reached)
    return frozenset(
        Iri(one)
        for one in both
        if not (one in steps and any(low in both and low != one for low in steps.predecessors(one)))
    )


def _drawn(steps: Steps, count: int) -> list[Pair]:
    """Return pairs of anything that has a step up, classes, parts and things alike."""
    random = Random(1)
    pools = [sorted(pool) for pool in (steps.kinds, steps.wholes, steps.classes) if pool]
    names = (random.choice(random.choice(pools)) for _ in range(2 * count + 2))
    return [(Iri(left), Iri(right)) for left, right in zip(names, names, strict=True)]


if __name__ == "__main__":
    main()
