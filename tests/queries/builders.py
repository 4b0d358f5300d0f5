from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
from rdflib.plugins.sparql.algebra import translateQuery, traverse
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from tertium.model.statement import Statement
from tertium.model.terms import XSD, BlankNode, Iri, Literal, Term
from tertium.queries.prefixes import PREFIXES
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Triple, construct
from tertium.store.surroundings import Surroundings

__all__ = [
    "TOWN",
    "around",
    "ex",
    "fixture",
    "graph",
    "item",
    "nameless",
    "of_type",
    "place",
    "shape",
    "src",
    "structure",
    "town",
    "triples_of",
    "tt",
]

TOWN = "http://lakes.example.org/ns#"

_FIXTURES = Path(__file__).parents[1] / "fixtures"


def item(number: int) -> Iri:
    return Iri(f"{PREFIXES['wd']}Q{number}")


def place(name: str) -> Iri:
    return Iri(f"http://lakes.example.org/place/{name}")


def town(name: str) -> Iri:
    return Iri(TOWN + name)


def ex(name: str) -> Iri:
    return Iri(PREFIXES["ex"] + name)


def src(name: str) -> Iri:
    return Iri(PREFIXES["src"] + name)


def tt(name: str) -> Iri:
    return Iri(PREFIXES["tt"] + name)


def of_type(lexical: str, name: str) -> Literal:
    return Literal(lexical, Iri(XSD + name))


def graph(turtle: str) -> OxigraphStore:
    store = ox.Store()
    head = "".join(f"@prefix {name}: <{iri}> . " for name, iri in PREFIXES.items())
    store.load(head + turtle, ox.RdfFormat.TURTLE)
    return OxigraphStore(store)


def fixture(name: str) -> OxigraphStore:
    store = ox.Store()
    store.load(path=_FIXTURES / name)
    return OxigraphStore(store)


def triples_of(store: OxigraphStore) -> tuple[Triple, ...]:
    return construct(store, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def nameless(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements without the labels of the blank nodes which say them."""
    return tuple(
        replace(one, triples=tuple((_bare(s), p, _bare(o)) for s, p, o in one.triples))
        for one in statements
    )


def _bare(term: Term) -> Term:
    return BlankNode("") if isinstance(term, BlankNode) else term


def around(turtle: str) -> Surroundings:
    return Surroundings.of(triples_of(graph(turtle)))


def structure(triples: Iterable[Triple], depth: int = 4) -> Counter[object]:
    """Return triples by what they say; a blank node is what can be said of it, some steps deep."""
    arcs: dict[Term, list[tuple[Iri, Term]]] = {}
    for subject, predicate, value in triples:
        arcs.setdefault(subject, []).append((predicate, value))

    def told(term: Term, steps: int) -> str:
        if not isinstance(term, BlankNode):
            return repr(term)
        if not steps:
            return "…"
        return str(sorted((p, told(o, steps - 1)) for p, o in arcs.get(term, ())))

    return Counter(
        (told(s, depth), p, told(o, depth)) for s, found in arcs.items() for p, o in found
    )


def shape(sparql: str) -> str:
    """Return the algebra of a query, but for what its VALUES blocks hold."""

    def empty(node: object) -> None:
        if isinstance(node, CompValue) and node.name in {"values", "InlineData"}:
            node["res"] = node["value"] = []

    return repr(traverse(translateQuery(parseQuery(sparql)).algebra, visitPre=empty))
