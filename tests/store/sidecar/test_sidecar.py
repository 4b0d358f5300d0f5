import sqlite3
from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.errors import StaleStatisticsError
from tertium.model.statistics import PropertyProfile
from tertium.model.terms import XSD, Iri, Literal
from tertium.store.sidecar import build_sidecar, open_sidecar
from tertium.store.vocabulary import LOADS
from tests.store.sidecar.builders import counted, turtle

TOWNS = """
:rome a :Town ; rdfs:label "Rome"@en , "Rom"@de ; :in :italy ; :size 3 ; :mayor [ :since 1 ] .
:bari a :Town ; rdfs:label "Bari"@en ; :in :italy ; :size 3 , 4 .
:oslo a :Town , :Port ; :in :norway .
:Town rdfs:subClassOf :Place . :Port rdfs:subClassOf :Place . :Place a owl:Class .
"""


def ours(name: str) -> Iri:
    return Iri(f"https://example.org/{name}")


def number(value: str) -> Literal:
    return Literal(value, Iri(XSD + "integer"))


def test_entities_are_counted() -> None:
    statistics = counted(TOWNS).statistics
    assert dict(statistics.class_sizes) == {ours("Port"): 1, ours("Town"): 3}
    assert statistics.having[ours("Town"), ours("in")] == 3
    assert statistics.having[ours("Port"), ours("in")] == 1
    assert (ours("Port"), ours("size")) not in statistics.having
    assert dict(statistics.sharing) == {
        (ours("in"), ours("italy")): 2,
        (ours("size"), number("3")): 2,
    }
    assert dict(statistics.crowding) == {ours("in"): 5 / 3, ours("mayor"): 1, ours("size"): 5 / 3}
    assert ours("nothing") not in statistics.crowding
    assert dict(statistics.reuse) == {ours("in"): 2 / 3, ours("mayor"): 0, ours("size"): 0}


def test_a_property_has_a_profile() -> None:
    assert counted(TOWNS).properties()[1] == PropertyProfile(
        iri=ours("size"),
        entities=2,
        statements=3,
        distinct_values=2,
        reuse=0,
        kinds={XSD + "integer": 3},
    )


def test_the_whole_is_counted() -> None:
    sidecar = counted(TOWNS)
    assert list(sidecar.totals.values()) == [18, 3, 7, 3, 2]
    assert list(sidecar.totals)[:4] == ["triples", "entities", "statements", "labels"]
    assert dict(sidecar.languages()) == {"en": 2, "de": 1}
    assert dict(sidecar.hubs()) == {ours("italy"): 2}
    assert dict(sidecar.tops()) == {ours("Place"): 2}
    assert tuple(sidecar.classes()) == (ours("Town"), ours("Port"))


def test_a_quoted_triple_is_a_value_of_its_own_kind() -> None:
    (profile,) = counted(":rome :says <<( :a :b :c )>> .").properties()
    assert dict(profile.kinds) == {"triple": 1}


def test_a_wikibase_is_counted_by_its_properties() -> None:
    sidecar = counted("wd:Q1 wdt:P31 wd:Q5 ; wdt:P19 wd:Q9 . wd:Q2 wdt:P31 wd:Q5 ; wd:P19 wd:Q9 .")
    wikidata = "http://www.wikidata.org/entity/"
    assert dict(sidecar.statistics.class_sizes) == {Iri(wikidata + "Q5"): 2}
    assert sidecar.statistics.sharing[Iri(wikidata + "P19"), Iri(wikidata + "Q9")] == 2


def test_only_things_are_classes_and_each_counts_once() -> None:
    sidecar = counted("""
        wd:Q1 a wd:Q5 ; wdt:P31 wd:Q5 , "a class" , [] . [] wdt:P31 wd:Q5 ; rdfs:subClassOf wd:Q6 .
        wd:Q5 rdfs:subClassOf "a class" .
    """)
    wikidata = "http://www.wikidata.org/entity/"
    assert dict(sidecar.classes()) == {Iri(wikidata + "Q5"): 1}
    assert sidecar.tops() == {}


def test_every_graph_counts_once_but_that_of_the_loads() -> None:
    store = turtle(":rome a :Town ; :in :italy .")
    town, italy, graph = (ox.NamedNode(ours(name)) for name in ("rome", "italy", "graph"))
    for place in (graph, ox.NamedNode(LOADS)):
        store.add(ox.Quad(town, ox.NamedNode(ours("in")), italy, place))
        store.add(ox.Quad(italy, ox.NamedNode(ours(place.value[-5:])), town, place))
    sidecar = build_sidecar(store, None, version="1")
    assert [(one.iri, one.statements) for one in sidecar.properties()] == [
        (ours("graph"), 1),
        (ours("in"), 1),
    ]
    assert sidecar.totals["triples"] == 4


def test_a_kept_sidecar_tells_the_same(tmp_path: Path) -> None:
    path = tmp_path / "odd name?#.sqlite"
    path.write_text("an older one")
    told: list[tuple[int, int]] = []
    build_sidecar(turtle(TOWNS), path, version="7", counted=lambda *done: told.append(done))
    kept, fresh = open_sidecar(path, "7"), counted(TOWNS)
    assert (kept.version, kept.totals) == ("7", fresh.totals)
    assert kept.properties() == fresh.properties()
    assert dict(kept.statistics.sharing) == dict(fresh.statistics.sharing)
    assert told[-1] == (3, 4)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = tmp_path / "a", tmp_path / "b"
    for path in paths:
        build_sidecar(turtle(TOWNS), path, version="7")
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_stale_sidecar_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sidecar.sqlite"
    build_sidecar(turtle(TOWNS), path, version="7")
    with pytest.raises(StaleStatisticsError) as caught:
        open_sidecar(path, "8")
    assert (caught.value.wanted, caught.value.found) == ("8", "7")


@pytest.mark.parametrize("content", [None, b"", b"no database at all, but long enough" * 100])
def test_what_is_no_sidecar_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "sidecar.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StaleStatisticsError):
        open_sidecar(path, "7")


def test_a_sidecar_of_another_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sidecar.sqlite"
    build_sidecar(turtle(TOWNS), path, version="7")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE fact SET value = '0' WHERE name = 'format'")
    connection.close()
    with pytest.raises(StaleStatisticsError):
        open_sidecar(path, "7")
