"""The terms in which Wikibase's RDF speaks, each built once."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

__all__ = [
    "ALIAS",
    "DESCRIPTION",
    "DOUBLE",
    "INTEGER",
    "LABEL",
    "RDF_TYPE",
    "WAS_DERIVED_FROM",
    "Predicates",
    "PropertyTerms",
    "Role",
    "property_terms",
    "wikibase",
]

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"

ALIAS: Final = ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
DESCRIPTION: Final = ox.NamedNode("http://schema.org/description")
DOUBLE: Final = ox.NamedNode(_XSD + "double")
INTEGER: Final = ox.NamedNode(_XSD + "integer")
LABEL: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
RDF_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
WAS_DERIVED_FROM: Final = ox.NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")


class Role(Enum):
    """What a value is to its subject; the value is a part of the predicate's IRI."""

    DIRECT = "direct/"
    STATEMENT = "statement/"
    QUALIFIER = "qualifier/"
    REFERENCE = "reference/"


@dataclass(frozen=True, slots=True)
class Predicates:
    """What leads to a simple value and, but for direct triples, to the node of the full one."""

    namespace: str
    simple: ox.NamedNode
    full: ox.NamedNode | None


@dataclass(frozen=True, slots=True)
class PropertyTerms:
    """A property and all terms made of it."""

    iri: ox.NamedNode
    claim: ox.NamedNode
    novalue: ox.NamedNode
    predicates: Mapping[Role, Predicates]


@lru_cache(maxsize=256)
def wikibase(name: str) -> ox.NamedNode:
    """Return a term of the Wikibase ontology."""
    return ox.NamedNode(f"http://wikiba.se/ontology#{name}")


@lru_cache(maxsize=16384)
def property_terms(base: str, identifier: str) -> PropertyTerms:
    """Return the terms of a property of the Wikibase at a base IRI."""
    prop = f"{base}prop/"
    return PropertyTerms(
        iri=ox.NamedNode(f"{base}entity/{identifier}"),
        claim=ox.NamedNode(f"{prop}{identifier}"),
        novalue=ox.NamedNode(f"{prop}novalue/{identifier}"),
        predicates={role: _predicates(prop + role.value, identifier, role=role) for role in Role},
    )


def _predicates(namespace: str, identifier: str, *, role: Role) -> Predicates:
    full = None if role is Role.DIRECT else ox.NamedNode(f"{namespace}value/{identifier}")
    return Predicates(namespace, ox.NamedNode(namespace + identifier), full)
