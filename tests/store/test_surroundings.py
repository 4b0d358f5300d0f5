from tertium.model.terms import Iri, Literal
from tertium.store.surroundings import Surroundings

A, B, P, Q = (Iri(f"http://example.org/{name}") for name in "abpq")


def test_triples_are_kept_once_in_their_order() -> None:
    around = Surroundings.of([(A, P, B), (B, P, A), (A, Q, Literal("x")), (A, P, B)])
    assert around.arcs(A) == ((P, B), (Q, Literal("x")))
    assert list(around.triples) == [A, B]


def test_what_is_not_there_has_nothing() -> None:
    assert Surroundings().arcs(A) == ()
    assert Surroundings().objects(A, P) == ()


def test_objects_come_by_predicate() -> None:
    around = Surroundings.of([(A, P, B), (A, Q, A), (A, P, A)])
    assert around.objects(A, Q, P) == (A, B, A)
