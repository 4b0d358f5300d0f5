"""What a page rests on, as facts: what was read, and what the graph answered."""

from __future__ import annotations

import json
from enum import Enum
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from zstandard import ZstdCompressor, ZstdDecompressor

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Evidence", "Fact", "Key", "Noun", "read_evidence", "written_evidence"]


class Noun(Enum):
    """What is read of a graph, each with what it is read of.

    GRAPH is what the ontology and the whole graph say to every page, by language. NAME is what a
    text means; THING the names, classes and other IRIs of a thing, CLASSES and WHOLES all that
    lies above it; DECLARED what is declared of a property, however far; STATED what is said of an
    entity, with its statement nodes; LEADING how many things lead to an entity by a predicate,
    SAYING what these say; BEGUN when a thing began, TOLD what introduces it; AROUND the edges
    around a node, unless so many are alike. TOTAL is a number of the whole graph, and COUNT one of
    its statistics, by table and key.
    """

    GRAPH = "graph"
    NAME = "name"
    THING = "thing"
    CLASSES = "classes"
    WHOLES = "wholes"
    DECLARED = "declared"
    STATED = "stated"
    LEADING = "leading"
    SAYING = "saying"
    BEGUN = "begun"
    TOLD = "told"
    AROUND = "around"
    TOTAL = "total"
    COUNT = "count"


class Key(NamedTuple):
    """Something that is read: a noun, by its value, and of what."""

    noun: str
    item: tuple[str, ...]


class Fact(NamedTuple):
    """A key with the answer: a number, an IRI or a digest."""

    key: Key
    answer: str


class Evidence(NamedTuple):
    """What a page rests on, and the files which a site has of it."""

    facts: tuple[Fact, ...] = ()
    files: tuple[str, ...] = ()


def written_evidence(pages: Mapping[int, Evidence]) -> bytes:
    """Return the evidence of pages, by their numbers: each fact once, pages by places of facts."""
    facts = sorted({fact for evidence in pages.values() for fact in evidence.facts})
    places = {fact: place for place, fact in enumerate(facts)}
    told = {
        "facts": [[fact.answer, fact.key.noun, *fact.key.item] for fact in facts],
        "pages": {
            number: [_steps(sorted(places[fact] for fact in evidence.facts)), *evidence.files]
            for number, evidence in pages.items()
        },
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return ZstdCompressor(write_checksum=True).compress(text.encode("utf-8", "surrogatepass"))


def read_evidence(data: bytes) -> Mapping[int, Evidence]:
    """Return the evidence of pages, by their numbers."""
    text = ZstdDecompressor().decompress(data).decode("utf-8", "surrogatepass")
    told = json.loads(text)
    facts = [Fact(Key(noun, tuple(item)), answer) for answer, noun, *item in told["facts"]]
    return {
        int(number): Evidence(tuple(facts[place] for place in accumulate(steps)), tuple(files))
        for number, (steps, *files) in told["pages"].items()
    }


def _steps(places: list[int]) -> list[int]:
    """Return each place as it lies behind the one before: small numbers, which pack well."""
    return [right - left for left, right in pairwise((0, *places))]
