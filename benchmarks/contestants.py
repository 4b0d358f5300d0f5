"""Who takes part: Tertium, the floor and the scripts, each with the rows that it tells."""

from collections.abc import Iterable
from functools import partial

import pyoxigraph as ox
from rdflib import Graph

from benchmarks.contests import Here, Told
from benchmarks.peers import floor, rdflib_script
from benchmarks.peers.rdflib_script import Counting
from benchmarks.written import told
from tertium import KnowledgeGraph

__all__ = ["floor_of", "script_of", "tertium_of"]


def tertium_of(name: str, graph: KnowledgeGraph) -> Here:
    """Return Tertium on a graph: the table, with relations and salience and without prose."""

    def rows(left: str, right: str) -> Told:
        evidence = (one for row in graph.table(left, right) for one in row.evidence)
        stated = (one for one in evidence if one.turned is None)  # the others read no inverses
        return told((one.predicate.iri, one.subject, one.term) for one in stated)

    return Here(name, graph.table, rows)


def floor_of(name: str, store: ox.Store) -> Here:
    """Return the bare reads on a store."""

    def rows(left: str, right: str) -> Told:
        quads = ((entity, quad) for entity in (left, right) for quad in floor.direct(store, entity))
        return told((quad.predicate.value, entity, quad.object) for entity, quad in quads)

    return Here(name, partial(floor.read, store), rows)


def script_of(name: str, graph: Graph, counting: Counting) -> Here:
    """Return the script on an rdflib graph, which may be one on Oxigraph."""

    def rows(left: str, right: str) -> Told:
        return told(_said(graph, (left, right)))

    return Here(name, partial(rdflib_script.compare, graph, counting=counting), rows)


def _said(graph: Graph, entities: Iterable[str]) -> Iterable[tuple[str, str, object]]:
    for entity in entities:
        for direct, values in rdflib_script.statements(graph, entity).items():
            yield from ((direct, entity, value) for value in values)
