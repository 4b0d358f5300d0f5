"""Well-known vocabularies by the role they play, and which predicates state something."""

import re
from functools import cache, lru_cache
from typing import Final

from tertium.model.terms import Iri

__all__ = [
    "ALIASES",
    "BACKGROUND",
    "BROADER",
    "DESCRIPTIONS",
    "EXTERNAL_ID",
    "IDENTIFIERS",
    "IDENTITIES",
    "LABELS",
    "LOADS",
    "PROPERTY_TYPE",
    "RDF_SUBJECT",
    "RDF_TYPE",
    "SHORT_NAMES",
    "WHOLES",
    "canonical",
    "direct_name",
    "is_broader",
    "is_class",
    "is_statement",
    "is_type",
    "names_things",
    "qualifier_name",
]

_DC: Final = "http://purl.org/dc/elements/1.1/"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_FOAF: Final = "http://xmlns.com/foaf/0.1/"
_GN: Final = "http://www.geonames.org/ontology#"
_LEXINFO: Final = "http://www.lexinfo.net/ontology/"
_ONTOLEX: Final = "http://www.w3.org/ns/lemon/"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_PROV: Final = "http://www.w3.org/ns/prov#"
_QUDT: Final = "http://qudt.org/schema/qudt/"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SCHEMA: Final = "https://schema.org/"
_SCHEMA_HTTP: Final = "http://schema.org/"
_SH: Final = "http://www.w3.org/ns/shacl#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_TT: Final = "https://w3id.org/tertium/ontology#"
_VOID: Final = "http://rdfs.org/ns/void#"
_WIKIBASE: Final = "http://wikiba.se/ontology#"


def _iris(namespace: str, *names: str) -> tuple[Iri, ...]:
    return tuple(Iri(namespace + name) for name in names)


RDF_SUBJECT: Final = Iri(_RDF + "subject")
RDF_TYPE: Final = Iri(_RDF + "type")
LOADS: Final = Iri("https://w3id.org/tertium/graph/loads")
"""The named graph that says what was loaded; it is no part of what the graph says."""

LABELS: Final = (
    *_iris(_RDFS, "label"),
    *_iris(_SKOS, "prefLabel"),
    *_iris(_SCHEMA, "name"),
    *_iris(_SCHEMA_HTTP, "name"),
    *_iris(_FOAF, "name"),
    *_iris(_DCTERMS, "title"),
    *_iris(_DC, "title"),
    *_iris(_GN, "name"),
)
"""What things are called, the best first."""

SHORT_NAMES: Final = _iris(_TT, "shortName")

ALIASES: Final = (
    *_iris(_SKOS, "altLabel", "hiddenLabel"),
    *_iris(_SCHEMA, "alternateName"),
    *_iris(_SCHEMA_HTTP, "alternateName"),
    *_iris(_FOAF, "nick"),
    *_iris(_DCTERMS, "alternative"),
    *_iris(_GN, "alternateName"),
)
"""What else things are called."""

DESCRIPTIONS: Final = (
    *_iris(_SCHEMA, "description"),
    *_iris(_SCHEMA_HTTP, "description"),
    *_iris(_DCTERMS, "description"),
    *_iris(_DC, "description"),
    *_iris(_SKOS, "definition"),
    *_iris("http://dbpedia.org/ontology/", "abstract"),
    *_iris(_RDFS, "comment"),
)
"""What introduces things, the best first."""

IDENTITIES: Final = (*_iris(_SKOS, "exactMatch"), *_iris(_OWL, "sameAs"))
"""Under which other IRI a thing is known."""

IDENTIFIERS: Final = (
    *_iris(_SCHEMA, "identifier"),
    *_iris(_SCHEMA_HTTP, "identifier"),
    *_iris(_DCTERMS, "identifier"),
    *_iris(_DC, "identifier"),
    *_iris(_SKOS, "notation"),
)
"""By which code a thing is known; so do the properties of a Wikibase for external identifiers."""

PROPERTY_TYPE: Final = Iri(_WIKIBASE + "propertyType")
EXTERNAL_ID: Final = Iri(_WIKIBASE + "ExternalId")
"""What a Wikibase says of a property by which things are known elsewhere."""

BROADER: Final = (
    *_iris(_RDFS, "subClassOf"),
    *_iris("http://www.wikidata.org/prop/direct/", "P279"),
    *_iris(_SKOS, "broader", "broaderTransitive"),
)
"""From a class or concept to a wider one."""

WHOLES: Final = (
    *_iris(_TT, "partOf"),
    *_iris(_DCTERMS, "isPartOf"),
    *_iris(_SCHEMA, "containedInPlace"),
    *_iris(_SCHEMA_HTTP, "containedInPlace"),
    *_iris(_GN, "parentFeature"),
    *_iris("http://www.wikidata.org/prop/direct/", "P131", "P361"),
)
"""From a part to its whole, or from a place to one around it."""

BACKGROUND: Final = frozenset(
    (
        *_iris(_TT, "Source", "Facet", "Rank"),
        *_iris(_OWL, "Ontology", "Class", "Axiom", "AnnotationProperty"),
        *_iris(_OWL, "DatatypeProperty", "FunctionalProperty", "InverseFunctionalProperty"),
        *_iris(_OWL, "ObjectProperty", "SymmetricProperty", "TransitiveProperty"),
        *_iris(_RDFS, "Class"),
        *_iris(_RDF, "Property"),
        *_iris(_ONTOLEX + "ontolex#", "LexicalEntry"),
        *_iris(_SH, "NodeShape", "PropertyShape"),
        *_iris(_WIKIBASE, "Property"),
    )
)
"""Classes of what serves to state something; hardly anybody compares these."""

_MANY: Final = 10_000
"""How many predicates are remembered."""
_NODES: Final = frozenset((*_iris(_TT, "Statement"), *_iris(_RDF, "Statement")))
_SILENT: Final = frozenset(
    (
        *(*LABELS, *SHORT_NAMES, *ALIASES, *DESCRIPTIONS, *IDENTITIES),
        *_iris(_TT, "facet", "inText", "noun", "order", "rank", "role"),
        *_iris(_TT, "calendarTime", "dimension", "multiplier", "offset"),
        *_iris(_QUDT, "currencyCode", "ucumCode"),
        *_iris(_SCHEMA, "domainIncludes", "rangeIncludes"),
        *_iris(_SCHEMA_HTTP, "domainIncludes", "rangeIncludes"),
        *_iris(_SKOS, "inScheme", "topConceptOf", "hasTopConcept", "changeNote", "editorialNote"),
    )
)
_SILENT_NAMESPACES: Final = (
    *(_RDF, _RDFS, _OWL, _SH, _PROV, _VOID, _WIKIBASE, _ONTOLEX, _LEXINFO),
)
_ENTITY: Final = re.compile(r"(.*/)entity/(P[1-9][0-9]*)")
_DIRECT: Final = re.compile(r"(.*/)prop/direct/(P[1-9][0-9]*)")
_INDIRECT: Final = re.compile(r".*/prop/(?!direct/)(?:[a-z-]+/)*P[1-9][0-9]*")
_KIND: Final = "/prop/direct/P31"
_SUBCLASS: Final = "/prop/direct/P279"
_NAMING: Final = ("preflabel", "label", "name", "title")


@cache
def is_statement(predicate: str) -> bool:
    """Return whether a triple with this predicate may state something of an entity.

    Names, descriptions, classes, the ontology and the inside of statements do not.

    >>> is_statement("http://www.wikidata.org/prop/direct/P31")
    True
    >>> is_statement("http://www.wikidata.org/prop/P31")
    False
    """
    return not (
        predicate in _SILENT
        or predicate.startswith(_SILENT_NAMESPACES)
        or _INDIRECT.fullmatch(predicate)
    )


def is_type(predicate: str) -> bool:
    """Return whether a predicate leads from an entity to its class."""
    return predicate == RDF_TYPE or predicate.endswith(_KIND)


def is_broader(predicate: str) -> bool:
    """Return whether a predicate leads from a class or concept to a wider one."""
    return predicate in BROADER or predicate.endswith(_SUBCLASS)


def is_class(iri: str) -> bool:
    """Return whether a class is one of entities, not of what serves to state something."""
    return not (iri in BACKGROUND or iri in _NODES or iri.startswith(_WIKIBASE))


@lru_cache(_MANY)
def canonical(predicate: Iri) -> Iri:
    """Return the IRI which a property is known by: that of its entity in a Wikibase.

    >>> canonical(Iri("http://www.wikidata.org/prop/direct/P31"))
    'http://www.wikidata.org/entity/P31'
    """
    direct = _DIRECT.fullmatch(predicate)
    return Iri(f"{direct[1]}entity/{direct[2]}") if direct else predicate


@lru_cache(_MANY)
def direct_name(iri: Iri) -> Iri:
    """Return the predicate of the direct triples of a property; the inverse of `canonical`.

    >>> direct_name(Iri("http://www.wikidata.org/entity/P31"))
    'http://www.wikidata.org/prop/direct/P31'
    """
    entity = _ENTITY.fullmatch(iri)
    return Iri(f"{entity[1]}prop/direct/{entity[2]}") if entity else iri


@lru_cache(_MANY)
def qualifier_name(iri: Iri) -> Iri:
    """Return the predicate by which a property of a Wikibase qualifies a statement.

    >>> qualifier_name(Iri("http://www.wikidata.org/entity/P580"))
    'http://www.wikidata.org/prop/qualifier/P580'
    """
    entity = _ENTITY.fullmatch(iri)
    return Iri(f"{entity[1]}prop/qualifier/{entity[2]}") if entity else iri


def names_things(predicate: str) -> int | None:
    """Return how well the last part of a predicate's IRI says that it names things.

    0 is best; `None` when it does not.

    >>> names_things("http://www.semwebtech.org/mondial/10/meta#name")
    2
    """
    last = re.split(r"[/#:]", predicate)[-1].casefold()
    return _NAMING.index(last) if last in _NAMING else None
