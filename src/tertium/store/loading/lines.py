"""N-Triples and N-Quads line by line, so that a bad line takes no other with it."""

import io
from collections.abc import Callable, Iterator
from typing import Final

import pyoxigraph as ox

from tertium.store.terms import Node

__all__ = ["apart", "read_lines"]

_BLOCK: Final = 1 << 16

_Resource = ox.NamedNode | ox.BlankNode | ox.Triple
Report = Callable[[int, SyntaxError], None]


def read_lines(
    content: io.BufferedIOBase, syntax: ox.RdfFormat, *, report: Report
) -> Iterator[ox.Quad]:
    """Yield the quads of all sound lines; the number of any other is told to `report`."""
    scope = ox.BlankNode().value
    number = 0
    while block := content.read(_BLOCK) + content.readline():
        try:
            quads = tuple(ox.parse(block, format=syntax))
        except SyntaxError:
            quads = tuple(_by_line(block, syntax, before=number, report=report))
        number += block.count(b"\n")
        yield from (apart(quad, scope) for quad in quads)


def _by_line(
    block: bytes, syntax: ox.RdfFormat, *, before: int, report: Report
) -> Iterator[ox.Quad]:
    for number, line in enumerate(block.split(b"\n"), start=before + 1):
        try:
            yield from tuple(ox.parse(line, format=syntax))
        except SyntaxError as error:
            report(number, error)


def apart(quad: ox.Quad, scope: str) -> ox.Quad:
    """Return a quad with blank nodes which are of this file alone."""
    subject, value = _resource(quad.subject, scope), _node(quad.object, scope)
    graph = quad.graph_name
    if isinstance(graph, ox.BlankNode):
        graph = ox.BlankNode(scope + graph.value)
    return ox.Quad(subject, quad.predicate, value, graph)


def _node(node: Node, scope: str) -> Node:
    return node if isinstance(node, ox.Literal) else _resource(node, scope)


def _resource(node: _Resource, scope: str) -> _Resource:
    if isinstance(node, ox.BlankNode):
        return ox.BlankNode(scope + node.value)
    if isinstance(node, ox.Triple):
        subject, value = _resource(node.subject, scope), _node(node.object, scope)
        return ox.Triple(subject, node.predicate, value)
    return node
