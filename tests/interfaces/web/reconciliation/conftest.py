from collections.abc import Iterator

import httpx
import pytest
from benchmarks.reconciliation import served

import tertium
from tertium.interfaces.web.reconciliation import application


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    """A client of the service over the bundled graph, through a real socket."""
    with (
        served(application(tertium.open())) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        yield client
