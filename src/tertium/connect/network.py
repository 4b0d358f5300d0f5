"""A neighbourhood as a graph of networkx in which only telling edges are left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.connect.scale import STEP, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx

    from tertium.model.neighbourhood import Edge, Neighbourhood
    from tertium.model.terms import Iri

__all__ = ["Chain", "Network", "frontier", "network"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Edges from one end to the other, whichever way each points, by way of these nodes.

    The score says from 0 to 1 how much is left of what would single out one entity in the graph.
    """

    nodes: tuple[Iri, ...]
    edges: tuple[Edge, ...]
    score: float

    @property
    def between(self) -> tuple[Iri, ...]:
        """The nodes which are neither end."""
        return self.nodes[1:-1]

    @property
    def pattern(self) -> tuple[tuple[Iri, bool], ...]:
        """The properties along the way, and whether each points forward."""
        pairs = zip(self.nodes, self.edges, strict=False)
        return tuple((edge.predicate, edge.subject == node) for node, edge in pairs)


@dataclass(frozen=True, slots=True)
class Network:
    """A weighted graph between two ends; between two nodes stands the cheapest edge."""

    graph: nx.Graph[Iri]
    ends: tuple[Iri, Iri]

    def edge(self, left: Iri, right: Iri) -> Edge:
        """Return the edge that stands between two nodes."""
        edge: Edge = self.graph.edges[left, right]["edge"]
        return edge

    def weight(self, left: Iri, right: Iri) -> float:
        """Return what it costs to go from one node to another."""
        weight: float = self.graph.edges[left, right]["weight"]
        return weight


def network(hood: Neighbourhood, ends: tuple[Iri, Iri], scale: Scale) -> Network:
    """Return what is left of a neighbourhood without hubs and without what links the ends.

    The weight of an edge is half of what it costs to pass each of its nodes that is no end, and
    what a step costs; so the weight of a chain is the sum over its nodes of the mean of both ways.
    """
    import networkx as nx

    graph: nx.Graph[Iri] = nx.Graph()
    graph.add_nodes_from(ends)
    for weight, edge in sorted(_weighed(hood, ends, scale), reverse=True):
        graph.add_edge(edge.subject, edge.value, weight=weight, edge=edge)
    return Network(graph, ends)


def frontier(found: Network, *, most: int) -> tuple[Iri, ...]:
    """Return the nodes next to an end, the most telling first, so many from each end."""
    near = dict.fromkeys(
        node
        for end in found.ends
        for node in sorted(found.graph[end], key=lambda node: (found.weight(end, node), node))[
            :most
        ]
    )
    return tuple(near)


def _weighed(
    hood: Neighbourhood, ends: tuple[Iri, Iri], scale: Scale
) -> Iterator[tuple[float, Edge]]:
    hubs = _hubs(hood, scale).difference(ends)
    forward = Counter((edge.subject, edge.predicate) for edge in hood.edges)
    backward = Counter((edge.predicate, edge.value) for edge in hood.edges)
    for edge in hood.edges:
        between = {edge.subject, edge.value}
        if between == {*ends} or between & hubs or not scale.carries(edge.predicate):
            continue
        out, into = forward[edge.subject, edge.predicate], (edge.predicate, edge.value)
        alike = max(hood.crowds.get(into, 0), scale.statistics.sharing.get(into, 0), backward[into])
        if max(out, alike) <= scale.most:
            passing = (edge.subject not in ends) * scale.outward(out)
            passing += (edge.value not in ends) * scale.inward(edge, alike)
            yield passing / 2 + STEP, edge


def _hubs(hood: Neighbourhood, scale: Scale) -> frozenset[Iri]:
    """Return the nodes around which too many stand alike, by whatever property."""
    full = (node for (_, node), count in hood.crowds.items() if count > scale.most)
    return hood.crowded.union(full)
