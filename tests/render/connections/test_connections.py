import json
from dataclasses import replace

from tertium.model.comparison import Connection
from tertium.model.statement import Statement
from tertium.model.values import Entity, Text
from tertium.render.connections import drawn, ladders, web
from tests.render.builders import A, B, entity, statement
from tests.render.hostility import HOSTILE
from tests.render.pictures import parts_of

C = entity("lenin")
ARMY, PARTY = entity("army", "Red Army"), entity("party")


def says(subject: Entity, name: str, value: Entity) -> Statement:
    return replace(statement(name, value), subject=subject.iri)


def direct(subject: Entity, name: str, value: Entity) -> Connection:
    return Connection((says(subject, name, value),))


SHARED = Connection((says(A, "commanded", ARMY), says(ARMY, "founder", B)), (ARMY,))
LONGER = Connection(
    (says(A, "in", PARTY), says(PARTY, "army", ARMY), says(B, "founded", ARMY)), (PARTY, ARMY)
)


def test_what_is_stated_points_from_who_it_is_stated_of() -> None:
    found = ladders((A, B), [direct(A, "foe", B), direct(B, "critic", A)])
    assert [(e.label, e.forward) for r in found[0].rungs for e in r.edges] == [
        ("foe", True),
        ("critic", False),
    ]


def test_the_same_said_twice_is_one_rung() -> None:
    found = ladders((A, B), [direct(A, "wrote-1", B), direct(A, "wrote-2", B)])
    assert [rung.times for rung in found[0].rungs] == [2]
    assert "wrote \u00d7 2" in drawn(found, "x").svg


def test_each_pair_has_its_ladder_in_the_order_of_the_page() -> None:
    found = ladders((A, B, C), [direct(C, "led", A), direct(B, "foe", A), SHARED])
    assert [(one.left, one.right, len(one.rungs)) for one in found] == [(A, B, 2), (A, C, 1)]


def test_what_stands_between_is_a_box_on_the_rung() -> None:
    found = ladders((A, B), [SHARED, LONGER])
    assert "Red Army" in parts_of(drawn(found, "x")).text
    assert [len(rung.edges) for rung in found[0].rungs] == [2, 3]
    assert [edge.forward for edge in found[0].rungs[1].edges] == [True, True, False]


def test_a_way_from_the_other_end_is_turned() -> None:
    back = Connection(SHARED.path[::-1], SHARED.between)
    assert ladders((A, B), [back])[0].rungs[0].way == ladders((A, B), [SHARED])[0].rungs[0].way


def test_what_leads_elsewhere_is_left_to_the_words() -> None:
    odd = Connection((replace(statement("x", Text("words")), subject=A.iri),))
    unended = Connection((says(A, "foe", C), says(C, "foe", B)))
    assert ladders((A, B), [direct(A, "foe", C), odd, unended]) == ()
    assert not drawn((), "x")


def test_many_rungs_are_cut_and_counted() -> None:
    found = ladders((A, B), [direct(A, f"p{n}", B) for n in range(20)], most=12)
    assert (len(found[0].rungs), found[0].more) == (12, 8)


def test_long_names_are_cut_to_fit() -> None:
    name = "a name of very many words which nobody would ever read to its very end " * 3
    long = entity("long", name)
    found = ladders((long, B), [direct(long, "p", B), replace(SHARED, path=SHARED.path)])
    assert "…" in drawn(found, "x").svg


def test_hostile_names_stay_names() -> None:
    for text in HOSTILE:
        odd = entity("odd", text)
        found = ladders((odd, B), [Connection((says(odd, "p", ARMY), says(ARMY, "q", B)), (ARMY,))])
        names = parts_of(drawn(found, text)).names
        assert names <= {"svg", "title", "desc", "g", "rect", "text", "line", "path"}
        assert json.loads(web(found))["nodes"]


def test_a_script_gets_nodes_edges_and_where_they_stand() -> None:
    document = json.loads(web(ladders((A, B), [SHARED, direct(A, "foe", B), SHARED])))
    ends = {node["label"]: (node["x"], node["end"]) for node in document["nodes"]}
    assert ends == {
        "Joseph Stalin": (0, True),
        "Leon Trotsky": (700, True),
        "Red Army": (350, False),
    }
    assert [edge["label"] for edge in document["edges"]] == ["commanded", "founder", "foe"]


def test_an_edge_of_two_rungs_is_drawn_once() -> None:
    other = Connection((SHARED.path[0], says(ARMY, "led by", B)), (ARMY,))
    edges = json.loads(web(ladders((A, B), [SHARED, other])))["edges"]
    assert [edge["label"] for edge in edges] == ["commanded", "founder", "led by"]


def test_three_ends_stand_in_a_circle() -> None:
    nodes = json.loads(web(ladders((A, B, C), [direct(A, "foe", B), direct(B, "foe", C)])))["nodes"]
    assert len({(node["x"], node["y"]) for node in nodes}) == 3
