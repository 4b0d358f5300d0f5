from decimal import Decimal

from tertium.model.dates import Date
from tertium.model.narrative import Mention, Narrative
from tertium.model.schema import QualifierRole
from tertium.model.values import Quantity, Text, Value
from tertium.model.verdict import Relation
from tertium.render.composing import compose
from tertium.render.layout import Item
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
    assert (
        "rests on 31 statements from 2 sources. It shows 13 of 16 rows." in compose(*whole).origin
    )
    assert (
        "a graph without a name and rests on 1 statement from 0 sources." in compose(*small).origin
    )
    assert "for example" not in compose(comparison(), Narrative()).invitation


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
