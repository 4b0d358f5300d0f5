from tertium.batch.evidence.settling import settled, surroundings
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.model.values import Entity
from tertium.store.surroundings import Surroundings

A, B, P, G = (Iri(f"urn:{name}") for name in "abpg")


def test_sets_and_mappings_are_in_order() -> None:
    assert settled({B: frozenset({"y", "x"}), A: 1}) == settled({A: 1, B: frozenset({"x", "y"})})
    assert settled((1, 2)) != settled((2, 1))


def test_nouns_are_told_by_their_fields() -> None:
    assert settled(Entity(A, "a")) != settled(Entity(A, "b"))


def test_the_order_of_triples_and_the_labels_of_nameless_nodes_are_nothing() -> None:
    one, other = BlankNode("n1"), BlankNode("other")
    there = Surroundings.of([(A, P, one), (one, P, Literal("x")), (A, P, B)])
    back = Surroundings.of([(A, P, B), (other, P, Literal("x")), (A, P, other)])
    assert surroundings(there) == surroundings(back)


def test_a_named_graph_counts() -> None:
    plain = Surroundings.of([(A, P, B)])
    assert surroundings(plain) != surroundings(Surroundings(plain.triples, {(A, P, B): (G,)}))
