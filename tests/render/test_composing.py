from dataclasses import replace
from decimal import Decimal

import pytest

from tertium.model.comparison import GraphInfo
from tertium.model.dates import Date
from tertium.model.narrative import Mention, Narrative
from tertium.model.schema import QualifierRole
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Text, Value
from tertium.model.verdict import Relation
from tertium.render.composing import compose
from tertium.render.layout import Citation, Evidence, Item, marks_of
from tests.render.builders import A, B, cell, comparison, entity, row, sentence, statement
from tests.render.conftest import Page


def _item(*qualifiers: tuple[QualifierRole | None, Value]) -> Item:
    told = statement("x", Text("x"), *qualifiers)
    line = row("x", Relation.SAME, cell(A, told), cell(B, told))
    return compose(comparison(line), Narrative()).bands[0].lines[0].boxes[0].items[0]


def test_rows_of_one_facet_stand_together(whole: Page) -> None:
    bands = compose(*whole).bands
    assert [band.heading for band in bands] == ["Background", "Offices", "Legacy"]


def test_a_span_is_given_in_years() -> None:
    start, end = Date(year=1922, month=4, day=3), Date(year=1952, month=10, day=16)
    item = _item((QualifierRole.START, start), (QualifierRole.END, end))
    assert item.circumstances == " (1922\u20131952)"
    assert item.evidence.says == "x: x, from 3 April 1922 to 16 October 1952"


def test_a_day_is_given_in_full() -> None:
    item = _item((QualifierRole.TIME, Date(year=1922, month=4, day=3)))
    assert item.circumstances == " (3 April 1922)"


def test_bounds_of_what_is_no_quantity_are_told() -> None:
    item = _item((QualifierRole.LOWER, Quantity(amount=Decimal(5))))
    assert item.circumstances == ", at least 5"


def test_sentences_are_cut_at_their_mentions() -> None:
    told = statement("x", Text("x"))
    mentions = (Mention(4, 7, B.iri), Mention(0, 3, A.iri), Mention(2, 5, B.iri))
    page = compose(
        comparison(), Narrative(summary=(sentence("Ann Bob.", told, mentions=mentions),))
    )
    words = page.summary.passages[0].words
    assert [(one.text, one.entity) for one in words] == [
        ("Ann", A.iri),
        (" ", None),
        ("Bob", B.iri),
        (".", None),
    ]


def test_one_entity_is_told_in_brief() -> None:
    assert compose(comparison(entities=(A,)), Narrative()).summary.heading == "In brief"


def test_the_end_counts_what_the_page_rests_on(whole: Page, small: Page) -> None:
    origin = compose(*whole).origin
    assert "rests on 30 statements from 2 sources. It shows 14 of 17 rows." in origin
    assert "It also shows 4 statements of lower rank, on which no verdict rests." in origin
    origin = compose(*small).origin
    assert (
        "a graph without a name and rests on 1 statement, for which it names no source." in origin
    )
    assert "lower rank" not in origin
    assert "sensitive" not in origin


@pytest.mark.parametrize(
    ("rows", "words"), [(1, "row of living persons is"), (2, "rows of living persons are")]
)
def test_the_end_counts_what_is_withheld(small: Page, rows: int, words: str) -> None:
    origin = compose(replace(small[0], withheld=rows), small[1]).origin
    assert f"{rows} sensitive {words} not shown." in origin


def test_nobody_is_invited_to_report_a_statement_where_there_is_none() -> None:
    assert "for example" not in compose(comparison(), Narrative()).invitation


def test_the_end_says_that_a_graph_was_not_counted(small: Page) -> None:
    rough = replace(small[0], graph=GraphInfo(counted=False))
    assert "The graph was not counted" in compose(rough, small[1]).origin
    assert "not counted" not in compose(*small).origin


def test_what_does_not_count_says_so_after_what_does(whole: Page) -> None:
    lines = {line.predicate.text: line for band in compose(*whole).bands for line in band.lines}
    assert [item.standing.value for item in lines["seat"].boxes[0].items] == [
        *("", ""),
        *("lower rank", "deprecated"),
    ]
    wrong, none = lines["error"].boxes
    assert (wrong.words, len(wrong.items)) == ("not recorded", 2)
    assert (none.words, none.items) == ("not applicable", ())


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ((), ()),
        ((1,), ("[1]",)),
        ((2, 1), ("[1]", "[2]")),
        ((4, 2, 3, 3), ("[2\u20134]",)),
        ((1, 3, 4, 5, 6, 8), ("[1]", "[3\u20136]", "[8]")),
    ],
)
def test_three_notes_in_a_row_are_one_mark(numbers: tuple[int, ...], marks: tuple[str]) -> None:
    cited = tuple(Citation(number, "", "") for number in numbers)
    assert marks_of((Evidence(Iri("x"), "", "", cited),)) == marks


def test_three_entities_are_all_in_the_title() -> None:
    third = entity("lenin", "Vladimir Lenin")
    page = compose(comparison(entities=(A, B, third)), Narrative())
    assert page.title == "Joseph Stalin vs. Leon Trotsky vs. Vladimir Lenin"
    assert page.caption == "Joseph Stalin, Leon Trotsky and Vladimir Lenin, property by property"


def test_a_work_that_names_its_author_is_enough() -> None:
    getty = (QualifierRole.DISPUTED_BY, entity("getty", "J. Arch Getty"))
    works = {"J. Arch Getty, Origins": " in J. Arch Getty, Origins"}
    works |= {"Origins": " by J. Arch Getty in Origins"}
    for label, dispute in works.items():
        item = _item(getty, (QualifierRole.DISPUTED_IN, entity("origins", label)))
        assert (item.contested, item.dispute) == (True, dispute)


def test_where_many_are_compared_a_cell_shows_fewer_values() -> None:
    many = tuple(statement(f"x-{place}", entity(f"v{place}")) for place in range(300))
    line = row("x", Relation.SAME, cell(A, *many), cell(B, *many))
    for count, most in ((1, 100), (11, 50), (30, 20), (60, 10), (200, 6)):
        page = compose(comparison(*[line] * count), Narrative())
        boxes = [box for band in page.bands for one in band.lines for box in one.boxes]
        assert {len(box.items) for box in boxes} == {most}
        assert {box.more for box in boxes} == {300 - most}
