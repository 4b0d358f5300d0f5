"""Finds chains between two ends, the best first."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tertium.connect.network import Chain, Network
from tertium.connect.scale import LEAST, STEP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.model.terms import Iri

__all__ = ["chains", "useful"]

_BUDGET: Final = 1 - LEAST + 2 * STEP + 1e-9
"""What a chain may cost, two steps being free."""


def chains(found: Network, *, steps: int) -> Iterator[Chain]:
    """Yield the meaningful chains of so many steps at most, without loops, the best first.

    A best-first search (A*): what is left to go is known exactly from the shortest distances to
    the other end, so that each chain is found in its turn. Equals are ordered by their nodes.
    """
    start, goal = found.ends
    ahead = _distances(found, goal)
    waiting: list[tuple[float, tuple[Iri, ...], float]] = []
    if start in ahead:
        heappush(waiting, (ahead[start], (start,), 0.0))
    while waiting:
        cost, nodes, gone = heappop(waiting)
        if nodes[-1] == goal:
            yield _chain(found, nodes, cost)
        elif len(nodes) <= steps:
            for node in found.graph[nodes[-1]]:
                so_far = gone + found.weight(nodes[-1], node)
                whole = so_far + ahead.get(node, _BUDGET)
                if node not in nodes and whole <= _BUDGET:
                    heappush(waiting, (round(whole, 9), (*nodes, node), so_far))


def useful(found: Network) -> tuple[Iri, ...]:
    """Return the nodes through which a meaningful chain may pass, those of the best first."""
    left, right = (_distances(found, end) for end in found.ends)
    through = {
        node: round(left[node] + right[node], 9)
        for node in left.keys() & right.keys() - {*found.ends}
    }
    near = (node for node, cost in through.items() if cost <= _BUDGET)
    return tuple(sorted(near, key=lambda node: (through[node], node)))


def _distances(found: Network, end: Iri) -> Mapping[Iri, float]:
    import networkx as nx

    lengths: Mapping[Iri, float]
    lengths = nx.single_source_dijkstra_path_length(found.graph, end, cutoff=_BUDGET)
    return lengths


def _chain(found: Network, nodes: tuple[Iri, ...], cost: float) -> Chain:
    edges = tuple(found.edge(left, right) for left, right in pairwise(nodes))
    return Chain(nodes=nodes, edges=edges, score=round(1 - (cost - 2 * STEP), 4))
