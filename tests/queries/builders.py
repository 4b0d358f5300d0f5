import pyoxigraph as ox
from rdflib.plugins.sparql.algebra import translateQuery, traverse
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from tertium.model.terms import XSD, Iri, Literal
from tertium.queries.prefixes import PREFIXES
from tertium.store.oxigraph import OxigraphStore

__all__ = ["ex", "graph", "of_type", "shape", "src", "tt"]


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


def shape(sparql: str) -> str:
    """Return the algebra of a query, but for what its VALUES blocks hold."""

    def empty(node: object) -> None:
        if isinstance(node, CompValue) and node.name in {"values", "InlineData"}:
            node["res"] = node["value"] = []

    return repr(traverse(translateQuery(parseQuery(sparql)).algebra, visitPre=empty))
