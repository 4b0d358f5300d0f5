"""Whether the narrative can be believed and reads well: the metrics, on many pages.

Run `python -m benchmarks.narrative --work DIR --date DATE`; it prints a table and rewrites
benchmarks/narrative.md. Grammar and grade are those of link-grammar and GNU style, if installed.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import combinations
from math import inf
from pathlib import Path
from random import Random
from statistics import fmean
from tempfile import TemporaryDirectory

import pyoxigraph as ox
from rdflib import RDF, URIRef

import tertium
from benchmarks.circumstances import circumstances
from benchmarks.contests import Pair
from benchmarks.excerpts import excerpt
from benchmarks.grammar import complete_parses, grade
from benchmarks.graphs import SHARED, graph_of
from benchmarks.mutations import Subject, mutate
from benchmarks.pairs import pairs_of
from benchmarks.prose import Page, Prose
from tertium.checking import Check

TABLE = Path(__file__).with_suffix(".md")
PERSON = URIRef("https://w3id.org/tertium/ontology#Person")
DESCRIBED = 30
"""A person of whom so many statements are bundled has a page of their own."""
EACH = 10
"""How many mutations are made of one pair."""
PARSED = 1_000
WHY = "docs/explanation/how-a-narrative-is-written.md"
EXAMPLES = 20
NAMED = frozenset((Check.CITATION, Check.RESIDUE, Check.ENTAILMENT, Check.NEGATION, Check.PRONOUN))
HEAD = ("| metric | gate | {} |", "|---|---|{}")


@dataclass(frozen=True)
class Gate:
    """A metric and the bounds it should keep."""

    name: str
    least: float = 0
    most: float = inf
    figure: str = "{:.2f}"

    def cell(self, value: float | None) -> str:
        """Return a figure, and whether the gate is missed."""
        if value is None:
            return "not measured"
        return self.figure.format(value) + " **missed**" * self.misses(value)

    def misses(self, value: float | None) -> bool:
        """Return whether a figure is measured and out of bounds."""
        return value is not None and not self.least <= value <= self.most

    @property
    def told(self) -> str:
        """The bounds in words."""
        low, high = (self.figure.format(bound) for bound in (self.least, self.most))
        if self.least == self.most:
            return low
        if self.least and self.most < inf:
            return f"{low} to {high}"
        return f"at least {low}" if self.least else f"at most {high}"


GATES = (
    Gate("F1 sentences which cite what the graph has", 1, 1, "{:.1%}"),
    Gate("F2 sentences with words from nowhere", 0, 0, "{:.0f}"),
    Gate("F3 sentences whose claims follow from their evidence alone", 1, 1, "{:.1%}"),
    Gate("F4 mutations which do as they must", 1, 1, "{:.1%}"),
    Gate("F5 sentences which take silence for a no", 0, 0, "{:.0f}"),
    Gate("sentences with any other fault (`tertium verify`)", 0, 0, "{:.0f}"),
    Gate("C1 ten most telling differences told (NDCG weights)", 0.9),
    Gate("A1 statements per sentence", 1.8, 2.8),
    Gate("A2 words per statement", 0, 8),
    Gate("R1 repeated 4-grams", 0, 0.05, "{:.3f}"),
    Gate("R1 sentences which open as the one before", 0, 0, "{:.0f}"),
    Gate("K1 sentences with a marker", 0.3, 0.5, "{:.0%}"),
    Gate("K1 markers that fit the claim", 1, 1, "{:.1%}"),
    Gate("K1 distinct markers a page", 5, figure="{:.1f}"),
    Gate("P1 pronouns which are not clear", 0, 0, "{:.0f}"),
    Gate("G1 complete parses", 0.8, figure="{:.0%}"),
    Gate("G3 Flesch-Kincaid grade", 8, 12, "{:.1f}"),
    Gate("S1 sentences with a date or number", 0.5, figure="{:.0%}"),
    Gate("sentences worded from a label (fallback)", 0, 0.05, "{:.1%}"),
)


@dataclass
class Measured:
    """What was found on the pages of one graph."""

    name: str
    prose: Prose = field(default_factory=Prose)
    mutations: Counter[tuple[str, bool]] = field(default_factory=Counter)
    faults: Counter[Check] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    @property
    def figures(self) -> Mapping[str, float | None]:
        """The metrics by name."""
        prose, texts = self.prose, [s["text"] for s in self.prose.sentences]
        parsed = Random(1).sample(texts, min(PARSED, len(texts)))
        done = sum(self.mutations.values())
        good = sum(number for (_, fine), number in self.mutations.items() if fine)
        faults, told = self.faults, len(texts)
        values = (
            1 - faults[Check.CITATION] / told,
            float(faults[Check.RESIDUE]),
            1 - faults[Check.ENTAILMENT] / told,
            good / done if done else None,
            float(faults[Check.NEGATION]),
            float(sum(number for check, number in faults.items() if check not in NAMED)),
            fmean(prose.covered),
            prose.statements_per_sentence,
            prose.words_per_statement,
            prose.repetition,
            float(prose.openings),
            prose.marked,
            prose.fitting,
            fmean(prose.markers),
            float(faults[Check.PRONOUN]),
            complete_parses(parsed),
            grade(texts),
            prose.dated,
            prose.fallback,
        )
        return dict(zip((gate.name for gate in GATES), values, strict=True))


def main() -> None:
    """Measure, print and keep the table."""
    chosen = _arguments()
    chosen.work.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2) as pool:
        parts = [pool.submit(part, chosen) for part in (_of_graph, _of_bundled)]
        found = [part.result() for part in parts]
    text = "\n\n".join(_report(found, circumstances(chosen.date))) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where files are unpacked and loaded, and kept")
    add("--date", required=True, help="the day, for the record")
    add("--graph", type=Path, default=SHARED / "wikidata-subset.nt.xz")
    add("--pairs", type=int, default=1000)
    add("--mutations", type=int, default=1000)
    add("--output", type=Path, default=TABLE)
    return parser.parse_args()


def _of_graph(chosen: argparse.Namespace) -> Measured:
    graph = graph_of(chosen.graph, chosen.work)
    drawn = pairs_of(graph.store(), chosen.pairs)
    found = _measured(graph.name, graph.open(), drawn)
    _mutated(found, graph.store(), drawn, chosen.mutations)
    return found


def _of_bundled(chosen: argparse.Namespace) -> Measured:
    kg = tertium.open()
    return _measured("bundled people", kg, _people(kg, chosen.pairs))


def _measured(name: str, kg: tertium.KnowledgeGraph, pairs: Iterable[Pair]) -> Measured:
    found = Measured(name)
    for pair in pairs:
        document = kg.compare(*pair).to_json()
        page: Page = json.loads(document)
        found.prose.add(page)
        failures = kg.verify(document)
        found.faults.update({(one.where, one.check): one.check for one in failures}.values())
        found.examples += [f"{one.check.value}: {one.where}: {one.problem}" for one in failures]
    return found


def _mutated(found: Measured, store: ox.Store, pairs: Sequence[Pair], count: int) -> None:
    """Mutate the pages of pairs until there are enough mutations."""
    with TemporaryDirectory() as folder:
        made = (
            one
            for pair in pairs
            for one in mutate(Subject(pair, excerpt(store, pair), Path(folder)), EACH)
        )
        for _, one in zip(range(count), made, strict=False):
            found.mutations[one] += 1


def _people(kg: tertium.KnowledgeGraph, most: int) -> Iterator[Pair]:
    """Yield all pairs of the people who are described at length, up to so many."""
    graph = kg.to_rdflib()
    told = Counter(graph.objects(None, RDF.subject))
    people = graph.subjects(RDF.type, PERSON)
    best = sorted(str(one) for one in people if told[one] >= DESCRIBED)
    pairs = list(combinations(best, 2))
    yield from Random(1).sample(pairs, most) if len(pairs) > most else pairs


def _report(found: Sequence[Measured], measured_on: str) -> Iterator[str]:
    yield "# Narrative"
    yield measured_on
    names = " | ".join(f"{one.name} ({one.prose.pages} pages)" for one in found)
    figures = [one.figures for one in found]
    lines = (
        " | ".join(
            (f"| {gate.name}", gate.told, *(gate.cell(one[gate.name]) for one in figures), "")
        )
        for gate in GATES
    )
    yield "\n".join((HEAD[0].format(names), HEAD[1].format("---|" * len(found)), *lines))
    yield f"Why some are missed: {WHY}."
    for one in found:
        if one.examples:
            yield "\n".join(f"- {text}" for text in one.examples[:EXAMPLES])
        if one.mutations:
            kinds = sorted({kind for kind, _ in one.mutations})
            done = (f"{kind} {one.mutations[kind, True]} of {_all(one, kind)}" for kind in kinds)
            yield f"Mutations on {one.name}: {'; '.join(done)}."


def _all(found: Measured, kind: str) -> int:
    return found.mutations[kind, True] + found.mutations[kind, False]


if __name__ == "__main__":
    main()
