import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from tertium.model.narrative import Narrative
from tertium.model.verdict import Relation
from tertium.render.text import plain, render, renderable
from tests.render.builders import A, B, cell, comparison, entity, row, statement
from tests.render.conftest import Page

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")


@pytest.mark.parametrize("width", [40, 72, 100, 160])
def test_no_line_is_wider_than_asked(width: int, whole: Page) -> None:
    assert max(map(len, plain(*whole, width=width).splitlines())) <= width


def test_a_narrow_page_is_a_list(whole: Page) -> None:
    text = plain(*whole, width=40)
    assert "ides (related: this row is related)" in text
    assert "  Leon Trotsky:\n    7 November 1879 [2]\n" in text


def test_no_control_character_is_left(page: Page) -> None:
    assert not _CONTROL.search(render(*page))


def test_colour_is_for_the_console_to_decide(whole: Page) -> None:
    console = Console(width=100, color_system="standard", force_terminal=True, _environ={})
    with console.capture() as capture:
        console.print(renderable(*whole))
    assert "\x1b[" in capture.get()
    assert "\x1b" not in render(*whole)


def test_no_line_ends_in_spaces(whole: Page) -> None:
    assert not re.search(r" $", render(*whole), re.MULTILINE)


def test_what_is_deprecated_says_so_and_is_struck_through(whole: Page) -> None:
    console = Console(width=100, color_system="standard", force_terminal=True, _environ={})
    with console.capture() as capture:
        console.print(renderable(*whole))
    assert "\x1b[9mOld\x1b[0m" in capture.get()
    assert "Old, note: note (deprecated) [2]" in plain(*whole, width=160)
    assert "Soviet (from 1919) (lower rank) [3]" in plain(*whole, width=160)


@pytest.mark.parametrize("width", [40, 100])
def test_one_entity_has_no_relation(width: int) -> None:
    line = row("x", Relation.SAME, cell(A, statement("x", entity("koba"))))
    text = plain(comparison(line, entities=(A,)), Narrative(), width=width)
    assert "Koba" in text
    assert "same" not in text


@given(st.text())
def test_any_label_is_harmless(text: str) -> None:
    value = statement("x", entity("x", text))
    line = row("x", Relation.SAME, cell(A, value), cell(B, value))
    assert not _CONTROL.search(render(comparison(line), Narrative()))
