import pytest

from tertium.model.terms import Iri, Literal
from tertium.store.oxigraph import OxigraphStore
from tertium.store.reads import NotingStore, Reach, Read

A, B, P, Q = (Iri(f"urn:{name}") for name in "abpq")


@pytest.fixture(scope="module")
def plain() -> OxigraphStore:
    store = OxigraphStore()
    store.add([(A, P, B), (B, P, A), (A, Q, Literal("x"))])
    return store


def test_every_read_is_told_and_answered_as_ever(plain: OxigraphStore) -> None:
    told: list[Read] = []
    store = NotingStore(plain.engine, told.append)
    assert [*store.arcs(A)] == [*plain.arcs(A)]
    assert [*store.links(A)] == [(P, B)]
    assert [*store.standings(A)] == []
    assert [*store.objects(A, Q)] == [Literal("x")]
    assert [*store.subjects(P, A)] == [B]
    assert [*store.leading(A)] == [(B, P, A)]
    assert [*store.backlinks(A)] == [(B, P)]
    assert store.uses(P)
    assert {*store.linked(P)} == {(A, B), (B, A)}
    assert store.query("ASK {}") is True
    assert told == [
        *[Read(Reach.FROM, A)] * 3,
        Read(Reach.FROM, A, Q),
        Read(Reach.TO, A, P),
        *[Read(Reach.TO, A)] * 2,
        Read(Reach.USED, predicate=P),
        Read(Reach.LINKED, predicate=P),
        Read(Reach.ASKED, predicate="ASK {}"),
    ]


def test_a_read_is_told_before_anything_is_taken_of_it(plain: OxigraphStore) -> None:
    told: list[Read] = []
    NotingStore(plain.engine, told.append).arcs(B)
    assert told == [Read(Reach.FROM, B)]
