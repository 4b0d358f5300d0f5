from dataclasses import replace
from pathlib import Path

import pytest

import tertium
from tertium.api import KnowledgeGraph
from tertium.api.censuses import stats_document
from tertium.errors import LimitError

GRAPH = Path(__file__).parents[1] / "fixtures" / "graph.ttl"


def test_a_graph_of_which_nothing_was_counted_is_asked() -> None:
    graph = tertium.open(GRAPH)
    bare = KnowledgeGraph(graph.reader, info=graph.info)
    assert set(stats_document(bare)) == {"totals", "classes"}
    assert {"totals", "hubs"} <= set(stats_document(graph))


def test_one_that_is_not_to_count_is_not_asked() -> None:
    graph = tertium.open(GRAPH)
    large = KnowledgeGraph(graph.reader, info=replace(graph.info, counted=False))
    with pytest.raises(LimitError):
        stats_document(large)
