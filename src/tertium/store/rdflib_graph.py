"""An rdflib graph as a store, and the way in and out of the embedded one."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from rdflib import Graph, URIRef
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.query import Result
from rdflib.term import Node

from tertium.errors import BadQueryError
from tertium.model.terms import Iri
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import (
    Answer,
    GraphStore,
    Solutions,
    Triple,
    Triples,
    construct,
    one_line,
)
from tertium.store.rdflib_terms import from_rdflib, to_rdflib

__all__ = ["RdflibStore", "from_graph", "to_graph"]

_EVERYTHING: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


class RdflibStore:
    """An rdflib graph that answers SPARQL with plain terms.

    >>> RdflibStore(Graph()).query("ASK { ?subject ?predicate ?object }")
    False
    """

    def __init__(self, graph: Graph) -> None:
        """Wrap a graph, which is not copied."""
        self._graph = graph

    def query(self, sparql: str) -> Answer:
        """Return the answer to a query, which declares all of its prefixes.

        Raises:
            BadQueryError: when the text is no query that rdflib can run.

        """
        with _quiet_about_dates():
            try:  # translated here, or else the graph's own prefixes would slip in
                return _answer(self._graph.query(translateQuery(parseQuery(sparql))))
            except Exception as error:  # rdflib raises bare exceptions
                raise BadQueryError(one_line(error)) from error


def to_graph(store: GraphStore) -> Graph:
    """Return a copy of a store as an rdflib graph."""
    graph = Graph()
    with _quiet_about_dates():
        for subject, predicate, value in construct(store, _EVERYTHING):
            graph.add((to_rdflib(subject), URIRef(predicate), to_rdflib(value)))
    return graph


def from_graph(graph: Graph) -> OxigraphStore:
    """Return a copy of an rdflib graph as an embedded store."""
    store = OxigraphStore()
    store.add(_plain(*triple) for triple in graph)
    return store


def _answer(result: Result) -> Answer:
    if result.type == "ASK":
        return bool(result.askAnswer)
    if result.type != "SELECT":
        return Triples(tuple(_plain(*triple) for triple in result.graph or ()))
    variables = tuple(str(variable) for variable in result.vars or ())
    rows = tuple(
        {str(variable): from_rdflib(node) for variable, node in row.items()}
        for row in result.bindings
    )
    return Solutions(variables, rows)


def _plain(subject: Node, predicate: Node, value: Node) -> Triple:
    return from_rdflib(subject), Iri(str(predicate)), from_rdflib(value)


class _Unsaid(logging.Filter):
    """Drops the report that a date BCE has no Python value: nobody asked for one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record is about anything else."""
        return not record.getMessage().startswith("Failed to convert Literal lexical form")


@contextmanager
def _quiet_about_dates() -> Iterator[None]:
    logger, unsaid = logging.getLogger("rdflib.term"), _Unsaid()
    logger.addFilter(unsaid)
    try:
        yield
    finally:
        logger.removeFilter(unsaid)
