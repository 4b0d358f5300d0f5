"""A neighbourhood as a graph of networkx in which only telling edges are left."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from itertools import zip_longest
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


def network(
    hood: Neighbourhood, ends: tuple[Iri, Iri], scale: Scale, *, leaves: bool = True
) -> Network:
    """Return what is left of a neighbourhood without hubs and without what links the ends.

    The weight of an edge is half of what it costs to pass each of its nodes that is no end, and
    what a step costs; so the weight of a chain is the sum over its nodes of the mean of both ways.
    Without `leaves`, nodes are left out to which one edge leads only: no chain passes them.
    """
    import networkx as nx

    cheapest: dict[frozenset[Iri], tuple[float, Edge]] = {}
    for weighed in _Weigher(hood, ends, scale).weighed(leaves=leaves):
        between = frozenset((weighed[1].subject, weighed[1].value))
        if between not in cheapest or weighed < cheapest[between]:
            cheapest[between] = weighed
    graph: nx.Graph[Iri] = nx.Graph()
    graph.add_nodes_from(ends)
    for weight, edge in cheapest.values():
        graph.add_edge(edge.subject, edge.value, weight=weight, edge=edge)
    return Network(graph, ends)


def frontier(found: Network, *, most: int) -> tuple[Iri, ...]:
    """Return the nodes next to an end, so many from each, in turn, the most telling first."""
    sides = (
        sorted(found.graph[end], key=partial(_nearness, found, end))[:most] for end in found.ends
    )
    in_turn = (node for pair in zip_longest(*sides) for node in pair if node is not None)
    return tuple(dict.fromkeys(in_turn))


def _nearness(found: Network, end: Iri, node: Iri) -> tuple[float, Iri]:
    return found.weight(end, node), node


@dataclass(frozen=True, slots=True)
class _Weigher:
    """Weighs the edges of a neighbourhood, whatever is alike but once."""

    hood: Neighbourhood
    ends: tuple[Iri, Iri]
    scale: Scale

    def weighed(self, *, leaves: bool) -> Iterator[tuple[float, Edge]]:
        edges, ends, most = self.hood.edges, frozenset(self.ends), self.scale.most
        carries, inward = cache(self.scale.carries), cache(self.scale.inward)
        forward = Counter((edge.subject, edge.predicate) for edge in edges)
        backward = Counter((edge.predicate, edge.value) for edge in edges)
        for edge in self._candidates(leaves=leaves):
            if not carries(edge.predicate):
                continue
            out, into = forward[edge.subject, edge.predicate], (edge.predicate, edge.value)
            alike = max(self._counted(into), backward[into])
            if max(out, alike) <= most:
                passing = 0.0 if edge.subject in ends else self.scale.outward(out)
                passing += 0.0 if edge.value in ends else inward(edge.predicate, alike)
                yield passing / 2 + STEP, edge

    def _candidates(self, *, leaves: bool) -> Iterator[Edge]:
        """Yield the edges which pass no hub, nor join the ends."""
        ends = frozenset(self.ends)
        gone = (self._hubs if leaves else self._hubs | self._leaves()) - ends
        for edge in self.hood.edges:
            if edge.subject in gone or edge.value in gone:
                continue
            if not (edge.subject in ends and edge.value in ends):
                yield edge

    def _counted(self, into: tuple[Iri, Iri]) -> int:
        """Return how many have a value in a property; of a node asked about it is known already."""
        if into in self.hood.crowds:
            return self.hood.crowds[into]
        return self.scale.statistics.sharing.get(into, 0)

    def _leaves(self) -> frozenset[Iri]:
        """Return the nodes with one neighbour."""
        first: dict[Iri, Iri] = {}
        more: set[Iri] = set()
        for edge in self.hood.edges:
            for node, other in ((edge.subject, edge.value), (edge.value, edge.subject)):
                if first.setdefault(node, other) != other:
                    more.add(node)
        return frozenset(first.keys() - more)

    @property
    def _hubs(self) -> frozenset[Iri]:
        """The nodes around which too many stand alike, by whatever property."""
        most = self.scale.most
        full = (node for (_, node), count in self.hood.crowds.items() if count > most)
        return self.hood.crowded.union(full)
