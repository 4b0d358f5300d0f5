"""Which word of RDF each key of the comparison document is: ``shapes.tsv``, read once."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["PREFIXES", "Leaf", "Many", "Presence", "Shape", "Term", "shapes", "words"]

PREFIXES: Final[Mapping[str, str]] = {
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sdo": "https://schema.org/",
    "tt": "https://w3id.org/tertium/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies of a page."""
_TYPE: Final = "@type"
_WORD: Final = "word"
_CHOICE: Final = "type"


class Leaf(Enum):
    """What a value of a key is, where it is no object of its own.

    A `NODE` is an IRI, or a text where it is none; a `TONGUE` a text in the language that stands
    beside it; a `DAY` a date to the day, month or year.
    """

    TEXT = "text"
    NODE = "node"
    COUNT = "count"
    REAL = "real"
    FLAG = "flag"
    TONGUE = "tongue"
    DAY = "day"
    DECIMAL = "decimal"


class Many(Enum):
    """How many values a key has: one, a list in order, or a sorted set."""

    ONE = ""
    LIST = "list"
    SET = "set"


class Presence(Enum):
    """When a key stands in the document.

    What is `DERIVED` stands among the triples alone; `DATED` is there when ``at`` is.
    """

    ALWAYS = ""
    OPTIONAL = "optional"
    DERIVED = "derived"
    DATED = "with at"


@dataclass(frozen=True, slots=True)
class Term:
    """A key: its property (a CURIE), and what its values are.

    `kind` is a leaf, else the name of a shape or of a set of words.
    """

    key: str
    name: str
    kind: Leaf | str
    many: Many
    presence: Presence


@dataclass(frozen=True, slots=True)
class Shape:
    """An object of the document: its class (a CURIE), or none, and its keys in their order.

    A shape with `choices` is one of these, by its key ``type``, besides what it is itself.
    """

    name: str
    type: str
    terms: tuple[Term, ...]
    choices: tuple[str, ...] = ()

    def chosen(self, choice: str) -> "Shape":
        """Return the shape of a choice, with the keys of both."""
        first, *rest = self.terms
        own = shapes()[choice].terms if choice in shapes() else ()
        return Shape(choice, "", (first, *own, *rest))


@cache
def shapes() -> Mapping[str, Shape]:
    """Return the shapes of all objects, by name."""
    found: dict[str, list[dict[str, str]]] = {}
    for line in _lines():
        if line["kind"] != _WORD:
            found.setdefault(line["shape"], []).append(line)
    return {name: _shape(name, lines) for name, lines in found.items()}


@cache
def words(scheme: str) -> Mapping[str, str]:
    """Return the words of a key as they are in RDF (CURIEs); none of what is no such key."""
    return {
        line["key"]: line["property"]
        for line in _lines()
        if line["shape"] == scheme and line["kind"] == _WORD
    }


def _lines() -> Iterator[dict[str, str]]:
    text = files(__package__).joinpath("shapes.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t")


def _shape(name: str, lines: list[dict[str, str]]) -> Shape:
    terms = tuple(_term(line) for line in lines if line["key"] != _TYPE)
    types = "".join(line["property"] for line in lines if line["key"] == _TYPE)
    chosen = terms[0].kind == _CHOICE if terms else False
    return Shape(name, types, terms, tuple(words(_CHOICE)) if chosen else ())


def _term(line: dict[str, str]) -> Term:
    leaves = {leaf.value: leaf for leaf in Leaf}
    return Term(
        line["key"],
        line["property"],
        leaves.get(line["kind"], line["kind"]),
        Many(line["many"]),
        Presence(line["presence"]),
    )
