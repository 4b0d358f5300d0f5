"""The prefixes that everybody knows, and the ones a query leaves out."""

from itertools import pairwise
from types import MappingProxyType
from typing import Final

from tertium.errors import BadTermError
from tertium.model.terms import XSD, Iri
from tertium.queries.tokens import Kind, Token, tokens
from tertium.store.terms import checked_iri

__all__ = ["PREFIXES", "expand", "iri_of", "is_own", "with_prefixes"]

PREFIXES: Final = MappingProxyType(
    {
        "bio": "http://purl.org/vocab/bio/0.1/",
        "dbo": "http://dbpedia.org/ontology/",
        "dcterms": "http://purl.org/dc/terms/",
        "ex": "https://w3id.org/tertium/id/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "lex": "https://w3id.org/tertium/lexicon/en/",
        "lexinfo": "http://www.lexinfo.net/ontology/3.0/lexinfo#",
        "ontolex": "http://www.w3.org/ns/lemon/ontolex#",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "p": "http://www.wikidata.org/prop/",
        "pq": "http://www.wikidata.org/prop/qualifier/",
        "pr": "http://www.wikidata.org/prop/reference/",
        "prov": "http://www.w3.org/ns/prov#",
        "ps": "http://www.wikidata.org/prop/statement/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "s": "https://w3id.org/tertium/statement/",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "src": "https://w3id.org/tertium/source/",
        "tt": "https://w3id.org/tertium/ontology#",
        "wd": "http://www.wikidata.org/entity/",
        "wdt": "http://www.wikidata.org/prop/direct/",
        "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
        "wikibase": "http://wikiba.se/ontology#",
        "xsd": XSD,
    }
)
"""Namespaces by prefix."""


def expand(curie: str) -> Iri | None:
    """Return the IRI which a CURIE such as `wd:Q855` stands for, if it is one.

    >>> expand("wd:Q855")
    'http://www.wikidata.org/entity/Q855'
    """
    prefix, colon, local = curie.partition(":")
    if not colon or not local or prefix not in PREFIXES:
        return None
    try:
        return checked_iri(PREFIXES[prefix] + local)
    except BadTermError:
        return None


def iri_of(text: str) -> Iri | None:
    """Return the IRI which a text is, or for which it stands as a CURIE, if any.

    >>> iri_of("wd:Q855"), iri_of("Stalin")
    ('http://www.wikidata.org/entity/Q855', None)
    """
    if ":" not in text:
        return None
    try:
        return expand(text) or checked_iri(text)
    except BadTermError:
        return None


def is_own(iri: str) -> bool:
    """Return whether an IRI is a word of Tertium's own ontology: it is no thing of a graph."""
    return iri.startswith(PREFIXES["tt"])


def with_prefixes(sparql: str) -> str:
    """Return a query with the PREFIX lines which its writer left out.

    They go on the first line, so that an engine's line numbers stay right.

    >>> with_prefixes("ASK { ex:stalin ?p ?o }")
    'PREFIX ex: <https://w3id.org/tertium/id/> ASK { ex:stalin ?p ?o }'
    """
    pieces = [token for token in tokens(sparql) if token.kind is not Kind.COMMENT]
    declared = {after.text for before, after in pairwise(pieces) if _declares(before)}
    used = {token.text.partition(":")[0] for token in pieces if token.kind is Kind.NAME}
    missing = sorted(name for name in used if name in PREFIXES and f"{name}:" not in declared)
    lines = (("PREFIX", f"{name}:", f"<{PREFIXES[name]}>") for name in missing)
    return " ".join((*map(" ".join, lines), sparql))


def _declares(token: Token) -> bool:
    return token.kind is Kind.WORD and token.text.casefold() == "prefix"
