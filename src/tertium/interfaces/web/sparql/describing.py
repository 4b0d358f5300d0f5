"""What the endpoint says of itself (SPARQL 1.1 Service Description) and of its graph (VoID)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.interfaces.web.sparql.examples import examples, verb_of
from tertium.interfaces.web.sparql.triples import Saying
from tertium.workers import LIMITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.api.holdings import Holdings

__all__ = ["DATASET", "LIMITS_AT", "About", "dataset", "service"]

DATASET: Final = "#dataset"
LIMITS_AT: Final = "#limits"
"""Where it is told how much an answer may have."""

_FORMATS: Final = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads"),
)
_LIMITS: Final = (
    f"A query is answered within {LIMITS.seconds:g} seconds or not at all, with at most"
    f" {LIMITS.rows:,} rows or triples. Where there are more, the header Tertium-Truncated says"
    " so. SERVICE and LOAD are refused; FROM and USING name graphs of this endpoint only."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is to be described: an endpoint, and its graph where it is counted."""

    endpoint: str
    updates: bool
    holdings: Holdings | None


def service(about: About) -> Saying:
    """Return what an endpoint says of itself, its graph and its examples."""
    saying = dataset(about)
    me = about.endpoint
    saying.say(me, "rdf:type", "sd:Service")
    saying.say(me, "sd:endpoint", me)
    saying.say(me, "sd:supportedLanguage", "sd:SPARQL11Query")
    if about.updates:
        saying.say(me, "sd:supportedLanguage", "sd:SPARQL11Update")
    saying.say(me, "sd:resultFormat", *(f"format:{name}" for name in _FORMATS))
    saying.say(me, "sd:feature", "sd:UnionDefaultGraph")
    saying.say(me, "sd:defaultEntailmentRegime", "ent:Simple")
    saying.say(me, "sd:defaultDataset", DATASET)
    saying.say(me, "rdfs:seeAlso", LIMITS_AT)
    saying.tell(LIMITS_AT, "rdfs:label", "Limits of the endpoint")
    saying.tell(LIMITS_AT, "rdfs:comment", _LIMITS)
    _exemplify(saying, me)
    return saying


def dataset(about: About) -> Saying:
    """Return what is said of a graph: how much of what it holds."""
    saying = Saying(about.endpoint)
    saying.say(DATASET, "rdf:type", "sd:Dataset", "void:Dataset")
    saying.tell(DATASET, "dcterms:title", "The graph that is served here")
    saying.say(DATASET, "void:sparqlEndpoint", about.endpoint)
    saying.say(DATASET, "sd:defaultGraph", "#default-graph")
    saying.say("#default-graph", "rdf:type", "sd:Graph")
    if about.holdings is not None:
        _count(saying, about.holdings)
        _name_graphs(saying, about.holdings)
    return saying


def _count(saying: Saying, held: Holdings) -> None:
    numbers: Mapping[str, int | None] = {
        "triples": held.triples,
        "entities": held.entities,
        "classes": held.kinds,
        "properties": len(held.predicates),
        "distinctSubjects": held.subjects,
        "distinctObjects": held.objects,
    }
    for name, number in numbers.items():
        if number is not None:
            saying.say(DATASET, f"void:{name}", number)
    saying.say("#default-graph", "void:triples", held.triples)
    for place, (iri, number) in enumerate(held.classes.items(), 1):
        part = f"#class-{place}"
        saying.say(DATASET, "void:classPartition", part)
        saying.say(part, "void:class", ox.NamedNode(iri))
        saying.say(part, "void:entities", number)
    for place, (iri, number) in enumerate(held.predicates.items(), 1):
        part = f"#property-{place}"
        saying.say(DATASET, "void:propertyPartition", part)
        saying.say(part, "void:property", ox.NamedNode(iri))
        saying.say(part, "void:triples", number)


def _name_graphs(saying: Saying, held: Holdings) -> None:
    for place, (iri, number) in enumerate(held.graphs.items(), 1):
        named, graph = f"#named-graph-{place}", f"#graph-{place}"
        saying.say(DATASET, "sd:namedGraph", named)
        saying.say(named, "rdf:type", "sd:NamedGraph")
        saying.say(named, "sd:name", ox.NamedNode(iri))
        saying.say(named, "sd:graph", graph)
        saying.say(graph, "rdf:type", "sd:Graph")
        saying.say(graph, "void:triples", number)


def _exemplify(saying: Saying, endpoint: str) -> None:
    """Say the saved queries that show what may be asked (SHACL, 6.2; as editors read them)."""
    for query in examples():
        verb = verb_of(query)
        me = f"#example/{query.name}"
        saying.say(me, "rdf:type", "sh:SPARQLExecutable", f"sh:SPARQL{verb.title()}Executable")
        saying.tell(me, "rdfs:comment", query.summary)
        saying.say(me, f"sh:{verb}", ox.Literal(query.bind()))
        saying.say(me, "schema:target", endpoint)
