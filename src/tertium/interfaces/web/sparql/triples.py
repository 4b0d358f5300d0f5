"""Triples that we say ourselves, in whichever syntax somebody likes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

__all__ = ["PREFIXES", "Saying"]

PREFIXES: Final = {
    "dcterms": "http://purl.org/dc/terms/",
    "ent": "http://www.w3.org/ns/entailment/",
    "format": "http://www.w3.org/ns/formats/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_Value = ox.NamedNode | ox.Literal


@dataclass(slots=True)
class Saying:
    """Triples, said one after another; whatever has no address of its own gets one at `address`."""

    address: str
    triples: list[ox.Triple] = field(default_factory=list)

    def node(self, name: str) -> ox.NamedNode:
        """Return what a short name stands for: `sd:Service`, or `#limits` of the address."""
        prefix, colon, local = name.partition(":")
        space = PREFIXES.get(prefix) if colon else None
        if space is not None:
            return ox.NamedNode(space + local)
        return ox.NamedNode(self.address + name if name.startswith("#") else name)

    def say(self, subject: str, predicate: str, *values: str | int | _Value) -> None:
        """Say something: a `str` is the name of something, a number a number."""
        about, verb = self.node(subject), self.node(predicate)
        self.triples += (ox.Triple(about, verb, self._value(value)) for value in values)

    def tell(self, subject: str, predicate: str, text: str) -> None:
        """Say something in English."""
        self.say(subject, predicate, ox.Literal(text, language="en"))

    def written(self, media_type: str) -> bytes:
        """Return all that was said, in a syntax.

        Raises:
            KeyError: when there is no such syntax.

        """
        syntax = ox.RdfFormat.from_media_type(media_type)
        if syntax is None:
            raise KeyError(media_type)
        return ox.serialize(self.triples, format=syntax, prefixes=PREFIXES) or b""

    def _value(self, value: str | int | _Value) -> _Value:
        match value:
            case int():
                return ox.Literal(value)
            case str():
                return self.node(value)
            case _:
                return value
