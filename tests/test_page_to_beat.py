"""What became of the page to beat: each fate rests on statements, each figure on our page."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

import tertium
from tertium.model.terms import Literal
from tertium.store.protocol import Solutions

PATH = Path(__file__).parents[1] / "docs" / "explanation" / "the-page-to-beat.md"
TEXT = PATH.read_text(encoding="utf-8") if PATH.is_file() else ""
IDS = "https://w3id.org/tertium/id/"
STATEMENTS = "https://w3id.org/tertium/statement/"
YEAR = re.compile(r"\b\d{4}\b")
COMPARANDS = (IDS + "stalin", IDS + "trotsky")
FATE = re.compile(r"(supported|contested|corrected)(: .+)?|opinion of .+|left out: .+")
REASONS = (
    "vague",
    "not expressible",
    "not established",
    "a judgement without a holder",
    "wrong",
)
BEYOND_A_GRAPH = ("left out: vague", "left out: not expressible")

pytestmark = pytest.mark.skipif(not PATH.is_file(), reason="runs in a checkout only")

STATED = """
SELECT ?statement ?subject ?holder ?opponent WHERE {
  ?statement rdf:subject ?subject .
  OPTIONAL { ?statement tt:accordingTo/rdfs:label ?holder . FILTER(LANG(?holder) = "en") }
  OPTIONAL { ?statement tt:disputedBy ?opponent }
} ORDER BY ?statement
"""


@dataclass(frozen=True, slots=True)
class Told:
    """A row of the table: a claim of that page and what became of it."""

    number: int
    fate: str
    statements: tuple[str, ...]


def told(line: str) -> Told:
    number, _, fate, statements = (cell.strip() for cell in line.strip("|").split("|"))
    return Told(int(number), fate, tuple(re.findall(r"`s:([^`]+)`", statements)))


ROWS = tuple(told(line) for line in TEXT.splitlines() if re.match(r"\| \d+ \|", line))
WITH_STATEMENTS = tuple(row for row in ROWS if not row.fate.startswith("left out"))


@dataclass(frozen=True, slots=True)
class Stated:
    """Who a statement is about, who holds it and whether somebody disputes it."""

    subject: str
    holders: frozenset[str]
    disputed: bool


@pytest.fixture(scope="module")
def graph() -> tertium.KnowledgeGraph:
    return tertium.open()


@pytest.fixture(scope="module")
def page(graph: tertium.KnowledgeGraph) -> tertium.Page:
    return graph.compare("Joseph Stalin", "Leon Trotsky")


@pytest.fixture(scope="module")
def stated(graph: tertium.KnowledgeGraph) -> dict[str, Stated]:
    answer = graph.query(STATED)
    assert isinstance(answer, Solutions)
    found: dict[str, Stated] = {}
    for row in answer.rows:
        name = str(row["statement"]).removeprefix(STATEMENTS)
        before = found.get(name, Stated(str(row["subject"]), frozenset(), disputed=False))
        holder = row.get("holder")
        names = {holder.lexical} if isinstance(holder, Literal) else set()
        disputed = before.disputed or "opponent" in row
        found[name] = Stated(before.subject, before.holders | names, disputed)
    return found


def test_every_claim_has_its_number() -> None:
    assert [row.number for row in ROWS] == list(range(1, len(ROWS) + 1))
    assert len(ROWS) >= 60


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_every_claim_has_one_of_five_fates(row: Told) -> None:
    assert FATE.fullmatch(row.fate)
    if row.fate.startswith("left out"):
        assert row.fate.removeprefix("left out: ").startswith(REASONS)


@pytest.mark.parametrize("row", WITH_STATEMENTS, ids=lambda row: row.number)
def test_a_claim_that_is_not_left_out_names_a_statement(row: Told) -> None:
    assert row.statements


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_what_is_named_is_stated_and_on_the_page(
    row: Told, stated: dict[str, Stated], page: tertium.Page
) -> None:
    assert [name for name in row.statements if name not in stated] == []
    cells = page.to_json().partition('"narrative"')[0]
    ours = (name for name in row.statements if stated[name].subject in COMPARANDS)
    assert [name for name in ours if f'"{STATEMENTS}{name}"' not in cells] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_an_opinion_has_its_holders_and_a_contest_its_sides(
    row: Told, stated: dict[str, Stated]
) -> None:
    of_row = [stated[name] for name in row.statements]
    if row.fate.startswith("opinion of "):
        holders = frozenset[str]().union(*(one.holders for one in of_row))
        assert holders == set(row.fate.removeprefix("opinion of ").split(" and "))
    if row.fate.startswith("contested"):
        assert any(one.disputed for one in of_row)


def test_most_of_what_a_graph_can_say_is_answered() -> None:
    expressible = [row for row in ROWS if not row.fate.startswith(BEYOND_A_GRAPH)]
    assert len(WITH_STATEMENTS) / len(expressible) >= 0.8


def figures(page: tertium.Page) -> dict[str, int]:
    table = {s.iri: s for row in page for cell in row.cells for s in cell.statements}
    sentences = page.narrative.sentences
    return {
        "rows in the table": len(page.rows),
        "statements in the table": len(table),
        "judgements with a holder": sum(1 for s in table.values() if s.holders),
        "sentences": len(sentences),
        "sentences with a date": sum(1 for one in sentences if YEAR.search(one.text)),
        "sources": len(json.loads(page.to_json())["references"]),
    }


def test_the_figures_are_those_of_our_page(page: tertium.Page) -> None:
    said = re.findall(r"^\| ([a-z ]+) \| \d+ \| (\d+) \|$", TEXT, re.MULTILINE)
    assert {name: int(number) for name, number in said} == figures(page)
