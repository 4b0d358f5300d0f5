"""The first page: where one asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.interfaces.web.pages.shell import fill
from tertium.interfaces.web.viewing import Viewing

if TYPE_CHECKING:
    from tertium.api import KnowledgeGraph
    from tertium.model.values import Entity

__all__ = ["home_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """Two things that may be compared, by name, and where."""

    one: str
    other: str
    address: str


def home_page(graph: KnowledgeGraph, *, address: str = "") -> str:
    """Return the first page, with some comparisons that the graph offers.

    `address` is where the world sees the site.
    """
    pairs = tuple(_pair(one, other) for one, other in graph.pairs())
    return fill("home.html", graph.info, pairs=pairs, canonical=f"{address.rstrip('/')}/")


def _pair(one: Entity, other: Entity) -> _Pair:
    first, second = sorted((one.iri, other.iri))
    address = Viewing(entities=(first, second)).address()
    return _Pair(one=one.label, other=other.label, address=address)
