"""Which words of other vocabularies mean the same as ours (SSSOM tables in ontology/)."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from re import sub
from typing import Final

from tertium.model.alignment import Declaration, Tie
from tertium.model.terms import Iri
from tertium.queries.prefixes import expand
from tertium.resources import folder, resource_files
from tertium.store.vocabulary import canonical

__all__ = ["Alignments", "bundled_alignments", "bundled_declarations", "declaration", "spellings"]

_SUFFIX: Final = ".sssom.tsv"
_EQUAL: Final = ("skos:exactMatch", "skos:closeMatch")
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_WDT: Final = "http://www.wikidata.org/prop/direct/"
_NARROW: Final = Iri(_SKOS + "narrowMatch")
_TIES: Final = {
    Iri(_OWL + "equivalentProperty"): Tie.EQUIVALENT,
    Iri(_SKOS + "exactMatch"): Tie.EQUIVALENT,
    Iri(_WDT + "P1628"): Tie.EQUIVALENT,
    Iri(_RDFS + "subPropertyOf"): Tie.NARROWER,
    Iri(_SKOS + "broadMatch"): Tie.NARROWER,
    _NARROW: Tie.NARROWER,
    Iri(_WDT + "P1647"): Tie.NARROWER,
    Iri(_OWL + "inverseOf"): Tie.INVERSE,
    Iri(_WDT + "P1696"): Tie.INVERSE,
    Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"): Tie.INVERSE,
}
"""What is declared by a triple between two properties; by its class one is its own inverse."""


@dataclass(frozen=True, slots=True)
class Alignments:
    """Our words by those of others, the closest first."""

    ours: Mapping[Iri, tuple[Iri, ...]] = field(default_factory=dict)


@cache
def bundled_alignments() -> Alignments:
    """Return the alignments that ship with Tertium."""
    found: dict[Iri, list[tuple[int, Iri]]] = {}
    for our, match, their in _mappings():
        if match in _EQUAL:
            for way in spellings(their):
                found.setdefault(canonical(way), []).append((_EQUAL.index(match), our))
    return Alignments(
        {their: tuple(iri for _, iri in sorted(group)) for their, group in found.items()}
    )


def spellings(iri: Iri) -> tuple[Iri, ...]:
    """Return an IRI, and how else it may be spelt: words of schema.org are, by its own rules."""
    other = sub(r"^http(s?)(://schema\.org/)", lambda m: f"http{'' if m[1] else 's'}{m[2]}", iri)
    return tuple(dict.fromkeys((iri, Iri(other))))


@cache
def bundled_declarations() -> tuple[Declaration, ...]:
    """Return what the alignments that ship with Tertium declare of properties."""
    found = (
        declaration(our, relation, their)
        for our, match, their in _mappings()
        if (relation := expand(match)) is not None
    )
    return tuple(one for one in found if one is not None)


def declaration(left: Iri, relation: Iri, right: Iri) -> Declaration | None:
    """Return what a triple or a row of a mapping declares of two properties, if it does.

    A close or related match declares nothing.
    """
    tie = _TIES.get(relation)
    if tie is None:
        return None
    ends = canonical(left), canonical(right)
    if right == _OWL + "SymmetricProperty":
        ends = (ends[0], ends[0])
    left, right = ends[::-1] if relation == _NARROW else ends
    return Declaration(left, tie, right)


def _mappings() -> Iterator[tuple[Iri, str, Iri]]:
    for _, file in resource_files(folder("ontology"), _SUFFIX):
        lines = (line for line in file.read_text("utf-8").splitlines() if line[:1] != "#")
        rows = (
            (expand(row["subject_id"]), row["predicate_id"], expand(row["object_id"]))
            for row in csv.DictReader(lines, delimiter="\t")
        )
        yield from ((our, match, their) for our, match, their in rows if our and their)
