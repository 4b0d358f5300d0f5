"""A digest of what a graph says, however its triples are ordered and its blank nodes labelled."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b, sha256
from heapq import merge
from typing import Final

import pyoxigraph as ox

__all__ = ["digest", "digest_of"]

_ROUNDS: Final = 8
"""How many steps around a blank node tell it from another."""
_Part = str | int
"""A term as N-Quads write it, or the number of a blank node."""
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
    return digest_of(sorted(ground), blank)


def digest_of(ground: Iterable[bytes], blank: list[bytes]) -> str:
    """Return the digest of the lines of a graph: those without nameless nodes in order, others."""
    said = sha256()
    for number, line in enumerate(merge(ground, sorted(_coloured(blank)))):
        said.update(b"\n" + line if number else line)
    return said.hexdigest()


def _coloured(lines: list[bytes]) -> list[bytes]:
    numbers: dict[str, int] = {}
    quads = [
        [part for node in _nodes(quad) for part in _parts(node, numbers)]
        for quad in ox.parse(b"\n".join(lines), format=ox.RdfFormat.N_QUADS)
    ]
    colours = [""] * len(numbers)
    for _ in range(_ROUNDS):
        refined = _refined(quads, colours)
        if len(set(refined)) == len(set(colours)):
            break
        colours = refined
    return [_line(parts, colours).encode() for parts in quads]


def _refined(quads: list[list[_Part]], colours: list[str]) -> list[str]:
    said = [[colour] for colour in colours]
    for parts in quads:
        line = _line(parts, colours)
        for place, part in enumerate(parts):
            if isinstance(part, int):
                said[part].append(f"{place} {line}")
    return [
        blake2b("\n".join(sorted(lines)).encode(), digest_size=16).hexdigest() for lines in said
    ]


def _line(parts: list[_Part], colours: list[str]) -> str:
    return " ".join([f"_:{colours[p]}" if isinstance(p, int) else p for p in parts])


def _parts(node: _Node, numbers: dict[str, int]) -> Iterator[_Part]:
    if isinstance(node, ox.BlankNode):
        yield numbers.setdefault(node.value, len(numbers))
    elif isinstance(node, ox.Triple):
        for part in (node.subject, node.predicate, node.object):
            yield from _parts(part, numbers)
    else:
        yield str(node)


def _nodes(quad: ox.Quad) -> tuple[_Node, ...]:
    return quad.subject, quad.predicate, quad.object, quad.graph_name
