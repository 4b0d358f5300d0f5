"""A value as RDF says it: simply, and in full where that says more."""

from dataclasses import dataclass

import pyoxigraph as ox

__all__ = ["FullValue", "Value"]


@dataclass(frozen=True, slots=True)
class FullValue:
    """What a value node says; the hash names the node."""

    hash: str
    parts: tuple[tuple[ox.NamedNode, ox.NamedNode | ox.Literal], ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A simple value and, for times, quantities and coordinates, the full one."""

    simple: ox.NamedNode | ox.Literal
    full: FullValue | None = None
