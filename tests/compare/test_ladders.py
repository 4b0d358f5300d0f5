import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from tertium.compare.kinship import nearest
from tertium.compare.ladders import Ladder, encloses, kinds, wholes
from tertium.model.hierarchy import Hierarchy

from .builders import iri, thing

NODES = [f"n{number}" for number in range(9)]
Edges = list[tuple[str, str]]
edges = st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=24)
acyclic = edges.map(lambda found: [(a, b) for a, b in found if a < b])


def ladder(steps: Edges) -> Ladder:
    return Ladder({iri(low): tuple(thing(b) for a, b in steps if a == low) for low, _ in steps})


def above(steps: Edges, start: str) -> dict[str, int]:
    graph = nx.DiGraph(steps)
    graph.add_node(start)
    return dict(nx.single_source_shortest_path_length(graph, start))


@given(edges | acyclic, st.sampled_from(NODES), st.sampled_from(NODES))
def test_what_is_nearest_is_what_brute_force_finds(steps: Edges, left: str, right: str) -> None:
    one = ladder(steps)
    climbs = one.climb(thing(left)), one.climb(thing(right))
    for climb, start in zip(climbs, (left, right), strict=True):
        assert {e.label: n for e, n in climb.values()} == above(steps, start)
    both = above(steps, left).keys() & above(steps, right).keys()
    lowest = {iri(n) for n in both if not any((low, n) in steps for low in both - {n})}
    assert set(nearest(*climbs, one)) == lowest


def test_sixty_storeys_of_diamonds_are_climbed_once_each() -> None:
    steps = [
        (f"{side}{storey}", f"{other}{storey + 1}")
        for storey in range(60)
        for side in "lr"
        for other in "lr"
    ]
    found = ladder(steps).climb(thing("l0"))
    assert (len(found), found[iri("r60")][1]) == (121, 60)


def test_a_chain_mixes_no_parts_with_kinds() -> None:
    hierarchy = Hierarchy(
        parents={iri("town"): (thing("settlement"),), iri("state"): (thing("organisation"),)},
        wholes={iri("Wichita"): (thing("Kansas"),), iri("Kansas"): (thing("USA"),)},
        classes={iri("Wichita"): (thing("town"),), iri("USA"): (thing("state"),)},
    )
    by_kind = kinds(hierarchy, of_things=True).climb(thing("Wichita"))
    assert {e.label for e, _ in by_kind.values()} == {"Wichita", "town", "settlement"}
    by_whole = wholes(hierarchy).climb(thing("Wichita"))
    assert {e.label for e, _ in by_whole.values()} == {"Wichita", "Kansas", "USA"}
    assert encloses(thing("USA"), thing("Wichita"), hierarchy)
    assert encloses(thing("settlement"), thing("town"), hierarchy)
    assert not encloses(thing("town"), thing("Wichita"), hierarchy)
