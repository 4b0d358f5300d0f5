"""Changes to a graph, and what each must do to the page: no more and no less.

Swapped comparands say the same of each; triples in another order give the same text; of a deleted
statement nothing is left; a changed value changes what is said of it alone; what is added appears
only where it is cited.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypedDict

import pyoxigraph as ox

import tertium
from benchmarks.contests import Pair
from benchmarks.prose import Page, Sentence, sentences_of

__all__ = ["KINDS", "Subject", "mutate"]

SENTINEL = "Zvezdograd Quillon"
_THING = ox.NamedNode("urn:sentinel:thing")
_NODE = ox.NamedNode("urn:sentinel:statement")
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_KIND = ox.NamedNode("http://www.wikidata.org/prop/direct/P31")
_Triples = tuple[ox.Triple, ...]


class _Value(TypedDict):
    type: str
    value: str
    label: str
    statement: str


class _Cell(TypedDict):
    entity: str
    values: list[_Value]


class _Node(TypedDict):
    iri: str


class _Row(TypedDict):
    property: _Node
    cells: list[_Cell]


@dataclass(frozen=True)
class _Target:
    """A statement which prose tells: of what, by which property, and what it says."""

    entity: ox.NamedNode
    property: str
    node: ox.NamedNode
    value: ox.NamedNode
    label: str

    def owns(self, triple: ox.Triple) -> bool:
        """Return whether a triple is of the statement, or says the same without it."""
        bare = (triple.subject, triple.object) == (self.entity, self.value)
        same = _local(triple.predicate.value) == _local(self.property)
        return self.node in {triple.subject, triple.object} or (bare and same)


@dataclass(frozen=True)
class Subject:
    """A pair with the triples that its page is made from, and the page."""

    pair: Pair
    triples: _Triples
    folder: Path

    def page(self, triples: _Triples, pair: Pair) -> Page:
        """Return the page of other triples, or of another pair."""
        file = self.folder / "mutant.nt"
        file.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
        page: Page = json.loads(tertium.open(file).compare(*pair).to_json())
        return page


def mutate(subject: Subject, count: int, *, seed: int = 1) -> Iterator[tuple[str, bool]]:
    """Yield this many mutations of a page: what was done, and whether the page did as it must."""
    random, before = Random(seed), subject.page(subject.triples, subject.pair)
    targets = list(_targets(before))
    for number in range(count if targets else 0):
        kind = tuple(KINDS)[number % len(KINDS)]
        yield kind, KINDS[kind](subject, before, random.choice(targets), random)


def _swapped(subject: Subject, before: Page, _target: _Target, _random: Random) -> bool:
    after = subject.page(subject.triples, (subject.pair[1], subject.pair[0]))
    return _claims(before) == _claims(after)


def _shuffled(subject: Subject, before: Page, _target: _Target, random: Random) -> bool:
    triples = list(subject.triples)
    random.shuffle(triples)
    return _texts(subject.page(tuple(triples), subject.pair)) == _texts(before)


def _deleted(subject: Subject, before: Page, target: _Target, _random: Random) -> bool:
    after = subject.page(tuple(t for t in subject.triples if not target.owns(t)), subject.pair)
    new = _cited(after) - _stated(before) - _instead(after, target)
    return target.node.value not in _cited(after) and not new and _honest(after, target.label)


def _changed(subject: Subject, _before: Page, target: _Target, _random: Random) -> bool:
    changed = (
        ox.Triple(t.subject, t.predicate, _THING)
        if target.owns(t) and t.object == target.value
        else t
        for t in subject.triples
    )
    after = subject.page((*changed, *_presented(subject.triples, target.value)), subject.pair)
    return _honest(after, SENTINEL) and _honest(after, target.label)


def _added(subject: Subject, _before: Page, target: _Target, _random: Random) -> bool:
    new = {target.node: _NODE, target.value: _THING}
    copied = (
        ox.Triple(
            _NODE if t.subject == target.node else t.subject,
            t.predicate,
            new.get(t.object, t.object) if isinstance(t.object, ox.NamedNode) else t.object,
        )
        for t in subject.triples
        if target.owns(t)
    )
    triples = (*subject.triples, *copied, *_presented(subject.triples, target.value))
    return _honest(subject.page(tuple(dict.fromkeys(triples)), subject.pair), SENTINEL)


KINDS: dict[str, Callable[[Subject, Page, _Target, Random], bool]] = {
    "comparands swapped": _swapped,
    "triples shuffled": _shuffled,
    "statement deleted": _deleted,
    "value changed": _changed,
    "value added": _added,
}


def _targets(page: Page) -> Iterator[_Target]:
    """Yield the statements which prose tells and whose values are things with names."""
    cited = _cited(page)
    for row in _rows(page):
        for cell in row["cells"]:
            for value in cell["values"]:
                if value["type"] == "entity" and value["statement"] in cited:
                    yield _Target(
                        entity=ox.NamedNode(cell["entity"]),
                        property=row["property"]["iri"],
                        node=ox.NamedNode(value["statement"]),
                        value=ox.NamedNode(value["value"]),
                        label=value["label"],
                    )


def _rows(page: Page) -> Sequence[_Row]:
    rows: Sequence[_Row] = json.loads(json.dumps(page["rows"]))
    return rows


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


def _presented(triples: _Triples, like: ox.NamedNode) -> Iterator[ox.Triple]:
    """Yield the name of the new thing, and that it is of the classes of another."""
    yield ox.Triple(_THING, _LABEL, ox.Literal(SENTINEL, language="en"))
    for triple in triples:
        if triple.subject == like and triple.predicate in {_TYPE, _KIND}:
            yield ox.Triple(_THING, triple.predicate, triple.object)


def _claims(page: Page) -> Counter[tuple[frozenset[str], frozenset[str]]]:
    return Counter(
        (frozenset(s["evidence"]), frozenset(c["kind"] for c in s["claims"]))
        for s in sentences_of(page)
    )


def _texts(page: Page) -> list[str]:
    return [sentence["text"] for sentence in sentences_of(page)]


def _cited(page: Page) -> frozenset[str]:
    return frozenset(iri for sentence in sentences_of(page) for iri in sentence["evidence"])


def _stated(page: Page) -> frozenset[str]:
    cells = (cell for row in page["rows"] for cell in row["cells"])
    return frozenset(iri for cell in cells for iri in cell["statements"])


def _instead(page: Page, target: _Target) -> frozenset[str]:
    """Return what is stated of the same property: it may have stood behind the deleted one."""
    return frozenset(
        value["statement"]
        for row in _rows(page)
        for cell in row["cells"]
        for value in cell["values"]
        if (row["property"]["iri"], cell["entity"]) == (target.property, target.entity.value)
    )


def _honest(page: Page, name: str) -> bool:
    """Return whether a name stands only where a statement that has it is cited."""
    named = [s for s in sentences_of(page) if name in s["text"]]
    known = _names(page)
    return all(_has(sentence, name, known) for sentence in named)


def _has(sentence: Sentence, name: str, known: dict[str, str]) -> bool:
    return any(name in known.get(iri, "") for iri in sentence["evidence"])


def _names(page: Page) -> dict[str, str]:
    """Return all that each statement names, in one text."""
    found: dict[str, str] = {}
    for row in _rows(page):
        for cell in row["cells"]:
            for value in cell["values"]:
                found[value["statement"]] = json.dumps(value, ensure_ascii=False)
    labels = json.dumps(page.get("entities", ""), ensure_ascii=False)
    return {iri: text + labels for iri, text in found.items()}
