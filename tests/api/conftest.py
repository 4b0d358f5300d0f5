from pathlib import Path

import pytest

import tertium

PREFIXES = """
@prefix ex: <https://w3id.org/tertium/id/> .
@prefix s: <https://w3id.org/tertium/statement/> .
@prefix src: <https://w3id.org/tertium/source/> .
@prefix tt: <https://w3id.org/tertium/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
PEOPLE = """
ex:ada a tt:Person ; rdfs:label "Ada Lovelace"@en ; tt:shortName "Lovelace"@en ;
    owl:sameAs ex:countess .
ex:babbage a tt:Person ; rdfs:label "Charles Babbage"@en ; tt:shortName "Babbage"@en .
ex:countess a tt:Person ; rdfs:label "Countess of Lovelace"@en ; owl:sameAs ex:ada .
ex:smith a tt:Person ; rdfs:label "Smith"@en . ex:smith-2 a tt:Person ; rdfs:label "Smith"@en .
ex:london a tt:City ; rdfs:label "London"@en .
src:letters a tt:Source , tt:Book ; rdfs:label "The Letters"@en .
s:ada-born a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthDate ;
    rdf:object "1815-12-10"^^xsd:date ; prov:wasDerivedFrom src:letters .
s:ada-place a tt:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthPlace ;
    rdf:object ex:london ; prov:wasDerivedFrom src:letters .
s:babbage-place a tt:Statement ; rdf:subject ex:babbage ; rdf:predicate tt:birthPlace ;
    rdf:object ex:london ; prov:wasDerivedFrom [ tt:source src:letters ; tt:locator "p. 1" ] .
"""


@pytest.fixture(scope="session")
def bundled() -> tertium.KnowledgeGraph:
    return tertium.open()


@pytest.fixture(scope="session")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "people.ttl"
    path.write_text(PREFIXES + PEOPLE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small(file: Path) -> tertium.KnowledgeGraph:
    return tertium.open(file)
