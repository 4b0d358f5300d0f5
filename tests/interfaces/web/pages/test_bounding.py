from dataclasses import replace

from tertium.api.page import Page
from tertium.interfaces.web.pages.bounding import bounded
from tertium.model.comparison import Comparison, Row
from tertium.model.narrative import Narrative
from tertium.model.verdict import Relation
from tests.render.builders import A, B, cell, comparison, row, statement


def rows(count: int) -> tuple[Row, ...]:
    same = statement("x", A)
    one = row("x", Relation.SAME, cell(A, same), cell(B, same))
    return tuple(replace(one, salience=place % 7 + place / 10_000) for place in range(count))


def paged(comparison_: Comparison) -> Page:
    return Page(comparison_, Narrative())


def test_a_page_of_usual_size_is_left_as_it_is() -> None:
    page = paged(comparison(*rows(500)))
    assert bounded(page) is page


def test_of_too_many_rows_the_most_salient_are_kept_in_order() -> None:
    whole = comparison(*rows(700))
    found = bounded(paged(whole)).comparison
    assert len(found.rows) == 500
    assert found.selection.beyond_limit == 200
    assert found.selection.hidden == 200
    left = [one for one in whole.rows if one not in found.rows]
    assert max(one.salience for one in left) <= min(one.salience for one in found.rows)
    assert list(found.rows) == [one for one in whole.rows if one in found.rows]


def test_many_entities_leave_room_for_fewer_rows() -> None:
    few = comparison(*rows(200))
    many = replace(few, entities=few.entities * 25)
    assert len(bounded(paged(many)).comparison.rows) == 120
