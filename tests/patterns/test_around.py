import pytest

from tertium.model.pattern import Branch, Measured, Pattern, Range
from tertium.model.terms import XSD, BlankNode, Iri, Literal, Term
from tertium.patterns.readings import reading
from tests.patterns.builders import (
    DECIMAL,
    around,
    iri,
    is_,
    number,
    recorded,
    something,
    year,
    years,
)

GRAPH = around(
    *(("a", "p", "x"), ("a", "born", year(1879)), ("a", "n", number(3))),
    *(("x", "in", "u"), ("x", "of", "a"), ("x", "n", number(9)), ("x", "q", BlankNode("b"))),
    things=("a",),
)


@pytest.mark.parametrize(
    ("branch", "expected"),
    [
        (is_("p", "x"), True),
        (is_("p", "y"), False),
        (something("p", is_("in", "u")), True),
        (something("p", is_("in", "v")), False),
        (years("born", 1870, 1879), True),
        (years("born", 1880, 1889), False),
        (years("n", 1, 9), False),
        (recorded("n"), True),
        (recorded("m"), False),
    ],
)
def test_a_branch_is_true_of_a_thing(branch: Branch, expected: bool) -> None:
    assert GRAPH.true_of(branch, iri("a")) is expected


def test_inside_a_value_is_which_things_it_leads_on_to_but_not_back() -> None:
    assert GRAPH.inside(iri("x")) == {is_("in", "u")}
    assert GRAPH.inside(year(1879)) == GRAPH.inside(BlankNode("b")) == frozenset()


def test_inside_a_value_nothing_leads_to_itself() -> None:
    assert around(("x", "in", "x")).inside(iri("x")) == frozenset()


def test_a_part_of_what_is_said_of_a_thing_is_no_thing() -> None:
    assert GRAPH.owned(iri("a#birth"))
    assert GRAPH.owned(BlankNode("b"))
    assert not GRAPH.owned(iri("x"))
    assert not GRAPH.owned(year(1879))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (Literal("1878-12-18", Iri(XSD + "date")), (1878, Measured.YEAR)),
        (Literal("1878-12-18T00:00:00Z", Iri(XSD + "dateTime")), (1878, Measured.YEAR)),
        (year(44), (44, Measured.YEAR)),
        (Literal("-0043", Iri(XSD + "gYear")), None),
        (Literal("0000", Iri(XSD + "gYear")), None),
        (Literal("12345", Iri(XSD + "gYear")), None),
        (Literal("+163", DECIMAL), (163, Measured.NUMBER)),
        (Literal("NaN", Iri(XSD + "double")), None),
        (Literal("many", DECIMAL), None),
        (Literal("9" * 99, DECIMAL), None),
        (Literal("163"), None),
        (iri("x"), None),
    ],
)
def test_a_literal_reads_as_a_year_or_a_number(
    term: Term, expected: tuple[int, Measured] | None
) -> None:
    read = reading(term)
    assert (read and (int(read.number), read.measured)) == expected


def test_a_pattern_lists_its_predicates_and_terms() -> None:
    pattern = Pattern((something("p", is_("in", "u")), is_("q", "x"), recorded("q")))
    assert pattern.predicates == (iri("p"), iri("q"), iri("in"))
    assert pattern.terms == (iri("x"), iri("u"))


def test_a_range_without_bounds_admits_all() -> None:
    assert all(
        Range(measured=Measured.NUMBER).admits(read.number) for read in [reading(number(3))] if read
    )
