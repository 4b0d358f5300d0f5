from pathlib import Path

import pytest
from starlette.types import ASGIApp

from tertium.interfaces.web.application import application
from tertium.interfaces.web.settings import Settings

GRAPH = """
@prefix ex: <https://w3id.org/tertium/id/> .
@prefix s: <https://w3id.org/tertium/statement/> .
@prefix src: <https://w3id.org/tertium/source/> .
@prefix tt: <https://w3id.org/tertium/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
src:census dcterms:title "Census" .
s:1 a rdf:Statement ; rdf:subject ex:ada ; rdf:predicate tt:birthDate ;
    rdf:object "1815-12-10"^^xsd:date ; prov:wasDerivedFrom src:census .
s:2 a rdf:Statement ; rdf:subject ex:bab ; rdf:predicate tt:birthDate ;
    rdf:object "1791-12-26"^^xsd:date ; prov:wasDerivedFrom src:census .
ex:ada a tt:Person ; rdfs:label "Ada Lovelace"@en , "Ada von Lovelace"@de ; tt:memberOf ex:club .
ex:bab a tt:Person ; rdfs:label "Charles Babbage"@en ; tt:memberOf ex:club .
ex:cay a tt:Person ; rdfs:label "Arthur Cayley"@en ; tt:memberOf ex:club ;
    tt:allyOf [ a tt:Person ] .
ex:smith a tt:Person ; rdfs:label "Smith"@en . ex:smith-2 a tt:Person ; rdfs:label "Smith"@en .
<http://x.example/a/b.json> a tt:Person ; rdfs:label "Odd name"@en ; tt:memberOf ex:club .
ex:club a tt:Body ; rdfs:label "Club"@en .
"""


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("graph") / "small.ttl"
    file.write_text(GRAPH, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def small(graph_file: Path) -> ASGIApp:
    """The whole site over a small graph."""
    return application(Settings(sources=(str(graph_file),), store=Path("none")))
