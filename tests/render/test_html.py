from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tertium.model.narrative import Mention, Narrative, Section
from tertium.model.schema import Facet
from tertium.model.terms import Iri
from tertium.model.verdict import Relation
from tertium.render.html import render
from tests.render.builders import A, B, cell, comparison, entity, row, sentence, statement
from tests.render.conftest import Page

_VOID = {"meta", "link", "br", "img", "input", "hr"}


@dataclass
class _Walk(HTMLParser):
    """Walks a page and keeps what the tests ask for."""

    open: list[str] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "td":
            self.cells.append("")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "td" in self.open:
            self.cells[-1] += data

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.seen if name in attrs]


def _walk(text: str) -> _Walk:
    walk = _Walk()
    walk.feed(text)
    walk.close()
    assert walk.open == []
    return walk


def test_tags_are_balanced_and_no_cell_is_empty(page: Page) -> None:
    walk = _walk(render(*page))
    assert walk.cells
    assert all(text.strip() for text in walk.cells)


def test_nothing_of_a_text_becomes_markup(nasty: Page) -> None:
    walk = _walk(render(*nasty))
    tags = {tag for tag, _ in walk.seen}
    assert tags.isdisjoint({"script", "img", "b", "iframe", "form", "object"})
    assert "<script" not in render(*nasty)
    assert not [name for _, attrs in walk.seen for name in attrs if name.startswith("on")]


def test_links_lead_to_the_web_or_into_the_page(page: Page) -> None:
    walk = _walk(render(*page))
    ids = {f"#{one}" for one in walk.values("id")}
    assert all(link in ids or link.startswith("https://") for link in walk.values("href"))
    assert walk.values("src") == []


def test_ids_are_unique(page: Page) -> None:
    ids = _walk(render(*page)).values("id")
    assert len(ids) == len({*ids})


def test_every_value_and_sentence_names_its_statements(whole: Page) -> None:
    comparison_, narrative = whole
    walk = _walk(render(*whole))
    stated = [one.iri for line in comparison_.rows for one in line.shown]
    assert sorted(walk.values("data-statement")) == sorted(stated)
    told = [*narrative.summary, *narrative.relations]
    told += [one for section in narrative.sections for one in section.sentences]
    assert walk.values("data-evidence") == [
        " ".join(one.iri for one in each.evidence) for each in told
    ]


def test_mentions_name_their_entity(whole: Page) -> None:
    assert f'data-entity="{A.iri}"><bdi dir="auto">Joseph Stalin</bdi>' in render(*whole)


def test_headings_go_down_by_one(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in _walk(render(*page)).seen if tag in {"h1", "h2", "h3"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_table_headers_have_a_scope(whole: Page) -> None:
    heads = [attrs for tag, attrs in _walk(render(*whole)).seen if tag == "th"]
    assert {attrs["scope"] for attrs in heads} == {"col", "row", "rowgroup"}


def test_the_seventh_value_is_folded(whole: Page) -> None:
    assert "and 2 more" in _walk(render(*whole)).text


def test_a_label_in_another_language_says_so() -> None:
    georgian = statement("x", entity("koba", "კობა", language="ka"))
    line = row("x", Relation.SAME, cell(A, georgian), cell(B, georgian))
    assert 'lang="ka">კობა<' in render(comparison(line), Narrative())


def test_what_is_deprecated_is_struck_through(whole: Page) -> None:
    text = render(*whole)
    struck = text.split("<s>")[1:]
    assert all(part.startswith('<span class="unseen">deprecated: </span>') for part in struck)
    assert [part[: part.index("</bdi>")].rpartition(">")[2] for part in struck] == [
        "none (stated)",
        " *x*|~~",
        "Old",
    ]
    assert "(lower rank)" in _walk(text).text


def test_one_entity_has_no_relation() -> None:
    line = row("x", Relation.SAME, cell(A, statement("x", entity("koba"))))
    walk = _walk(render(comparison(line, entities=(A,)), Narrative()))
    assert "Relation" not in walk.text
    assert "vs." not in walk.text


def test_a_page_without_rows_says_so() -> None:
    assert "There is no row to show." in render(comparison(), Narrative())


@given(st.text())
def test_any_text_is_shown_as_text(text: str) -> None:
    value = statement("x", entity("x", text, language=text))
    told = sentence(text, value, mentions=(Mention(0, 2, Iri(text)),))
    section = Section(Facet(Iri(text), text), (told,))
    line = row("x", Relation.SAME, cell(A, value), cell(B, value))
    _walk(render(comparison(line), Narrative(summary=(told,), sections=(section,))))
