from collections.abc import Iterator

import httpx
import pytest
from benchmarks.services import served

import tertium
from tertium.interfaces.web.reconciliation import application


@pytest.fixture(scope="session")
def graph() -> tertium.KnowledgeGraph:
    return tertium.open()


@pytest.fixture(scope="session")
def client(graph: tertium.KnowledgeGraph) -> Iterator[httpx.Client]:
    """A client of the service over the bundled graph, through a real socket."""
    with (
        served(application(graph)) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        yield client
