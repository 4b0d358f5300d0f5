"""What two entities share, and what not, is the same on every server, as its query answers it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import tertium
from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tests.servers.conftest import POLITICIANS

PAIRS = (("wd:Q855", "wd:Q33391"), ("wd:Q1394", "wd:Q207"))

pytestmark = pytest.mark.skipif(
    not POLITICIANS.is_file(), reason="politicians.ttl is not beside the checkout"
)


@pytest.fixture(scope="module")
def politicians(people: Path) -> tertium.KnowledgeGraph:
    return tertium.open(people)


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_query_answers_the_same_on_every_server(
    pair: tuple[str, str],
    politicians: tertium.KnowledgeGraph,
    remote: EndpointStore,
    local: OxigraphStore,
) -> None:
    for query in texts(politicians, pair):
        assert remote.query(query) == local.query(query), query


def texts(graph: tertium.KnowledgeGraph, pair: tuple[str, str]) -> Iterator[str]:
    yield graph.common(*pair).query
    for found in graph.differ(*pair, limit=20):
        yield from (difference.query for difference in found.found)
        if found.reference.query:
            yield found.reference.query
