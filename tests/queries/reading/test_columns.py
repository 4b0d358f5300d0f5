import pytest

from tertium.errors import BadTermError
from tertium.model.terms import BlankNode, Literal
from tertium.queries.reading.columns import grouped, iri_in, iris_in, number_in, text_in
from tertium.store.protocol import Binding
from tests.queries.builders import ex

ROWS: list[Binding] = [
    {"x": ex("a")},
    {"x": Literal("7")},
    {"x": BlankNode("b")},
    {},
    {"x": ex("a")},
]


def test_texts_are_read_from_any_term() -> None:
    assert [text_in(row, "x") for row in ROWS] == [ex("a"), "7", "b", "", ex("a")]


def test_iris_are_read_once_each() -> None:
    assert iris_in(ROWS, "x") == (ex("a"),)


@pytest.mark.parametrize("row", ROWS[1:3])
def test_what_is_no_iri_is_refused(row: Binding) -> None:
    with pytest.raises(BadTermError, match="as x"):
        iri_in(row, "x")


def test_what_is_no_number_counts_nothing() -> None:
    assert [number_in(row, "x") for row in (ROWS[0], ROWS[1], ROWS[3])] == [0, 7, 0]


def test_groups_keep_the_order_of_rows() -> None:
    rows = [{"x": ex("b"), "y": ex("1")}, {"x": ex("a")}, {"x": ex("b"), "y": ex("2")}]
    assert grouped(rows, "x") == {ex("b"): (rows[0], rows[2]), ex("a"): (rows[1],)}
    assert list(grouped(rows, "x")) == [ex("b"), ex("a")]
