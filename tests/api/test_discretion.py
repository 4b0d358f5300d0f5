from pathlib import Path

import pytest

import tertium

from .conftest import PREFIXES

PEOPLE = """
ex:ann a tt:Person ; rdfs:label "Ann Able"@en . ex:bob a tt:Person ; rdfs:label "Bob Best"@en .
ex:islam rdfs:label "Islam"@en . ex:x rdfs:label "chess"@en . ex:rome rdfs:label "Rome"@en .
s:1 rdf:subject ex:ann ; rdf:predicate tt:religion ; rdf:object ex:islam .
s:2 rdf:subject ex:bob ; rdf:predicate tt:religion ; rdf:object ex:islam .
s:3 rdf:subject ex:ann ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
s:4 rdf:subject ex:bob ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
s:5 rdf:subject ex:bob ; rdf:predicate tt:birthDate ; rdf:object "1980"^^xsd:gYear .
"""
DEAD = """
s:6 rdf:subject ex:ann ; rdf:predicate tt:birthDate ; rdf:object "1850"^^xsd:gYear .
s:7 rdf:subject ex:bob ; rdf:predicate tt:deathDate ; rdf:object "2020"^^xsd:gYear .
"""
NAMES = ("Ann Able", "Bob Best")


def opened(folder: Path, *more: str) -> tertium.KnowledgeGraph:
    file = folder / "graph.ttl"
    file.write_text(PREFIXES + PEOPLE + "".join(more))
    return tertium.open(file)


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "json", "csv"])
def test_a_page_keeps_what_is_sensitive_of_the_living(tmp_path: Path, format_: str) -> None:
    kg = opened(tmp_path)
    assert "Islam" not in kg.compare(*NAMES).render(format_)
    assert "Islam" not in kg.describe(NAMES[0]).render(format_)
    assert "Islam" in kg.compare(*NAMES, sensitive=True).render(format_)


def test_a_page_says_how_much_it_keeps_and_can_be_checked(tmp_path: Path) -> None:
    kg = opened(tmp_path)
    page, whole = kg.compare(*NAMES), kg.compare(*NAMES, sensitive=True)
    assert "1 sensitive row of living persons is not shown." in page.render("markdown")
    assert "sensitive" not in whole.render("markdown")
    assert kg.verify(page.to_json()) == kg.verify(whole.to_json()) == ()
    assert kg.compare(NAMES[0], "Rome").comparison.withheld == 1


def test_of_the_dead_everything_is_told(tmp_path: Path) -> None:
    page = opened(tmp_path, DEAD).compare(*NAMES)
    assert page.comparison.withheld == 0
    assert "Islam" in page.render("text")


def test_a_day_in_the_past_makes_nobody_private(tmp_path: Path) -> None:
    page = opened(tmp_path, DEAD).compare(*NAMES, at="2000")
    assert [one.ended for one in page.entities] == [True, False]
    assert page.comparison.withheld == 0
