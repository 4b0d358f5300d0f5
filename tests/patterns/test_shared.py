from decimal import Decimal

import pytest
from hypothesis import given, settings

from tertium.model.pattern import Branch, Constant, Edge, Nested, Range, Recorded
from tertium.model.terms import BlankNode, Iri, Term
from tertium.patterns import Around, shared
from tertium.patterns.insides import VALUES
from tertium.patterns.shared import BRANCHES, INSIDE, NESTED, READINGS
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
    years,
)

A, B, C = map(iri, THINGS)


def branches(graph: Around, *things: Iri) -> set[Branch]:
    return set(shared(things or (A, B), graph, even).branches)


def test_a_value_which_all_have_is_a_constant() -> None:
    graph = around(("a", "p", "x"), ("b", "p", "x"), ("b", "p", "y"))
    assert branches(graph) == {is_("p", "x")}


def test_different_values_meet_in_something_with_what_they_have_in_common() -> None:
    graph = around(
        *(("a", "born", "gori"), ("b", "born", "odessa")),
        *(("gori", "in", "empire"), ("odessa", "in", "empire"), ("odessa", "on", "sea")),
    )
    assert branches(graph) == {something("born", is_("in", "empire"))}


def test_what_a_shared_value_has_is_not_said_again() -> None:
    graph = around(
        *(("a", "p", "x"), ("b", "p", "x"), ("a", "p", "y"), ("b", "p", "z")),
        *(("x", "in", "u"), ("y", "in", "u"), ("z", "in", "u")),
    )
    assert branches(graph) == {is_("p", "x")}


def test_years_are_spanned_by_the_narrowest_range() -> None:
    graph = around(("a", "born", year(1870)), ("a", "born", year(1878)), ("b", "born", year(1879)))
    assert branches(graph) == {years("born", 1878, 1879)}


def test_of_many_readings_no_range_is_made() -> None:
    many = [("a", "p", number(n)) for n in range(9)]
    assert branches(around(*many, ("b", "p", number(20)))) == {recorded("p")}


def test_of_numbers_with_units_no_range_is_made() -> None:
    graph = around(("a", "p", number(163)), ("b", "p", number(2)))
    assert branches(Around(graph.arcs, with_units=frozenset({iri("p")}))) == {recorded("p")}


def test_years_and_numbers_make_no_range_together() -> None:
    graph = around(("a", "p", number(1870)), ("b", "p", year(1870)))
    assert branches(graph) == {recorded("p")}


def test_two_nameless_values_are_not_the_same() -> None:
    graph = around(("a", "p", BlankNode("n")), ("b", "p", BlankNode("n")))
    assert branches(graph) == {recorded("p")}


def test_what_points_at_all_is_a_constant_and_nothing_else() -> None:
    back = Edge(iri("cast"), inverse=True)
    film, other = iri("film"), iri("x")
    arcs: dict[Term, dict[Edge, tuple[Term, ...]]] = {A: {back: (film, other)}, B: {back: (film,)}}
    assert branches(Around(arcs)) == {Branch(back, Constant(iri("film")))}


def test_classes_are_never_cut_and_every_cut_is_counted() -> None:
    many = [(who, "p", f"v{n}") for who in "ab" for n in range(BRANCHES + 5)]
    graph = around(*many, ("a", "type", "human"), ("b", "type", "human"))
    found = shared((A, B), graph, even, kinds=frozenset({iri("type")}))
    assert is_("type", "human") in found.branches
    assert (len(found.branches), found.total) == (BRANCHES, BRANCHES + 6)


@pytest.mark.parametrize(("count", "narrow"), [(INSIDE, False), (INSIDE + 1, True)])
def test_a_nested_branch_that_is_cut_is_told(count: int, narrow: bool) -> None:
    inside = [(value, "in", f"w{n}") for value in ("x", "y") for n in range(count)]
    found = shared((A, B), around(("a", "p", "x"), ("b", "p", "y"), *inside), even)
    assert bool(found.narrowed) is narrow
    (one,) = found.branches
    assert isinstance(one.constraint, Nested)
    assert len(one.constraint.branches) == INSIDE


def test_very_many_values_are_followed_in_part() -> None:
    many = [("a", "p", f"v{n}") for n in range(VALUES + 1)]
    found = shared((A, B), around(*many, ("b", "p", "x")), even)
    assert found.narrowed == (edge("p"),)


def test_very_many_meetings_are_cut() -> None:
    sides = [
        (f"{side}{n}", "in", f"w{m}")
        for side in "xy"
        for n in range(24)
        for m in range(24)
        if m != n
    ]
    roots = [(who, "p", f"{side}{n}") for who, side in ("ax", "by") for n in range(24)]
    found = shared((A, B), around(*roots, *sides), even)
    assert found.narrowed == (edge("p"),)
    assert len(found.branches) == NESTED


@given(GRAPHS)
@settings(max_examples=80)
def test_all_that_is_shared_is_true_of_all_and_nothing_more_can_be_said(graph: Around) -> None:
    for things in ((A, B), (A, B, C)):
        found = shared(things, graph, even).branches
        assert all(oracle.true_of(one, thing, graph) for one in found for thing in things)
        for more in oracle.language(graph, things):
            if all(oracle.true_of(more, thing, graph) for thing in things):
                assert any(oracle.implied(more, one, graph) for one in found), more


@given(GRAPHS)
@settings(max_examples=80)
def test_no_branch_of_what_is_shared_follows_from_the_others(graph: Around) -> None:
    found = shared((A, B), graph, even).branches
    for one in found:
        others = [other for other in found if other != one]
        assert not any(oracle.implied(one, other, graph) for other in others)


@given(GRAPHS)
@settings(max_examples=80)
def test_no_range_is_wider_than_it_must_be(graph: Around) -> None:
    for one in shared((A, B), graph, even).branches:
        if isinstance(one.constraint, Range):
            numbers = [
                r.number for thing in (A, B) for r in oracle.readings(graph, thing, one.edge)
            ]
            for bounds in oracle.narrower(one.constraint, numbers):
                closer = Branch(one.edge, bounds)
                assert not all(oracle.true_of(closer, thing, graph) for thing in (A, B))


@given(GRAPHS)
@settings(max_examples=80)
def test_where_any_range_is_true_of_all_one_is_found_or_a_value_is_shared(graph: Around) -> None:
    found = shared((A, B), graph, even).branches
    for more in oracle.ranges(graph, (A, B)):
        if all(oracle.true_of(more, thing, graph) for thing in (A, B)):
            one_scale = (
                len({r.measured for t in (A, B) for r in oracle.readings(graph, t, more.edge)}) == 1
            )
            few = all(len(graph.values(thing, more.edge)) <= READINGS for thing in (A, B))
            told = {type(one.constraint) for one in found if one.edge == more.edge}
            assert told & {Constant, Range} or not (one_scale and few), more


@given(GRAPHS)
@settings(max_examples=50)
def test_the_order_of_things_does_not_matter(graph: Around) -> None:
    assert shared((A, B, C), graph, even) == shared((C, A, B), graph, even)


def test_all_bounds_of_a_range_count() -> None:
    graph = around(("a", "n", number(3)), ("b", "n", number(5)))
    (one,) = branches(graph)
    assert isinstance(one.constraint, Range)
    assert [one.constraint.admits(Decimal(n)) for n in (2, 3, 5, 6)] == [False, True, True, False]


def test_what_is_merely_recorded_comes_last() -> None:
    graph = around(*(("a", "p", "x"), ("b", "p", "y"), ("a", "q", "z"), ("b", "q", "z")))
    first, last = shared((A, B), graph, even).branches
    assert isinstance(first.constraint, Constant)
    assert isinstance(last.constraint, Recorded)
