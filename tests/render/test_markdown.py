import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tertium.model.narrative import Narrative
from tertium.model.verdict import Relation
from tertium.render.escaping import visible
from tertium.render.markdown import escaped, render
from tests.render.builders import A, cell, comparison, entity, row, statement
from tests.render.conftest import Page
from tests.render.hostility import HOSTILE

_COMMONMARK = MarkdownIt("commonmark", {"linkify": False}).enable("table")


def _html(text: str) -> str:
    html: str = _COMMONMARK.render(text)
    return html


def test_a_page_reads_as_headings_and_tables(whole: Page) -> None:
    html = _html(render(*whole))
    assert html.count("<table>") == len({line.facet for line in whole[0].rows})
    assert "<h1>Joseph Stalin vs. Leon Trotsky</h1>" in html


def test_hostile_texts_make_no_markup(nasty: Page) -> None:
    html = _html(render(*nasty))
    assert "<script" not in html
    assert "<img" not in html
    assert "href=" not in html
    assert html.count("<table>") == len(nasty[0].rows)
    assert html.count("<tr>") == 2 * len(nasty[0].rows)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_reads_as_itself(text: str) -> None:
    shown = escaped(visible(text)).strip("\u2068\u2069 ")
    assert _plain(shown) == visible(text).strip()


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1))
def test_any_text_reads_as_itself(text: str) -> None:
    assert _plain(f"x {escaped(text)} x") == f"x {text} x"
    assert _plain(escaped(text.strip()) + "x") == text.strip() + "x"


def test_what_is_deprecated_is_struck_through(whole: Page) -> None:
    text = render(*whole)
    assert "Soviet (from 1919) (lower rank) [3]<br>~~Old~~, note: note [2]" in text
    assert "*not recorded*<br>~~none (stated)~~ [2]<br>" in text
    html: str = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    assert "<s>Old</s>" in html
    assert "<s>*x*|~~</s>" in html


def test_one_entity_has_no_relation() -> None:
    line = row("x", Relation.SAME, cell(A, statement("x", entity("koba"))))
    text = render(comparison(line, entities=(A,)), Narrative())
    assert "| Property | Joseph Stalin |" in text


def _plain(markdown: str) -> str:
    tokens = _COMMONMARK.parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {token.type for token in children} <= {"text", "text_special"}
    return "".join(token.content for token in children)
