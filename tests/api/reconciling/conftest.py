import pytest

import tertium
from tertium.api.reconciling import Reconciler
from tests.api.conftest import PREFIXES
from tests.api.reconciling.graphs import Linked

PEOPLE = f"""
ex:ada a tt:Person ; rdfs:label "Ada Lovelace"@en ; tt:birthDate "1815-12-10"^^xsd:date ;
    tt:birthPlace ex:london ; tt:pseudonym "A. A. L." ; tt:religion ex:faith ;
    tt:inception "1843"^^xsd:gYear ; tt:members 12.5 .
ex:babbage a tt:Person , tt:Author ; rdfs:label "Charles Babbage"@en ; tt:birthPlace ex:london ;
    tt:pseudonym "A" , "B"@en , "C" .
ex:smith a tt:Person ; rdfs:label "Smith"@en .
ex:smith-2 a tt:Person ; rdfs:label "Smith"@en .
ex:london a tt:City ; rdfs:label "London"@en ; tt:members 1{"0" * 400} .
ex:lovelace-road a tt:City ; rdfs:label "Old Lovelace Road"@en .
ex:faith rdfs:label "a faith"@en .
ex:k2 a tt:City ; rdfs:label "Mountain"@en .
ex:rival a tt:City ; rdfs:label "K2"@en .
tt:Person rdfs:label "person"@en . tt:City rdfs:label "city"@en .
tt:Author rdfs:label "author of something"@en .
<urn:elsewhere> a tt:City ; rdfs:label "Elsewhere"@en .
"""


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    path = tmp_path_factory.mktemp("reconciling") / "people.ttl"
    path.write_text(PREFIXES + PEOPLE, encoding="utf-8")
    return tertium.open(path)


@pytest.fixture
def linked(people: tertium.KnowledgeGraph) -> Linked:
    return Linked(people)


@pytest.fixture
def service(linked: Linked) -> Reconciler:
    return Reconciler(linked)
