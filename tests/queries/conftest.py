from pathlib import Path

import pytest

from tertium.queries.catalogue import Catalogue, bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tests.queries.builders import fixture

FIXTURE = Path(__file__).parents[1] / "fixtures" / "graph.ttl"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return bundled_catalogue()


@pytest.fixture(scope="session")
def store(catalogue: Catalogue) -> OxigraphStore:
    loaded = fixture(FIXTURE.name)
    loaded.derive(catalogue["derive/direct-triples"].text)
    return loaded


@pytest.fixture(scope="session")
def reader(store: OxigraphStore, catalogue: Catalogue) -> Reader:
    return Reader(store, catalogue)
