from itertools import combinations
from pathlib import Path

import pytest

import tertium
from tertium.api import KnowledgeGraph

GRAPH = Path(__file__).parents[1] / "fixtures" / "graph.ttl"
PEOPLE = ("ex:stalin", "ex:trotsky", "ex:caesar", "ex:pompey")


@pytest.fixture(scope="session")
def kg() -> KnowledgeGraph:
    return tertium.open(GRAPH)


@pytest.fixture(scope="session")
def pairs() -> list[tuple[str, str]]:
    return [*combinations(PEOPLE, 2)]
