import pytest

from tertium.connect import Scale, frontier
from tertium.connect.scale import STEP
from tertium.model.neighbourhood import Neighbourhood
from tertium.model.terms import Iri
from tests.connect.builders import A, B, edge, found, hood, nodes_of, scale, woven


def test_what_links_the_ends_directly_is_no_part_of_it() -> None:
    net = woven(hood("a knows b", "b knows a", "a knows x"))
    assert sorted(net.graph.edges) == [("urn:a", "urn:x")]


def test_of_parallel_edges_the_cheapest_stands() -> None:
    net = woven(hood("a knows x", "a met x", "x knows a", crowds={"knows x": 50, "met x": 9}))
    assert net.edge(A, Iri("urn:x")) == edge("x knows a")
    assert net.weight(A, Iri("urn:x")) == STEP


@pytest.mark.parametrize(
    ("around", "by"),
    [
        (hood("a born x", "b born x", crowds={"born x": 101}), scale()),
        (hood("a born x", "b born x", crowds={"spoken x": 101}), scale()),
        (hood("a born x", "b born x"), scale(sharing={("born", "x"): 101})),
        (hood("a born x", "b born x"), scale(crowding={"born": 101.0})),
        (hood("a born x", "b born x"), scale(silent="born")),
        (hood("x cast a", "x cast b", *(f"x cast c{n}" for n in range(99))), scale()),
        (hood("a of x", "b of x") | Neighbourhood(crowded=frozenset({Iri("urn:x")})), scale()),
    ],
    ids=["value", "node", "counted", "property", "silent", "list", "unread"],
)
def test_a_hub_carries_no_chain(around: Neighbourhood, by: Scale) -> None:
    assert found(around, by) == ()


def test_an_end_may_be_a_hub() -> None:
    around = hood("a teacher x", "x teacher b", crowds={"spoken b": 1000})
    assert [nodes_of(one) for one in found(around)] == ["a x b"]


def test_the_survey_goes_on_from_the_most_telling_neighbours() -> None:
    around = hood("a p x", "a p y", "b p z", crowds={"p x": 9, "p y": 3})
    assert frontier(woven(around), most=1) == ("urn:y", "urn:z")
    assert frontier(woven(around), most=2) == ("urn:y", "urn:z", "urn:x")


def test_a_pattern_tells_the_ways_apart() -> None:
    (one,) = found(hood("a p x", "b q x"))
    assert one.pattern == (("urn:p", True), ("urn:q", False))
    assert one.between == ("urn:x",)
    assert B in woven(hood()).graph
