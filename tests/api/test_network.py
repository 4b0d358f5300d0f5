import networkx as nx
import pytest

import tertium
from tertium.errors import BadParameterError, UnknownEntityError
from tests.api.conftest import PREFIXES

EX, S = "https://w3id.org/tertium/id/", "https://w3id.org/tertium/statement/"
CHAIN = """
ex:a rdfs:label "A"@en . ex:c rdfs:label "C"@en . ex:d rdfs:label "D"@en . ex:e rdfs:label "E"@en .
s:ab a tt:Statement ; rdf:subject ex:a ; rdf:predicate tt:opponent ; rdf:object ex:no-label ;
    tt:startTime "1903"^^xsd:gYear ; tt:endTime "1917-08"^^xsd:gYearMonth .
s:ab-2 a tt:Statement ; rdf:subject ex:a ; rdf:predicate tt:ally ; rdf:object ex:no-label ;
    tt:rank tt:deprecated ; tt:pointInTime "1905"^^xsd:gYear .
s:a-born a tt:Statement ; rdf:subject ex:a ; rdf:predicate tt:birthDate ;
    rdf:object "1878"^^xsd:gYear .
s:bc a tt:Statement ; rdf:subject ex:no-label ; rdf:predicate tt:ally ; rdf:object ex:c .
s:ca a tt:Statement ; rdf:subject ex:c ; rdf:predicate tt:ally ; rdf:object ex:a .
s:cd a tt:Statement ; rdf:subject ex:c ; rdf:predicate tt:ally ; rdf:object ex:d .
s:de a tt:Statement ; rdf:subject ex:d ; rdf:predicate tt:ally ; rdf:object ex:e .
"""


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> tertium.KnowledgeGraph:
    path = tmp_path_factory.mktemp("chain") / "chain.ttl"
    path.write_text(PREFIXES + CHAIN, encoding="utf-8")
    return tertium.open(path)


def names(graph: nx.MultiDiGraph) -> list[str]:
    return [iri.removeprefix(EX) for iri in graph]


def test_an_edge_is_a_statement(chain: tertium.KnowledgeGraph) -> None:
    graph = chain.to_networkx("A")
    assert graph.nodes[EX + "a"] == {"label": "A"}
    edges = graph.get_edge_data(EX + "a", EX + "no-label")
    assert edges == {
        S + "ab": {
            "predicate": "https://w3id.org/tertium/ontology#opponent",
            "label": "opponent",
            "start": "1903",
            "end": "1917-08",
            "rank": "normal",
        },
        S + "ab-2": {
            "predicate": "https://w3id.org/tertium/ontology#ally",
            "label": "ally",
            "start": "1905",
            "end": "1905",
            "rank": "deprecated",
        },
    }


@pytest.mark.parametrize(
    ("steps", "reached"),
    [
        (1, ["a", "no-label"]),
        (2, ["a", "no-label", "c"]),
        (3, ["a", "no-label", "c", "d"]),
    ],
)
def test_each_step_goes_on_from_what_was_reached(
    steps: int, reached: list[str], chain: tertium.KnowledgeGraph
) -> None:
    assert names(chain.to_networkx("ex:a", steps=steps)) == reached


def test_what_has_no_date_says_so(chain: tertium.KnowledgeGraph) -> None:
    graph = chain.to_networkx("D", "E", "D", steps=2)
    ((_, _, edge),) = graph.edges(data=True)
    assert (edge["start"], edge["end"]) == (None, None)
    assert nx.shortest_path(graph, EX + "d", EX + "e") == [EX + "d", EX + "e"]


def test_nothing_has_no_neighbours(chain: tertium.KnowledgeGraph) -> None:
    assert names(chain.to_networkx()) == []


@pytest.mark.parametrize("steps", [0, 4])
def test_only_so_many_steps_are_taken(steps: int, chain: tertium.KnowledgeGraph) -> None:
    with pytest.raises(BadParameterError, match=f"1 to 3 expected, not {steps}"):
        chain.to_networkx("A", steps=steps)


def test_an_entity_must_be_known(chain: tertium.KnowledgeGraph) -> None:
    with pytest.raises(UnknownEntityError):
        chain.to_networkx("ex:nobody")
