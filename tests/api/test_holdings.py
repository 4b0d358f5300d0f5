from pathlib import Path

import pyoxigraph as ox
import pytest

from tertium.api.holdings import Holdings, holdings, holdings_of
from tertium.api.loading import load_graph
from tertium.errors import BadStoreError
from tertium.model.terms import Iri
from tertium.store.oxigraph import OxigraphStore

EX = "http://example.org/"
PEOPLE = """
@prefix ex: <http://example.org/> .
ex:one { ex:ada a ex:Person ; ex:knows ex:bob , [ a [] ] . }
ex:bob a ex:Person .
"""


def store(trig: str) -> OxigraphStore:
    engine = ox.Store()
    engine.load(trig, ox.RdfFormat.TRIG)
    return OxigraphStore(engine)


def test_a_graph_is_counted_as_it_answers() -> None:
    held = holdings(store(PEOPLE))
    assert held == Holdings(
        triples=5,
        entities=None,
        subjects=3,
        objects=4,
        kinds=2,
        predicates={
            Iri(f"{EX}knows"): 2,
            Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"): 3,
        },
        classes={Iri(f"{EX}Person"): 2},
        graphs={Iri(f"{EX}one"): 4},
    )


def test_what_takes_much_memory_may_be_left_out() -> None:
    held = holdings(store(PEOPLE), whole=False)
    assert (held.triples, held.graphs) == (5, {Iri(f"{EX}one"): 4})
    assert held.subjects is held.objects is held.kinds is None
    assert held.classes == {}


def test_nothing_is_counted_as_nothing() -> None:
    held = holdings(store(""))
    assert (held.triples, held.subjects, held.kinds) == (0, 0, 0)
    assert held.predicates == held.classes == held.graphs == {}


def test_a_store_directory_knows_its_entities(tmp_path: Path) -> None:
    file = tmp_path / "people.trig"
    file.write_text(PEOPLE, encoding="utf-8")
    load_graph(tmp_path / "store", [file])
    held = holdings_of(tmp_path / "store")
    assert held.entities
    assert held.graphs[Iri(f"{EX}one")] == 4


def test_what_is_no_store_is_not_counted(tmp_path: Path) -> None:
    with pytest.raises(BadStoreError):
        holdings_of(tmp_path)
