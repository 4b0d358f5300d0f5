import pytest

from tertium.compare import choose, comparable_first, offered
from tertium.errors import UnknownRowError
from tertium.model.selection import Selection
from tertium.model.verdict import View

from .builders import fact, person, prop, rows, thing

X, Y = thing("x"), thing("y")
ROWS = rows(
    person("A", fact(X, prop("a")), fact(X, prop("b")), fact(X, prop("c"))),
    person("B", fact(X, prop("b")), fact(Y, prop("c"))),
)


def test_nothing_is_hidden_unless_asked() -> None:
    assert choose(ROWS) == (ROWS, Selection())


def test_each_wish_says_how_many_rows_it_hides() -> None:
    shown, selection = choose(ROWS, facet="ideology", view=View.DIFFERENCES, limit=5)
    assert [row.predicate.label for row in shown] == ["c"]
    assert selection == Selection(facet="Ideology", view=View.DIFFERENCES, outside_view=2)
    assert choose(ROWS, limit=1)[1] == Selection(beyond_limit=2)
    assert choose(ROWS, limit=1)[1].hidden == 2


def test_an_unknown_facet_is_an_error() -> None:
    with pytest.raises(UnknownRowError):
        choose(ROWS, facet="Style")


def test_rows_with_a_value_for_all_come_first() -> None:
    assert [row.predicate.label for row in comparable_first(ROWS)][-1] == "a"


def test_what_else_there_is_to_see_is_counted() -> None:
    offers = offered(ROWS)
    assert dict(offers.views) == {
        View.ALL: 3,
        View.DIFFERENCES: 1,
        View.SHARED: 1,
        View.MISSING: 1,
    }
    assert [(facet.label, count) for facet, count in offers.facets] == [("Ideology", 3)]
    assert [count for _, count in offered(ROWS, view=View.SHARED).facets] == [1]
    with pytest.raises(UnknownRowError):
        offered(ROWS, facet="Style")
