"""The same comparison comes out of every server and of the file."""

import json
from pathlib import Path

import pytest

import tertium
from tests.servers.conftest import POLITICIANS, address_of
from tests.servers.processes import Server

PAIRS = (("wd:Q855", "wd:Q33391"), ("wd:Q1394", "wd:Q207"))

pytestmark = pytest.mark.skipif(
    not POLITICIANS.is_file(), reason="politicians.ttl is not beside the checkout"
)


@pytest.fixture(scope="module")
def politicians(people: Path) -> tertium.KnowledgeGraph:
    """Count the file as an endpoint is counted, by queries: how rare ancestors are is not asked."""
    graph = tertium.open(people)
    graph.sidecar = None
    return graph


@pytest.fixture(scope="module")
def opened(server: Server) -> tertium.KnowledgeGraph:
    return tertium.open(address_of(server))  # once: its statistics are asked for but once


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_page_is_the_same_wherever_the_graph_is(
    pair: tuple[str, str],
    server: Server,
    opened: tertium.KnowledgeGraph,
    politicians: tertium.KnowledgeGraph,
    *,
    whole: bool,
) -> None:
    if (server.name, pair) == ("rdflib-endpoint", PAIRS[0]) and not whole:
        pytest.skip("rdflib takes a minute for the richest pair: --whole")
    assert page(opened, pair) == page(politicians, pair)


def page(graph: tertium.KnowledgeGraph, pair: tuple[str, str]) -> str:
    """Return the document of a comparison without what it says of where the graph is."""
    document = json.loads(graph.compare(*pair).render("json"))
    del document["graph"]
    return json.dumps(document, indent=1)
