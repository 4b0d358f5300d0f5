"""The same triples in every server and in the embedded store."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tertium.store.profile import GENERIC, profiles
from tests.servers.processes import (
    Server,
    ServerMissingError,
    oxigraph,
    rdflib_endpoint,
    virtuoso,
)

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "graph.ttl"
POLITICIANS = ROOT.parent / "shared" / "data" / "politicians.ttl"
ASKED = (207, 352, 855, 1394, 33391)

SERVERS: Mapping[str, Callable[[Path, Path], AbstractContextManager[str]]] = {
    "oxigraph": oxigraph,
    "rdflib-endpoint": rdflib_endpoint,
    "virtuoso": virtuoso,
}


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("people") / "people.nt"
    real = ox.parse(path=str(POLITICIANS)) if POLITICIANS.is_file() else ()
    ox.serialize(filter(is_kept, real), str(file), format=ox.RdfFormat.N_TRIPLES)
    return file


@pytest.fixture(scope="session")
def graph(people: Path) -> ox.Store:
    store = ox.Store()
    for file in (FIXTURE, people):
        store.bulk_load(path=str(file))
    return store


def is_kept(quad: ox.Quad) -> bool:
    """Keep the people who are asked about and a few of the rest: some servers are slow."""
    item = re.search(r"/Q([0-9]+)", str(quad.subject))
    return item is None or int(item[1]) in ASKED or int(item[1]) % 12 == 0


@pytest.fixture(scope="session")
def local(graph: ox.Store) -> OxigraphStore:
    return OxigraphStore(graph)


@pytest.fixture(scope="session")
def triples(graph: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("triples") / "graph.nt"
    graph.dump(str(file), format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return file


@pytest.fixture(scope="session", params=SERVERS)
def server(
    request: pytest.FixtureRequest, triples: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    name = str(request.param)
    start = partial(SERVERS[name], triples)
    with closing(Server(name, lambda: start(tmp_path_factory.mktemp(name)))) as running:
        yield running


def address_of(server: Server) -> str:
    try:
        return server.address()
    except ServerMissingError as error:
        pytest.skip(str(error))


@pytest.fixture
def remote(server: Server) -> EndpointStore:
    return EndpointStore(
        address_of(server), agent="tertium/test (someone@example.org)", profile=profiles()[GENERIC]
    )
