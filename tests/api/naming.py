"""A graph of people, places and works whose names are linked."""

from collections.abc import Mapping
from dataclasses import replace

import rdflib

from tertium.api import KnowledgeGraph, open_graph
from tertium.model.link import Candidate, Given, LinkQuery
from tertium.model.terms import Iri

__all__ = ["MINE", "PEOPLE", "PREFIXES", "about", "asked", "best", "graph", "parsed"]

MINE = "https://example.org/"
SCHEMA = "https://schema.org/"
PREFIXES = """
@prefix m: <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PEOPLE = """
m:Painter rdfs:subClassOf m:Artist . m:Artist rdfs:label "artist"@en .
m:nadia a m:Painter ; rdfs:label "Nadia Orlovska"@en , "Надія Орловська"@uk ;
    skos:altLabel "Nadia Marchenko"@en ; schema:birthDate "1901-03-04"^^xsd:date ;
    schema:birthPlace m:lviv ; schema:height 1.7 ; schema:slogan "per aspera" ;
    schema:identifier "X-1901" ; schema:url <https://nadia.example/> .
m:pavel a m:Sculptor ; rdfs:label "Pavel Brenner"@en ; schema:birthPlace m:vienna ;
    schema:birthDate "1850-01-02"^^xsd:date .
m:pavel-2 a m:Painter ; rdfs:label "Pavel Brenner"@en ; schema:birthPlace m:lviv ;
    schema:birthDate "1888-05-06"^^xsd:date .
m:emile a m:Painter ; rdfs:label "Émile Zoltán Kovács"@en .
m:lviv a m:City ; rdfs:label "Lviv"@en ; skos:altLabel "Lemberg"@en ;
    schema:containedInPlace m:galicia .
m:galicia a m:Region ; rdfs:label "Galicia"@en .
m:vienna a m:City ; rdfs:label "Vienna"@en .
"""


def graph(turtle: str) -> KnowledgeGraph:
    return open_graph(parsed(turtle))


def parsed(turtle: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")


def asked(text: str, *types: str, names: tuple[str, ...] = (), **given: str) -> LinkQuery:
    """Return a query; what is given goes by the names of schema.org, `any` by no property."""
    kinds = tuple(Iri(MINE + one) for one in types)
    return replace(about(text, given), types=kinds, names=names)


def about(text: str, known: Mapping[str, str]) -> LinkQuery:
    """Return a query with what is known, by the names of schema.org; `any` is no property."""
    given = (
        Given(None if name == "any" else Iri(SCHEMA + name), (value,))
        for name, value in known.items()
    )
    return LinkQuery(text=text, given=tuple(given))


def best(graph: KnowledgeGraph, query: LinkQuery) -> tuple[str, Candidate | None]:
    """Return the outcome, and the best candidate."""
    linking = graph.link(query)
    return linking.outcome.value, linking.candidates[0] if linking.candidates else None
