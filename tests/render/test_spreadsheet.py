import csv
import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.narrative import Narrative
from tertium.model.values import Text
from tertium.model.verdict import CellState, Relation
from tertium.render import render
from tertium.render.spreadsheet import COLUMNS
from tests.render.builders import A, B, cell, comparison, row, statement
from tests.render.conftest import Page

_DELIMITERS = [("csv", ","), ("tsv", "\t")]


def _lines(name: str, delimiter: str, *, page: Page) -> Iterator[dict[str, str]]:
    text = io.StringIO(render(name, *page), newline="")
    return csv.DictReader(text, delimiter=delimiter)


@pytest.mark.parametrize(("name", "delimiter"), _DELIMITERS)
def test_every_statement_has_its_line(name: str, delimiter: str, page: Page) -> None:
    lines = list(_lines(name, delimiter, page=page))
    stated = [one.iri for line in page[0].rows for one in line.shown]
    assert [line["statement"] for line in lines if line["statement"]] == stated
    assert all(tuple(line) == COLUMNS for line in lines)


def test_a_silent_cell_has_its_line(small: Page) -> None:
    silent = list(_lines("csv", ",", page=small))[-1]
    assert (silent["state"], silent["value"], silent["statement"]) == ("not-stated", "", "")


def test_a_line_tells_all_of_its_statement(whole: Page) -> None:
    lines = _lines("csv", ",", page=whole)
    seat = next(line for line in lines if line["statement"].endswith("/seat-1"))
    assert list(seat.values())[7:] == [
        "https://w3id.org/tertium/id/politburo",
        "Politburo",
        "1919-03",
        "1926-10-23",
        "start: March 1919; end: 23 October 1926; as: Chairman",
        "normal",
        "false",
        "https://w3id.org/tertium/statement/seat-1",
        "Service, 1999, ch. 1 <https://w3id.org/tertium/source/service>",
    ]


def test_what_does_not_count_tells_its_rank(whole: Page) -> None:
    lines = {line["statement"].rpartition("/")[2]: line for line in _lines("csv", ",", page=whole)}
    assert (lines["seat-3"]["state"], lines["seat-3"]["rank"]) == ("value", "deprecated")
    assert (lines["error-1"]["state"], lines["error-1"]["rank"]) == ("not-stated", "deprecated")


@pytest.mark.parametrize(("name", "delimiter"), _DELIMITERS)
def test_no_field_starts_a_formula(name: str, delimiter: str, nasty: Page) -> None:
    fields = [field for line in _lines(name, delimiter, page=nasty) for field in line.values()]
    assert not [field for field in fields if field.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(st.text())
def test_any_text_survives(text: str) -> None:
    value = cell(A, statement("x", Text(text)))
    line = row("x", Relation.INCOMPLETE, value, cell(B, state=CellState.NOT_STATED))
    first = next(_lines("csv", ",", page=(comparison(line), Narrative())))
    assert first["value"].removeprefix("'") == text.removeprefix("'")
