from tertium.model.pattern import Branch, Edge
from tertium.model.statistics import Statistics
from tertium.model.terms import BlankNode
from tertium.patterns import Around, Prominence, atoms, single_out
from tests.patterns.builders import around, even, iri, is_, number, recorded, something

A, B, C = iri("a"), iri("b"), iri("c")
P, Q, R = is_("p", "x"), is_("q", "y"), is_("r", "z")


def length(branch: Branch) -> float:
    return {P: 1.0, Q: 2.0, R: 4.0}[branch]


def test_one_branch_is_enough_when_it_is_true_of_nothing_else() -> None:
    extents = {P: frozenset({A, B}), Q: frozenset({A}), R: frozenset({A})}
    assert single_out(A, extents, length) == (Q,)


def test_more_branches_are_taken_together_when_one_will_not_do() -> None:
    extents = {P: frozenset({A, B}), Q: frozenset({A, C}), R: frozenset({A, C})}
    assert single_out(A, extents, length) == (P, Q)


def test_nothing_may_single_a_thing_out() -> None:
    assert single_out(A, {P: frozenset({A, B})}, length) is None
    assert single_out(A, {}, length) is None


def test_descriptions_are_made_of_values_and_of_what_these_have() -> None:
    graph = around(
        *(("a", "p", "x"), ("x", "in", "u")), *(("a", "q", BlankNode("n")), ("a", "n", number(3)))
    )
    found = atoms(A, graph, weight=even, length=even)
    assert set(found) == {is_("p", "x"), something("p", is_("in", "u"))}


def test_what_points_at_a_thing_and_crowds_of_values_describe_nothing() -> None:
    crowd = tuple(iri(f"v{n}") for n in range(21))
    graph = Around({A: {Edge(iri("p"), inverse=True): (B,), Edge(iri("q")): crowd}})
    assert atoms(A, graph, weight=even, length=even) == ()


def test_the_prominent_is_short_and_the_unknown_long() -> None:
    statistics = Statistics(
        class_sizes={iri("human"): 100},
        having={(iri("human"), iri("p")): 100},
        sharing={(iri("p"), iri("x")): 50},
    )
    prominence = Prominence(
        statistics=statistics,
        kind=iri("human"),
        population=100,
        names={iri("p"): iri("p"), iri("q"): iri("q")},
    )
    known, same = prominence.length(is_("p", "x")), prominence.length(is_("p", "x"))
    assert known == same == round(1 + 1.585, 3)
    assert prominence.length(is_("p", "y")) > known
    assert prominence.length(is_("q", "x")) > known
    assert prominence.length(is_("p", number(3))) > known
    assert prominence.length(something("p", is_("p", "x"))) == known + 2
    assert prominence.length(recorded("p")) == 1


def test_without_a_class_every_property_is_as_long() -> None:
    alone = Prominence(statistics=Statistics(), kind=None, population=1)
    assert alone.length(recorded("p")) == alone.length(recorded("q"))
