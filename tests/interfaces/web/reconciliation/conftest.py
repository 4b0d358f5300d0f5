from collections.abc import Iterator

import httpx
import pytest
from benchmarks.reconciliation import served

import tertium
from tertium.interfaces.web.reconciliation import application
from tests.api.reconciling.graphs import Linked


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    """A client of the service over the bundled graph, through a real socket."""
    graph = Linked(tertium.open())
    with served(application(graph)) as url, httpx.Client(base_url=url) as client:
        yield client
