import lzma
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reading.columns import iri_in, number_in, text_in
from tertium.queries.reading.counts import read_statistics
from tertium.resources import folder, resource_files
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Binding, select
from tertium.store.sidecar import Sidecar, build_sidecar

CATALOGUE = bundled_catalogue()
SHARED = Path(__file__).parents[3] / "../shared/data"
FIXTURES = Path(__file__).parents[2] / "fixtures"
GRAPHS = (
    "graph.ttl",
    "wikibase.ttl",
    "plain.ttl",
    "bundled",
    "politicians.ttl",
    "q42.ttl",
    "mondial",
)

Counted = tuple[OxigraphStore, Sidecar]


def store_of(name: str) -> ox.Store:
    store = ox.Store()
    if name == "bundled":
        for part in ("ontology", "data"):
            for _, file in resource_files(folder(part), ".ttl"):
                store.bulk_load(file.read_bytes(), ox.RdfFormat.TURTLE)
    elif (FIXTURES / name).is_file():
        store.bulk_load(path=str(FIXTURES / name), format=ox.RdfFormat.TURTLE)
    else:
        store.bulk_load(real(name), ox.RdfFormat.TURTLE)
    OxigraphStore(store).derive(CATALOGUE["derive/direct-triples"].text)
    return store


def real(name: str) -> bytes:
    path = SHARED / ("mondial-europe.ttl.xz" if name == "mondial" else name)
    if not path.is_file():
        pytest.skip(f"needs the shared data beside the checkout: {path.name}")
    return lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()


@pytest.fixture(scope="module", params=GRAPHS)
def both(request: pytest.FixtureRequest) -> Counted:
    store = store_of(str(request.param))
    return OxigraphStore(store), build_sidecar(store, None, version="1")


def rows_of(both: Counted, name: str) -> Iterator[Binding]:
    store, sidecar = both
    for row in select(store, CATALOGUE[f"statistics/{name}"].text):
        if row.get("property") not in sidecar.label_predicates:
            yield row


def test_statistics_are_what_the_queries_answer(both: Counted) -> None:
    names = ("class-sizes", "property-frequency", "value-frequency")
    classes, properties, values = (tuple(rows_of(both, name)) for name in names)
    holders = tuple(rows_of(both, "properties"))
    expected = read_statistics(classes, properties, values, holders=holders)
    found = both[1].statistics
    assert dict(found.class_sizes) == expected.class_sizes
    assert dict(found.having) == expected.having
    assert dict(found.stated) == expected.stated
    assert dict(found.sharing) == expected.sharing
    assert dict(found.reuse) == expected.reuse


def test_profiles_are_what_the_queries_answer(both: Counted) -> None:
    profiles = {profile.iri: profile for profile in both[1].properties()}
    numbers = {
        iri_in(row, "property"): tuple(
            number_in(row, name) for name in ("entities", "statements", "values")
        )
        for row in rows_of(both, "properties")
    }
    assert numbers == {
        iri: (one.entities, one.statements, one.distinct_values) for iri, one in profiles.items()
    }
    kinds = {
        (iri_in(row, "property"), text_in(row, "kind")): number_in(row, "statements")
        for row in rows_of(both, "kinds")
    }
    assert kinds == {(iri, kind): n for iri, p in profiles.items() for kind, n in p.kinds.items()}


def test_names_are_what_the_query_answers(both: Counted) -> None:
    store, sidecar = both
    for row in tuple(select(store, CATALOGUE["labels/names"].text))[:500]:
        name = text_in(row, "name")
        if any(char.isalnum() for char in name):
            assert sidecar.names.alike(name)[iri_in(row, "entity")].name == name
