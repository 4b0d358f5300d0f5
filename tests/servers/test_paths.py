"""How two entities are connected is the same on every server as in the file."""

import pytest

import tertium
from tertium.api.surveying import Survey, Surveying
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.endpoint import EndpointStore
from tertium.store.oxigraph import OxigraphStore
from tests.servers.conftest import POLITICIANS

PAIRS = (("Q855", "Q1394"), ("Q33391", "Q352"))

pytestmark = pytest.mark.skipif(
    not POLITICIANS.is_file(), reason="politicians.ttl is not beside the checkout"
)


@pytest.fixture(scope="module")
def ontology() -> OxigraphStore:
    store = tertium.open().reader.store
    assert isinstance(store, OxigraphStore)
    return store


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_the_same_chains_are_found_on_every_server(
    pair: tuple[str, str], remote: EndpointStore, local: OxigraphStore, ontology: OxigraphStore
) -> None:
    asked, looked_up = (
        survey(Reader(store, bundled_catalogue(), ontology=ontology), pair)
        for store in (remote, local)
    )
    assert asked == looked_up


def survey(reader: Reader, pair: tuple[str, str]) -> Survey:
    left, right = (Iri(f"http://www.wikidata.org/entity/{name}") for name in pair)
    return Surveying(reader, Statistics()).between((left, right), steps=3, limit=9)
