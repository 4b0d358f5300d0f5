"""A digest of what a graph says, however its triples are ordered and its blank nodes labelled."""

from collections.abc import Iterable, Mapping
from hashlib import blake2b, sha256
from typing import Final

import pyoxigraph as ox

__all__ = ["digest"]

_ROUNDS: Final = 8
"""How many steps around a blank node tell it from another."""
_Colours = Mapping[ox.BlankNode, str]
_Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | ox.DefaultGraph


def digest(n_quads: bytes) -> str:
    """Return the SHA-256 of a graph, as hexadecimal digits.

    Blank nodes are told apart by what is said of them and of their neighbours: colour refinement
    (Weisfeiler and Leman 1968), cut off after some rounds. It takes linear time whatever the
    graph is like, which an exact canonical form cannot; graphs which differ only in how
    far-off blank nodes hang together may share a digest.
    """
    ground, blank = list[bytes](), list[bytes]()
    for line in n_quads.splitlines():
        (blank if b"_:" in line else ground).append(line)
    return sha256(b"\n".join(sorted(ground + _coloured(blank)))).hexdigest()


def _coloured(lines: list[bytes]) -> list[bytes]:
    quads = tuple(ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS))
    colours: dict[ox.BlankNode, str] = {node: "" for quad in quads for node in _blank(quad)}
    for _ in range(_ROUNDS):
        refined = _refined(quads, colours)
        if len(set(refined.values())) == len(set(colours.values())):
            break
        colours = refined
    return [_line(quad, colours).encode() for quad in quads]


def _refined(quads: Iterable[ox.Quad], colours: _Colours) -> dict[ox.BlankNode, str]:
    said: dict[ox.BlankNode, list[str]] = {node: [colour] for node, colour in colours.items()}
    for quad in quads:
        line = _line(quad, colours)
        for place, node in enumerate((quad.subject, quad.object, quad.graph_name)):
            if isinstance(node, ox.BlankNode):
                said[node].append(f"{place} {line}")
    return {
        node: blake2b("\n".join(sorted(lines)).encode(), digest_size=16).hexdigest()
        for node, lines in said.items()
    }


def _line(quad: ox.Quad, colours: _Colours) -> str:
    nodes = (quad.subject, quad.predicate, quad.object, quad.graph_name)
    return " ".join(_term(node, colours) for node in nodes)


def _term(node: _Node, colours: _Colours) -> str:
    if isinstance(node, ox.BlankNode):
        return f"_:{colours.get(node, '')}"
    if isinstance(node, ox.Triple):
        parts = (node.subject, node.predicate, node.object)
        return f"<<( {' '.join(_term(part, colours) for part in parts)} )>>"
    return str(node)


def _blank(quad: ox.Quad) -> Iterable[ox.BlankNode]:
    nodes = (quad.subject, quad.object, quad.graph_name)
    return (node for node in nodes if isinstance(node, ox.BlankNode))
