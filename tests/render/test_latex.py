import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.comparability import Comparability
from tertium.model.comparison import Comparison
from tertium.model.explanation import Explanation
from tertium.model.narrative import Narrative
from tertium.model.selection import Selection
from tertium.model.statement import Reference, Source
from tertium.model.terms import Iri
from tertium.model.values import Text
from tertium.model.verdict import Relation, View
from tertium.render import render
from tertium.render.latex_text import address, tex
from tertium.render.layout import ACCOUNTS
from tests.render.builders import A, B, cell, comparison, row, statement
from tests.render.conftest import Page
from tests.render.crowds import crowd, full

_ENGINES = ("pdflatex", "lualatex")
_COMMANDS = re.compile(
    r"\\(?:[$&#%_]|text(?:backslash|braceleft|braceright|asciitilde|asciicircum)\{\}"
    r"|text(?:less|greater|bar|quotedbl|asciigrave)\{\})|\{[\[\]]\}|\{\}|~"
)


@given(st.text())
def test_whatever_a_text_holds_it_commands_nothing(text: str) -> None:
    left = _COMMANDS.sub("", tex(text))
    assert not set(left) & set('\\{}$&#%_~^[]"`<>|')


@given(st.text())
def test_braces_are_balanced_for_bibtex(text: str) -> None:
    depth = 0
    for mark in tex(text):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        assert depth >= 0
    assert depth == 0


def test_an_address_ends_no_field() -> None:
    assert address("https://example.org/a}b\\c d") == "https://example.org/a%7Db%5Cc%20d"


def test_works_have_the_numbers_that_they_have_in_other_formats(whole: Page) -> None:
    listed = re.findall(
        r"^(\d+)\. ", render("markdown", *whole).partition("## Sources")[2], re.MULTILINE
    )
    keys = ",".join(f"source{number}" for number in listed)
    assert f"\\nocite{{{keys}}}" in render("latex", *whole)


def test_the_bibliography_of_a_document_is_the_bibtex(whole: Page) -> None:
    works = render("bibtex", *whole)
    assert works.count("@misc{") > 1
    assert works in render("latex", *whole)


def test_a_work_has_all_that_is_known_of_it() -> None:
    work = Source(
        iri=Iri("urn:w"),
        label="A & B",
        publisher="C_D",
        year="1999",
        url="https://example.org/",
        licence="CC0",
    )
    page = _stating(Reference(work))
    told = render("bibtex", *page)
    for part in (r"{{A \& B}}", r"{C\_D}", "{1999}", "{Licence: CC0}", "{https://example.org/}"):
        assert part in told


def test_a_work_without_a_name_has_its_address() -> None:
    page = _stating(Reference(Source(iri=Iri("urn:w"), label="")))
    assert render("bibtex", *page) == "@misc{source1,\n  title = {{urn:w}}\n}\n"


def test_without_works_there_is_no_bibliography() -> None:
    told = render("latex", *_stating())
    assert "bibliography" not in told
    assert "\\nocite" not in told


def test_many_entities_stand_one_below_the_other() -> None:
    told = render("latex", crowd(5), Narrative())
    assert "\\textit{together}" in told


@pytest.mark.parametrize("engine", _ENGINES)
def test_hostile_texts_compile(engine: str, nasty: Page, tmp_path: Path) -> None:
    if shutil.which(engine) is None or shutil.which("bibtex") is None:
        pytest.skip(f"there is no {engine} here: apt-get install texlive-latex-recommended")
    (tmp_path / "page.tex").write_text(render("latex", *nasty), encoding="utf-8")
    order = [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "page"]
    for command in (order, ["bibtex", "page"], order):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    assert (tmp_path / "page.pdf").stat().st_size > 0


def _stating(*cited: Reference) -> tuple[Comparison, Narrative]:
    one = statement("p", Text("x"), cited=cited)
    return comparison(row("p", Relation.INCOMPLETE, cell(A, one), cell(B))), Narrative()


def test_one_entity_has_no_relation_and_long_cells_are_cut() -> None:
    alone = replace(full(40), entities=full(40).entities[:1])
    alone = replace(alone, rows=tuple(replace(one, cells=one.cells[:1]) for one in alone.rows))
    told = render("latex", alone, Narrative())
    assert "\\textbf{Relation}" not in told
    assert "and 29 more" in told


def test_what_is_hidden_and_what_hardly_compares_is_said() -> None:
    hidden = Selection(view=View.SHARED, outside_view=3)
    page = replace(
        crowd(5), selection=hidden, comparability=Comparability(reason="a star and a person")
    )
    told = render("latex", page, Narrative())
    assert "with another relation" in told
    assert "a star and a person." in told


def test_reasons_are_listed_where_they_are_asked_for() -> None:
    reasons = Explanation(
        told=(None, None), both=1, contrast=1, direct=1, most=1, kinds=(None, None)
    )
    page = _stating()[0]
    page = replace(page, rows=(replace(page.rows[0], explanation=reasons),))
    assert f"\\section*{{{ACCOUNTS}}}" in render("latex", page, Narrative())
