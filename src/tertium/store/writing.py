"""Triples as text, in every syntax of RDF; the same triples give the same text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from tertium.model.terms import BlankNode, Iri
from tertium.store.terms import to_quad

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tertium.model.terms import Term
    from tertium.store.surroundings import Surroundings

__all__ = ["SYNTAXES", "write_graph"]

SYNTAXES: Mapping[str, ox.RdfFormat] = {
    one.media_type.partition(";")[0]: one
    for one in (
        ox.RdfFormat.TURTLE,
        ox.RdfFormat.N_TRIPLES,
        ox.RdfFormat.JSON_LD,
        ox.RdfFormat.RDF_XML,
        ox.RdfFormat.TRIG,
        ox.RdfFormat.N_QUADS,
    )
}
"""The syntaxes by their media types."""


def write_graph(around: Surroundings, media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Return triples in a syntax, sorted; where it knows named graphs, they are told.

    Nameless nodes are named by what is said of them, and only prefixes which occur are declared.

    Raises:
        KeyError: when there is no such syntax.

    """
    syntax = SYNTAXES[media_type]
    labels = _labels(around)
    quads = sorted(_quads(around, labels, graphs=syntax.supports_datasets), key=str)
    text = "\n".join(map(str, quads))
    used = {name: iri for name, iri in prefixes.items() if f"<{iri}" in text}
    return ox.serialize(quads, format=syntax, prefixes=used) or b""


def _quads(
    around: Surroundings, labels: Mapping[Term, BlankNode], *, graphs: bool
) -> Iterable[ox.Quad]:
    for subject, arcs in around.triples.items():
        for predicate, value in arcs:
            triple = (labels.get(subject, subject), predicate, labels.get(value, value))
            quad = to_quad(triple)
            named = around.graphs.get((subject, predicate, value), ()) if graphs else ()
            if not named:
                yield quad
            for graph in named:
                yield ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(graph))


def _labels(around: Surroundings) -> Mapping[Term, BlankNode]:
    """Return new names of nameless nodes: their order is that of what is said of them."""
    nodes = {
        node: None
        for subject, arcs in around.triples.items()
        for node in (subject, *(value for _, value in arcs))
        if isinstance(node, BlankNode)
    }
    ordered = sorted(nodes, key=lambda node: sorted(map(_plain, around.arcs(node))))
    return {node: BlankNode(f"b{number}") for number, node in enumerate(ordered)}


def _plain(arc: tuple[Iri, Term]) -> tuple[str, str]:
    predicate, value = arc
    return str(predicate), "" if isinstance(value, BlankNode) else repr(value)
