from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from hypothesis import given, settings

from tertium.model.likeness import Ground
from tertium.model.pattern import Branch, Constant, Edge, Measured, Nested, Range, Recorded
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.patterns import Around, Distinction, distinctions
from tests.patterns import oracle
from tests.patterns.builders import (
    GRAPHS,
    THINGS,
    around,
    edge,
    even,
    iri,
    is_,
    number,
    recorded,
    something,
    year,
)

A, B, _ = map(iri, THINGS)


def apart(graph: Around, one: Iri = A, other: Iri = B) -> tuple[Distinction, ...]:
    return distinctions(one, other, around=graph, weight=even)


def only(graph: Around) -> Distinction:
    (found,) = apart(graph)
    return found


def test_where_nothing_is_recorded_of_the_other_it_is_enough_that_something_is() -> None:
    found = only(around(("a", "p", "x"), ("b", "q", "y")))
    assert found == Distinction(recorded("p"), (iri("x"),), (), Ground.SILENT)


def test_a_value_is_generalised_to_what_the_others_values_lack() -> None:
    graph = around(
        *(("a", "born", "gori"), ("b", "born", "odessa")),
        *(("gori", "in", "georgia"), ("gori", "in", "empire")),
        *(("odessa", "in", "ukraine"), ("odessa", "in", "empire")),
    )
    assert only(graph) == Distinction(
        something("born", is_("in", "georgia")), (iri("gori"),), (iri("odessa"),)
    )


def test_what_is_not_said_of_the_others_values_is_no_evidence() -> None:
    graph = around(("a", "born", "gori"), ("b", "born", "odessa"), ("gori", "in", "georgia"))
    assert only(graph).ground is Ground.PARTLY


def test_two_things_of_a_value_may_be_needed_together() -> None:
    graph = around(
        *(("a", "p", "x"), ("b", "p", "y"), ("b", "p", "z")),
        *(("x", "in", "u"), ("x", "in", "v"), ("y", "in", "u"), ("z", "in", "v")),
    )
    assert only(graph).branch == something("p", is_("in", "u"), is_("in", "v"))


def test_a_value_stands_for_itself_when_nothing_sets_it_apart() -> None:
    found = only(around(("a", "p", "x"), ("b", "p", "y")))
    assert found == Distinction(is_("p", "x"), (iri("x"),), (iri("y"),))


def test_having_more_than_the_other_is_not_having_something_else() -> None:
    found = only(around(("a", "p", "x"), ("a", "p", "y"), ("b", "p", "y")))
    assert (found.branch, found.ground) == (is_("p", "x"), Ground.PARTLY)


def test_a_year_before_and_after_those_of_the_other() -> None:
    graph = around(("a", "p", year(1870)), ("a", "p", year(1890)), ("b", "p", year(1879)))
    bounds = {one.branch.constraint for one in apart(graph)}
    assert bounds == {
        Range(measured=Measured.YEAR, high=Decimal(1879), strict=True),
        Range(measured=Measured.YEAR, low=Decimal(1879), strict=True),
    }


def test_a_number_between_those_of_the_other_stands_for_itself() -> None:
    graph = around(("a", "p", number(5)), ("b", "p", number(4)), ("b", "p", number(6)))
    assert only(graph).branch == is_("p", number(5))


def test_nameless_values_and_what_points_at_a_thing_tell_nothing() -> None:
    back = Edge(iri("q"), inverse=True)
    named = around(("a", "p", BlankNode("n")), ("b", "p", "y")).arcs
    assert apart(Around({A: {**named[A], back: (iri("z"),)}, B: named[B]})) == ()


def test_every_property_has_its_turn_before_any_has_a_second() -> None:
    graph = around(
        *(("a", "p", "x"), ("a", "p", "y"), ("a", "q", "x")), *(("b", "p", "z"), ("b", "q", "z"))
    )
    assert [one.branch.edge for one in apart(graph)] == [edge("q"), edge("p"), edge("p")]


def test_mere_texts_come_last() -> None:
    graph = around(
        *(("a", "p", Literal("x")), ("a", "q", "x")), *(("b", "p", Literal("y")), ("b", "q", "y"))
    )
    assert [one.branch.edge for one in apart(graph)] == [edge("q"), edge("p")]


def test_a_part_of_what_is_said_is_told_only_by_what_it_says() -> None:
    graph = around(
        *(("a", "p", "a#1"), ("a", "p", "a#2"), ("a#1", "in", "u")),
        *(("b", "p", "b#1"), ("b#1", "in", "v")),
        things=("a", "b"),
    )
    assert only(graph).branch == something("p", is_("in", "u"))


def test_what_the_other_has_instead_comes_before_silence() -> None:
    graph = around(("a", "p", "x"), ("a", "q", "x"), ("b", "q", "y"))
    assert [one.ground for one in apart(graph)] == [Ground.OTHER, Ground.SILENT]


@given(GRAPHS)
@settings(max_examples=80)
def test_each_is_true_of_one_and_false_of_the_other(graph: Around) -> None:
    for one in apart(graph):
        assert oracle.true_of(one.branch, A, graph)
        assert not oracle.true_of(one.branch, B, graph)


@given(GRAPHS)
@settings(max_examples=80)
def test_no_part_of_any_can_go(graph: Around) -> None:
    for one in apart(graph):
        for broader in weaker(one.branch):
            assert oracle.true_of(broader, B, graph), broader


@given(GRAPHS)
@settings(max_examples=80)
def test_a_value_stands_only_where_nothing_more_general_would_do(graph: Around) -> None:
    for one in apart(graph):
        if isinstance(one.branch.constraint, Constant):
            for other in oracle.language(graph, (A, B)):
                nested = isinstance(other.constraint, Nested) and len(other.constraint.branches) < 3
                if nested and oracle.implied(other, one.branch, graph):
                    assert oracle.true_of(other, B, graph)


@given(GRAPHS)
@settings(max_examples=80)
def test_whatever_tells_the_two_apart_is_found_or_follows(graph: Around) -> None:
    edges = {one.branch.edge for one in apart(graph)}
    for branch in oracle.language(graph, (A, B)):
        single = not isinstance(branch.constraint, Nested) and not branch.edge.inverse
        if single and oracle.true_of(branch, A, graph) and not oracle.true_of(branch, B, graph):
            assert branch.edge in edges


def weaker(branch: Branch) -> list[Branch]:
    match branch.constraint:
        case Recorded():
            return []
        case Nested(inside) if len(inside) > 1:
            fewer = combinations(inside, len(inside) - 1)
            return [Branch(branch.edge, Nested(some)) for some in fewer]
        case Range() as bounds:
            wider = replace(bounds, strict=False)
            return [Branch(branch.edge, Recorded()), Branch(branch.edge, wider)]
        case _:
            return [Branch(branch.edge, Recorded())]


def test_grounds_are_ordered_by_certainty() -> None:
    assert sorted(Ground, key=lambda ground: ground.rank) == list(Ground)
