"""What a page asserts, and what it only shows."""

from pathlib import Path

import pytest

import tertium
from tertium.model.statement import Rank
from tertium.model.verdict import Ranks

from .conftest import PREFIXES

NAMES = ("Ada Able", "Bo Best", "Cy Cope")
PEOPLE = """
ex:ada a tt:Person ; rdfs:label "Ada Able"@en . ex:bo a tt:Person ; rdfs:label "Bo Best"@en .
ex:cy a tt:Person ; rdfs:label "Cy Cope"@en . ex:kim a tt:Person ; rdfs:label "Kim Kerr"@en .
ex:bold rdfs:label "boldness"@en . ex:rome rdfs:label "Rome"@en . ex:ulm rdfs:label "Ulm"@en .
s:1 rdf:subject ex:ada ; rdf:predicate tt:assessedAs ; rdf:object ex:bold .
s:2 rdf:subject ex:bo ; rdf:predicate tt:assessedAs ; rdf:object ex:bold .
s:3 rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
s:4 rdf:subject ex:ada ; rdf:predicate tt:birthPlace ; rdf:object ex:ulm ; tt:rank tt:deprecated .
s:5 rdf:subject ex:bo ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
s:6 rdf:subject ex:cy ; rdf:predicate tt:birthPlace ; rdf:object ex:rome .
"""
PLAIN = """
ex:ada a tt:Person ; rdfs:label "Ada Able"@en ; tt:assessedAs ex:bold ; tt:birthPlace ex:rome .
ex:bo a tt:Person ; rdfs:label "Bo Best"@en ; tt:assessedAs ex:bold ; tt:birthPlace ex:rome .
ex:cy a tt:Person ; rdfs:label "Cy Cope"@en ; tt:birthPlace ex:rome .
ex:bold rdfs:label "boldness"@en . ex:rome rdfs:label "Rome"@en .
"""


def told(folder: Path, turtle: str, *names: str) -> str:
    """Return all that a page says in sentences, with everything shown."""
    file = folder / "graph.ttl"
    file.write_text(PREFIXES + turtle, encoding="utf-8")
    kg = tertium.open(file)
    page = kg.compare(*names, ranks=Ranks.ALL) if names[1:] else kg.describe(*names)
    sentences = (*page.narrative.sentences, *page.narrative.relations)
    assert not [s for one in sentences for s in one.evidence if s.rank is Rank.DEPRECATED]
    return " ".join(one.text for one in sentences)


@pytest.mark.parametrize("turtle", [PEOPLE, PLAIN])
@pytest.mark.parametrize("names", [NAMES[:1], NAMES[:2], NAMES])
def test_a_judgement_that_nobody_holds_is_not_told(
    tmp_path: Path, turtle: str, names: tuple[str, ...]
) -> None:
    text = told(tmp_path, turtle, *names)
    assert "Rome" in text
    assert "Ulm" not in text
    assert "bold" not in text


def test_a_judgement_is_told_with_its_holder(bundled: tertium.KnowledgeGraph) -> None:
    page = bundled.compare("Joseph Stalin", "Leon Trotsky")
    judged = [
        (sentence, statement)
        for sentence in page.narrative.sentences
        for statement in sentence.evidence
        if statement.predicate.judgement
    ]
    assert judged
    for sentence, statement in judged:
        named = {one.entity for one in sentence.mentions}
        assert named & {one.iri for one in statement.holders}
