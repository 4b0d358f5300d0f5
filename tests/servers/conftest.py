"""The same triples in every server and in the embedded store."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tertium.store.profile import GENERIC, profiles
from tests.servers.processes import ServerMissingError, oxigraph, rdflib_endpoint, virtuoso

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "graph.ttl"
POLITICIANS = ROOT.parent / "shared" / "data" / "politicians.ttl"

SERVERS: Mapping[str, Callable[[Path, Path], AbstractContextManager[str]]] = {
    "oxigraph": oxigraph,
    "rdflib-endpoint": rdflib_endpoint,
    "virtuoso": virtuoso,
}


@pytest.fixture(scope="session")
def graph() -> ox.Store:
    store = ox.Store()
    for file in (FIXTURE, POLITICIANS):
        if file.is_file():
            store.bulk_load(path=str(file))
    return store


@pytest.fixture(scope="session")
def local(graph: ox.Store) -> OxigraphStore:
    return OxigraphStore(graph)


@pytest.fixture(scope="session")
def triples(graph: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("triples") / "graph.nt"
    graph.dump(str(file), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return file


@pytest.fixture(scope="session", params=SERVERS)
def address(
    request: pytest.FixtureRequest, triples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    name = str(request.param)
    with ExitStack() as stack:
        try:
            url = stack.enter_context(SERVERS[name](triples, tmp_path_factory.mktemp(name)))
        except ServerMissingError as error:
            pytest.skip(str(error))
        yield url


@pytest.fixture(scope="session")
def remote(address: str) -> EndpointStore:
    brisk = replace(profiles()[GENERIC], timeout=10)
    return EndpointStore(address, agent="tertium/test (someone@example.org)", profile=brisk)
