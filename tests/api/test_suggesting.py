from pathlib import Path

import pytest

import tertium
from tertium.api import KnowledgeGraph
from tertium.api.suggesting import suggested
from tertium.errors import UnknownFormatError

GRAPH = Path(__file__).parents[1] / "fixtures" / "graph.ttl"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return tertium.open(GRAPH)


def labels(graph: KnowledgeGraph, text: str, limit: int = 5) -> list[str]:
    return [one.entity.label for one in suggested(graph, text, limit=limit)]


def test_what_begins_so_comes_before_what_is_like_it(graph: KnowledgeGraph) -> None:
    stalin = graph.find("Stalin")[0].entity.label
    assert labels(graph, stalin[:5])[0].startswith(stalin[:5])
    assert labels(graph, stalin, limit=1) == [stalin]
    assert stalin in labels(graph, stalin.replace("t", "tt", 1))


def test_of_nothing_nothing_is_suggested(graph: KnowledgeGraph) -> None:
    assert labels(graph, "  ") == []


def test_without_counts_things_are_found(graph: KnowledgeGraph) -> None:
    bare = KnowledgeGraph(graph.reader, info=graph.info)
    label = graph.find("Stalin")[0].entity.label
    assert label in labels(bare, label)


def test_they_are_introduced(graph: KnowledgeGraph) -> None:
    found = suggested(graph, "Stalin", limit=1)[0]
    assert [kind.label for kind in found.classes] == ["person"]
    assert isinstance(found.description, str)


def test_an_entity_is_written_in_known_syntaxes(graph: KnowledgeGraph) -> None:
    iri = graph.find("Stalin")[0].entity.iri
    assert iri in graph.write(iri, "application/n-triples").decode()
    with pytest.raises(UnknownFormatError):
        graph.write(iri, "text/plain")
