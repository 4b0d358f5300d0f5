from itertools import pairwise
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.connect import Chain, useful
from tertium.connect.scale import LEAST, STEP
from tertium.model.neighbourhood import Edge, Neighbourhood
from tertium.model.terms import Iri
from tests.connect.builders import A, B, found, hood, nodes_of, woven

NODES = st.sampled_from([Iri(f"urn:{name}") for name in "abcdefg"])
PROPERTIES = st.sampled_from([Iri("urn:p"), Iri("urn:q")])
EDGES = st.builds(Edge, NODES, PROPERTIES, NODES).filter(lambda e: e.subject != e.value)
HOODS = st.frozensets(EDGES, max_size=14)


def by_force(edges: frozenset[Edge], steps: int) -> dict[tuple[Iri, ...], float]:
    """Return the score of each chain: walk every way, then weigh it."""
    ways: list[tuple[tuple[Iri, ...], tuple[Edge, ...]]] = [((A,), ())]
    scores: dict[tuple[Iri, ...], float] = {}
    for nodes, gone in ways:
        if nodes[-1] == B:
            if len(gone) > 1:
                score = 1 - cost(nodes, gone, edges) - STEP * (len(gone) - 2)
                scores[nodes] = max(score, scores.get(nodes, 0))
            continue
        for edge in edges:
            if nodes[-1] in {edge.subject, edge.value} and len(gone) < steps:
                (other,) = {edge.subject, edge.value} - {nodes[-1]}
                if other not in nodes:
                    ways.append(((*nodes, other), (*gone, edge)))
    return {nodes: score for nodes, score in scores.items() if score >= LEAST}


def cost(nodes: tuple[Iri, ...], gone: tuple[Edge, ...], edges: frozenset[Edge]) -> float:
    logs = 0.0
    for node, pair in zip(nodes[1:-1], pairwise(gone), strict=True):
        for way in pair:
            end = (way.predicate, node)
            if way.value == node:
                logs += log(sum((e.predicate, e.value) == end for e in edges)) / 4
            else:
                logs += log(sum((e.predicate, e.subject) == end for e in edges)) / 2
    return logs / log(10_000)


@given(HOODS, st.integers(2, 4))
def test_it_finds_what_brute_force_finds(edges: frozenset[Edge], steps: int) -> None:
    truth = by_force(edges, steps)
    ours = {one.nodes: one.score for one in found(Neighbourhood(edges=edges), steps=steps)}
    assert ours == pytest.approx(truth, abs=1e-3)


@given(HOODS)
def test_it_finds_the_best_first_and_the_same_from_either_end(edges: frozenset[Edge]) -> None:
    ours = found(Neighbourhood(edges=edges))
    assert [one.score for one in ours] == sorted((one.score for one in ours), reverse=True)
    swapped = {A: B, B: A}
    mirrored = frozenset(
        Edge(swapped.get(e.subject, e.subject), e.predicate, swapped.get(e.value, e.value))
        for e in edges
    )
    assert scores(ours) == scores(found(Neighbourhood(edges=mirrored)))


def scores(chains: tuple[Chain, ...]) -> list[float]:
    return [one.score for one in chains]


def test_cycles_loops_and_parallel_edges_do_no_harm() -> None:
    around = hood("a p x", "x p y", "y p a", "y p x", "x q a", "x p b", "b p b")
    assert [nodes_of(one) for one in found(around)] == ["a x b", "a y x b"]


def test_each_step_makes_a_chain_less_telling() -> None:
    short, long = (
        found(hood("a p x", "x p b")),
        found(hood("a p x", "x p y", "y p b")),
    )
    assert [one.score for one in (*short, *long)] == [1.0, 1 - STEP]
    assert found(hood("a p x", "x p y", "y p b"), steps=2) == ()
    assert found(hood("a p v", "v p x", "x p y", "y p z", "z p b")) == ()


def test_ends_without_a_link_have_no_chain() -> None:
    assert found(hood()) == ()
    assert found(hood("a p x", "b p y")) == ()


def test_useful_are_the_nodes_of_meaningful_chains() -> None:
    around = hood("a p x", "x p b", "v p w", "b p y", crowds={"p y": 100})
    assert useful(woven(around)) == ("urn:x",)
