"""ESBM v1.2 (Liu et al. 2020) as graphs which Tertium opens like any other.

What a page has no row for is stated under another name: labels and classes, and triples of which
the entity is the object. The classes of an entity are ordered here, since a page never tells them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

import tertium
from tertium.compare.diversity import Candidate, diverse
from tertium.compare.telling import telling
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri, Term
from tertium.store.terms import from_oxigraph
from tertium.store.vocabulary import RDF_TYPE, is_statement

__all__ = ["DATASETS", "Case", "Collection", "Triple", "folds", "open_collection", "triples_in"]

DATASETS: Final = ("dbpedia", "lmdb")
_SAID: Final = "urn:said:"
_INVERSE: Final = "urn:inverse:"
_OPAQUE: Final = re.compile(r"(\d{5,}|/Q\d+)$")


class Triple(NamedTuple):
    """A line of a file, each term as it is written there."""

    subject: str
    predicate: str
    object: str


def triples_in(path: Path) -> tuple[Triple, ...]:
    """Return the triples of a file, each once."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    parts = (line.rstrip(".").strip().split(None, 2) for line in lines if line)
    return tuple(dict.fromkeys(Triple(s, p, o.strip()) for s, p, o in parts))
