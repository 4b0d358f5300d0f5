"""Chains by brute force: all simple paths of a small neighbourhood, weighed one by one."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from math import log
from random import Random

import networkx as nx

from tertium.connect import Scale, chains, network
from tertium.connect.scale import LEAST, STEP
from tertium.model.neighbourhood import Edge, Neighbourhood
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri

__all__ = ["agreement"]

_PROPERTIES = tuple(Iri(f"urn:p{number}") for number in range(4))
_Scores = Mapping[tuple[Iri, ...], float]


def agreement(graphs: int, *, seed: int = 1) -> tuple[int, int]:
    """Return how many chains brute force finds in random graphs, and how many are the same."""
    random = Random(seed)
    found = same = 0
    for _ in range(graphs):
        hood, scale = _hood(random), Scale(population=1000, statistics=Statistics())
        ends = Iri("urn:n0"), Iri("urn:n1")
        ours = {one.nodes: one.score for one in chains(network(hood, ends, scale), steps=4)}
        truth = _by_force(hood, ends, scale)
        found += len(truth.keys() | ours.keys())
        same += sum(abs(ours.get(nodes, 0) - score) < 1 / 1000 for nodes, score in truth.items())
    return found, same


def _hood(random: Random) -> Neighbourhood:
    nodes = [Iri(f"urn:n{number}") for number in range(9)]
    edges = {Edge(*_drawn(random, nodes)) for _ in range(random.randint(8, 26))}
    return Neighbourhood(edges=frozenset(e for e in edges if e.subject != e.value))


def _drawn(random: Random, nodes: list[Iri]) -> tuple[Iri, Iri, Iri]:
    return random.choice(nodes), random.choice(_PROPERTIES), random.choice(nodes)


def _by_force(hood: Neighbourhood, ends: tuple[Iri, Iri], scale: Scale) -> _Scores:
    graph = nx.MultiGraph([(edge.subject, edge.value, edge) for edge in hood.edges])
    if not all(end in graph for end in ends):
        return {}
    scores: dict[tuple[Iri, ...], float] = {}
    for path in nx.all_simple_edge_paths(graph, *ends, cutoff=4):
        edges = [edge for _, _, edge in path]
        if len(edges) > 1:
            nodes = _nodes(edges, ends[0])
            cost = sum(
                _cost(hood, pair, scale) for pair in zip(nodes[1:-1], pairwise(edges), strict=True)
            )
            score = 1 - cost - STEP * (len(edges) - 2)
            if score >= LEAST:
                scores[nodes] = max(score, scores.get(nodes, 0.0))
    return scores


def _nodes(edges: list[Edge], start: Iri) -> tuple[Iri, ...]:
    nodes = [start]
    for edge in edges:
        nodes.append(edge.value if edge.subject == nodes[-1] else edge.subject)
    return tuple(nodes)


def _cost(hood: Neighbourhood, passing: tuple[Iri, tuple[Edge, Edge]], scale: Scale) -> float:
    """Return what it costs to pass a node: the mean of what both of its edges say of it."""
    node, edges = passing
    out = Counter((edge.subject, edge.predicate) for edge in hood.edges)
    into = Counter((edge.predicate, edge.value) for edge in hood.edges)
    logs = [
        log(into[e.predicate, node]) / 2 if e.value == node else log(out[node, e.predicate])
        for e in edges
    ]
    return sum(logs) / 2 / log(scale.population)
