"""Small graphs, given as Turtle."""

import rdflib

from tertium.api import KnowledgeGraph, open_graph

__all__ = ["graph"]

_PREFIXES = """
@prefix m: <https://example.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def graph(turtle: str) -> KnowledgeGraph:
    return open_graph(rdflib.Graph().parse(data=_PREFIXES + turtle, format="turtle"))
