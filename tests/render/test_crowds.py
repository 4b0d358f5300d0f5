import csv
import json
from dataclasses import replace
from decimal import Decimal
from io import StringIO

import jsonschema_rs
import pytest

from tertium.model.comparability import Comparability
from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.model.selection import Selection
from tertium.model.values import Quantity, Text
from tertium.model.verdict import View
from tertium.render import json_schema, render
from tertium.render.cutting import Cut, cut, cuts
from tertium.render.selecting import say_selection
from tertium.render.summing import say_tally
from tertium.render.text import plain
from tests.compare.builders import NONE, fact, person, prop, rows, thing, year
from tests.render.crowds import crowd, full

NOTHING = Narrative()


def tallies(comparison: Comparison) -> dict[str, tuple[str, ...]]:
    labels = {one.iri: one.label for one in comparison.entities}
    return {row.predicate.label: say_tally(row, labels) for row in comparison.rows}


def test_a_tally_counts_who_shares_what_and_who_is_silent() -> None:
    assert tallies(crowd()) == {
        "children": (
            "from 1 (PB) to 100 (PE)",
            "median 2.5",
            "none (stated): PA",
        ),
        "language": (
            "all 5: English",
            "4 of 5: French",
            "3 of 5: Latin",
            "2 of 5: Greek",
            "1 value recorded for one alone",
        ),
        "nickname": ("not recorded: 4 of 5",),
    }


def test_beyond_five_groups_the_rest_is_counted() -> None:
    told = tallies(crowd(8))["language"]
    assert told[-2:] == ("4 of 8: Dutch", "and 2 more values of several")
    assert tallies(crowd(7))["language"][-2:] == (
        "and 1 more value of several",
        "1 value recorded for one alone",
    )


def test_of_many_values_with_the_same_holders_five_are_named() -> None:
    tongues = [thing(name) for name in "abcdefg"]
    people = [person(f"P{n}", *tongues) for n in range(3)]
    made = Comparison(entities=tuple(people), rows=rows(*people), rows_total=1)
    assert tallies(made) == {"ideology": ("all 3: a, b, c, d, e and 2 more",)}


def test_what_is_far_out_and_in_the_middle_is_told() -> None:
    told = tallies(crowd(8))["children"]
    assert told[:3] == (
        "from 1 (PB) to 100 (PH)",
        "median 4",
        "beyond Tukey\u2019s fences: 100 (PH)",
    )


def test_values_which_meet_say_where() -> None:
    kinds = [thing(name) for name in ("Stalinism", "Trotskyism", "x", "y", "z", "q")]
    people = [person(f"P{n}", kind) for n, kind in enumerate(kinds)]
    made = Comparison(entities=tuple(people), rows=rows(*people), rows_total=1)
    assert tallies(made) == {
        "ideology": ("6 values recorded for one alone", "2 of 6 meet in Leninism")
    }


def test_between_two_middle_dates_there_is_no_median() -> None:
    people = [person(f"P{n}", year(1900 + n)) for n in range(4)]
    made = Comparison(entities=tuple(people), rows=rows(*people), rows_total=1)
    assert tallies(made) == {"ideology": ("from 1900 (P0) to 1903 (P3)",)}


def test_all_silent_or_without_are_counted() -> None:
    people = [person(f"P{n}", fact(NONE, prop("child"))) for n in range(3)]
    made = Comparison(entities=tuple(people), rows=rows(*people), rows_total=1)
    assert tallies(made) == {"child": ("none (stated): all 3",)}


def test_one_value_of_all_has_no_ends() -> None:
    made = crowd()
    assert tallies(replace(made, rows=made.rows[:0])) == {}
    numbers = [person(f"P{n}", fact(Quantity(amount=Decimal(1)))) for n in "abc"]
    same = Comparison(entities=tuple(numbers), rows=rows(*numbers), rows_total=1)
    assert tallies(same) == {"ideology": ("all 3: 1",)}


@pytest.mark.parametrize(("name", "starts"), [("markdown", "| Entity |"), ("html", "Together")])
def test_many_stand_one_below_the_other(name: str, starts: str) -> None:
    assert starts in render(name, crowd(), NOTHING)
    assert starts not in render(name, crowd(3), NOTHING)
    assert starts in render(name, replace(crowd(3), transposed=True), NOTHING)
    assert starts not in render(name, replace(crowd(), transposed=False), NOTHING)


def test_a_row_with_little_in_it_is_no_column() -> None:
    assert "- **nickname** (*incomplete*): PB: Ned; not recorded: 4 of 5" in render(
        "markdown", crowd(), NOTHING
    )
    assert '<dt data-property="https://example.org/nickname">' in render("html", crowd(), NOTHING)


def test_a_terminal_shows_columns_where_there_is_room() -> None:
    wide, narrow = (plain(crowd(), NOTHING, width=width) for width in (100, 40))
    assert " together " in wide
    assert "nickname (incomplete)\n  • not recorded: 4 of 5\n  PB:\n    Ned" in wide
    assert " together " not in narrow
    assert "  PA:\n" in narrow


def test_a_facet_without_little_rows_has_no_asides() -> None:
    made = crowd()
    kept = tuple(row for row in made.rows if row.predicate.label != "nickname")
    bare = replace(made, rows=kept)
    assert "<dl" not in render("html", bare, NOTHING)
    assert "nickname" not in render("markdown", bare, NOTHING)
    assert "nickname" not in plain(bare, NOTHING, width=100)


def test_a_spreadsheet_turned_has_a_line_for_each_entity() -> None:
    made = crowd(3)
    twins = tuple(
        replace(row, predicate=replace(row.predicate, label="language")) for row in made.rows
    )
    lines = list(csv.reader(StringIO(render("csv", replace(made, transposed=True), NOTHING))))
    assert lines[0][:2] == ["entity", "entity_label"]
    assert sorted(lines[0][2:]) == ["children", "language", "nickname"]
    assert dict(zip(lines[0], lines[1], strict=True))["nickname"] == "not recorded"
    assert dict(zip(lines[0], lines[3], strict=True))["language"] == "English; French; Latin"
    again = render("csv", replace(made, rows=twins, transposed=True), NOTHING)
    assert "language <https://example.org/nickname>" in again
    assert render("csv", made, NOTHING).count("\n") > 4


def test_the_document_has_the_groups() -> None:
    document = json.loads(render("json", crowd(8), NOTHING))
    schema = jsonschema_rs.Draft202012Validator(json.loads(json_schema()))
    assert list(schema.iter_errors(document)) == []
    found = {row["property"]["label"]: row["tally"] for row in document["rows"]}
    assert found["language"]["groups"][0]["value"]["label"] == "English"
    assert found["language"]["groups_total"] == 7
    assert found["children"]["spread"]["median"]["amount"] == "4"
    assert found["children"]["having"] == 7


def test_a_cell_shows_its_first_values_and_counts_the_rest() -> None:
    many = full(250)
    assert "and 231 more" in render("markdown", many, NOTHING)
    assert "and 245 more" in render("text", many, NOTHING)
    page = render("html", many, NOTHING)
    assert "and 244 more" in page
    assert "150 of them are not on this page" in page
    assert page.count("data-statement") == 101


def test_a_document_is_cut_and_says_so() -> None:
    many = full(30)
    assert len(cut(many, most=10).rows[0].cells[0].shown) == 10
    assert cut(many, most=30) == many
    assert cuts(many, most=10) == (
        Cut(
            predicate=many.rows[0].predicate.iri,
            entity=many.entities[0].iri,
            shown=10,
            total=30,
        ),
    )


def test_a_cut_keeps_what_counts_before_what_does_not() -> None:
    many = full(3)
    first, *others = many.rows[0].cells[0].statements
    mixed = replace(many.rows[0].cells[0], statements=(first,), others=tuple(others))
    row = replace(many.rows[0], cells=(mixed, many.rows[0].cells[1]))
    kept = cut(replace(many, rows=(row,)), most=2).rows[0].cells[0]
    assert (kept.statements, kept.others) == ((first,), (others[0],))


def test_ten_thousand_values_fit_the_schema_and_the_limit() -> None:
    document = json.loads(render("json", full(10_001), NOTHING))
    assert document["limits"]["values_cut"][0]["total"] == 10_001
    assert len(document["rows"][0]["cells"][0]["values"]) == 10_000


@pytest.mark.parametrize(
    ("selection", "shown", "words"),
    [
        (Selection(), 3, ""),
        (
            Selection(view=View.DIFFERENCES, outside_view=2),
            1,
            (
                "The table shows 1 of 3 rows, those with the relation different or one-sided; "
                "hidden: 2 with another relation. "
                "The summary and the sections cover all rows of this choice."
            ),
        ),
        (
            Selection(view=View.SHARED, outside_view=3),
            0,
            (
                "Of the 3 rows there is none with the relation same, overlapping or related; "
                "hidden: 3 with another relation. "
                "The summary and the sections cover all rows of this choice."
            ),
        ),
        (
            Selection(view=View.MISSING, facet="Ideology", outside_facet=1, outside_view=1),
            1,
            (
                "The table shows 1 of 3 rows, those in the facet “Ideology” with "
                "the relation incomplete; "
                "hidden: 1 of other facets and 1 with another relation. "
                "The summary and the sections cover all rows of this choice."
            ),
        ),
        (
            Selection(beyond_limit=2),
            1,
            (
                "The table shows 1 of 3 rows; hidden: 2 less telling. "
                "The summary and the sections cover all rows."
            ),
        ),
    ],
)
def test_a_selection_says_what_it_hides(selection: Selection, shown: int, words: str) -> None:
    made = crowd()
    some = replace(made, rows=made.rows[:shown], rows_total=3, selection=selection)
    assert say_selection(some) == words


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_every_page_says_what_is_hidden_and_why_it_hardly_compares(name: str) -> None:
    some = replace(
        crowd(),
        rows=(),
        selection=Selection(view=View.SHARED, outside_view=3),
        comparability=Comparability(rows_total=3, reason="A and B hardly compare"),
    )
    page = " ".join(render(name, some, NOTHING).replace("\\", "").split())
    assert "Of the 3 rows there is none with the relation same, overlapping or related" in page
    assert "A and B hardly compare." in page


def test_a_single_row_is_no_rows() -> None:
    lone = replace(crowd(), rows=(), rows_total=1, selection=Selection(beyond_limit=1))
    assert say_selection(lone).startswith("Of the 1 row there is none; hidden")


@pytest.mark.parametrize("count", [2, 5])
def test_words_without_spaces_are_folded_in_a_terminal(count: int) -> None:
    long = "\u6f22\u5b57" * 40
    people = [person(f"P{n}", Text(long, "ja")) for n in range(count)]
    made = Comparison(entities=tuple(people), rows=rows(*people), rows_total=1)
    shown = plain(made, NOTHING, width=100)
    assert shown.count("\u6f22") >= count * 40
    assert "\u2026" not in shown
