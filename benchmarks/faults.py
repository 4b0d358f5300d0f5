"""How many seeded faults the checker catches, and how many right sentences it refuses.

Run `python -m benchmarks.faults`, with `--graph DIR` for a store directory instead of the bundled
graph. Faults are drawn by a seed; none of them leaves a sentence true.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from random import Random

from rdflib import RDF, URIRef

import tertium
from benchmarks.graphs import graph_of
from benchmarks.pairs import pairs_of
from benchmarks.seeding import KINDS, Place
from tertium.api.documents import paragraphs, read_document
from tertium.checking import Checker
from tertium.errors import TertiumError

_PERSON = URIRef("https://w3id.org/tertium/ontology#Person")
_TOLD = 20
"""Of a person with fewer statements there is hardly a page."""


@dataclass(slots=True)
class Tally:
    """What was seeded and caught, by kind, and what was missed or refused wrongly."""

    seeded: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    sentences: int = 0
    alarms: list[str] = field(default_factory=list)


def main() -> None:
    """Seed, check and print."""
    chosen = _arguments()
    kg = tertium.open(chosen.graph) if chosen.graph else tertium.open()
    pairs = _pairs(kg, chosen)
    tally, random = Tally(), Random(chosen.seed)
    places = [
        (checker, place)
        for pair in pairs
        for checker, place in _places(kg, pair, language=chosen.language)
    ]
    _check_unharmed(places, tally)
    _seed(places, tally, random, wanted=chosen.faults)
    print(_report(len(pairs), tally))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--graph", type=Path, help="a store directory with Wikidata's classes")
    add("--pairs", type=int, default=20)
    add("--faults", type=int, default=1000)
    add("--seed", type=int, default=1)
    add("--language", default="en")
    return parser.parse_args()


def _pairs(kg: tertium.KnowledgeGraph, chosen: argparse.Namespace) -> Sequence[tuple[str, str]]:
    if chosen.graph:
        return pairs_of(
            graph_of(chosen.graph, chosen.graph).store(), chosen.pairs, seed=chosen.seed
        )
    store = kg.to_rdflib()
    held = Counter(store.objects(None, RDF.subject))
    people = sorted(str(one) for one in store.subjects(RDF.type, _PERSON) if held[one] >= _TOLD)
    pairs = list(combinations(people, 2))
    Random(chosen.seed).shuffle(pairs)
    return pairs[: chosen.pairs]


def _places(
    kg: tertium.KnowledgeGraph, pair: tuple[str, str], *, language: str
) -> Iterator[tuple[Checker, Place]]:
    try:
        document = read_document(kg.compare(*pair, language=language).to_json())
    except TertiumError:
        return
    groups = paragraphs(document)
    checker = kg.checker(*pair, language=language)
    checker.prepare([told for group in groups for told in group])
    names = {node["iri"]: node["label"] for node in document["entities"]}
    for group in groups:
        for number, told in enumerate(group):
            yield checker, Place(told, group[:number], names, checker.ground.genders)


def _check_unharmed(places: Sequence[tuple[Checker, Place]], tally: Tally) -> None:
    for checker, place in places:
        tally.sentences += 1
        failures = checker.sentence(place.told, place.before)
        if failures:
            tally.alarms.append(f"{place.told.text} ({failures[0].problem})")


def _seed(
    places: Sequence[tuple[Checker, Place]], tally: Tally, random: Random, *, wanted: int
) -> None:
    """Seed faults of each kind in turn, each into a sentence drawn anew."""
    each = -(-wanted // len(KINDS))
    for kind, seed in KINDS.items():
        for _ in range(50 * each):
            if tally.seeded[kind] == each or tally.seeded.total() == wanted:
                break
            checker, place = random.choice(places)
            fault = seed(place, random)
            if fault is None or fault == place.told:
                continue
            tally.seeded[kind] += 1
            if checker.sentence(fault, place.before):
                tally.caught[kind] += 1
            else:
                tally.missed.append(f"{kind}: {fault.text}")


def _report(pages: int, tally: Tally) -> str:
    lines = [
        f"{pages} pages, {tally.sentences} sentences: {len(tally.alarms)} false alarms",
        *(f"  refused: {one}" for one in tally.alarms),
        *(f"{kind}: {tally.caught[kind]} of {tally.seeded[kind]}" for kind in KINDS),
        f"all: {tally.caught.total()} of {tally.seeded.total()}",
        *(f"  missed: {one}" for one in tally.missed),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
