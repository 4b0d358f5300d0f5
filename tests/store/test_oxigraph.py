import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.errors import BadQueryError, BadTermError
from tertium.model.terms import XSD, BlankNode, Iri, Literal
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Solutions, Triple, Triples, construct

A, B, P = Iri("http://example.org/a"), Iri("http://example.org/b"), Iri("http://example.org/p")
TRIPLES: tuple[Triple, ...] = (
    (A, P, B),
    (B, P, Literal("-0043-03-13", Iri(XSD + "date"))),
    (A, P, BlankNode("x")),
    (BlankNode("x"), P, BlankNode("y")),
    (BlankNode("y"), P, Literal("_: no blank node")),
)


def store_of(*triples: Triple) -> OxigraphStore:
    store = OxigraphStore()
    store.add(triples)
    return store


def renamed(triple: Triple) -> Triple:
    subject, predicate, value = triple
    new = [BlankNode(f"n{t.label}") if isinstance(t, BlankNode) else t for t in (subject, value)]
    return new[0], predicate, new[1]


def test_a_table_keeps_its_columns_and_leaves_unbound_ones_out() -> None:
    answer = store_of((A, P, B)).query("SELECT ?z ?a ?none { ?a ?p ?z OPTIONAL { ?z ?p ?none } }")
    assert answer == Solutions(("z", "a", "none"), ({"z": B, "a": A},))


def test_a_construct_answers_triples() -> None:
    answer = store_of((A, P, B)).query("CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }")
    assert answer == Triples(((B, P, A),))


def test_an_ask_answers_the_truth() -> None:
    assert store_of((A, P, B)).query("ASK { ?s ?p ?o }") is True


@pytest.mark.parametrize(
    "sparql", ["SELECT * {", "ASK { ?s a foo:b }", "DELETE WHERE { ?s ?p ?o }", "ASK {} # \ud800"]
)
def test_what_is_no_query_is_refused_in_one_line(sparql: str) -> None:
    with pytest.raises(BadQueryError) as caught:
        OxigraphStore().query(sparql)
    assert "\n" not in str(caught.value)


def test_derive_adds_what_a_construct_answers() -> None:
    store = store_of((A, P, B))
    store.derive("CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o }")
    assert sorted(map(str, construct(store, "CONSTRUCT WHERE { ?s ?p ?o }"))) == sorted(
        map(str, [(A, P, B), (B, P, A)])
    )


def test_derive_refuses_another_form() -> None:
    with pytest.raises(BadQueryError, match="CONSTRUCT expected"):
        OxigraphStore().derive("ASK {}")


def test_extend_adds_another_store() -> None:
    store = store_of((A, P, B))
    store.extend(store_of((A, P, B), (B, P, A)))
    assert len(store) == 2


def test_a_store_that_is_there_can_be_wrapped() -> None:
    inner = ox.Store()
    inner.add(ox.Quad(ox.NamedNode(A), ox.NamedNode(P), ox.NamedNode(B)))
    assert len(OxigraphStore(inner)) == 1


@given(triples=st.permutations(TRIPLES), rename=st.booleans())
def test_the_digest_knows_neither_order_nor_labels(*, triples: list[Triple], rename: bool) -> None:
    changed = map(renamed, triples) if rename else triples
    assert store_of(*changed).digest() == store_of(*TRIPLES).digest()


@pytest.mark.parametrize("missing", range(len(TRIPLES)))
def test_the_digest_changes_with_every_triple(missing: int) -> None:
    rest = TRIPLES[:missing] + TRIPLES[missing + 1 :]
    assert store_of(*rest).digest() != store_of(*TRIPLES).digest()


def test_nodes_are_looked_up_from_both_ends() -> None:
    store = store_of(*TRIPLES)
    assert set(store.arcs(A)) == {(P, B), (P, BlankNode("x"))}
    assert set(store.objects(A, P)) == {B, BlankNode("x")}
    assert list(store.objects(B, A)) == []
    assert list(store.subjects(P, B)) == [A]
    assert list(store.arcs(BlankNode("x"))) == [(P, BlankNode("y"))]


def test_a_predicate_is_in_use_or_not() -> None:
    assert store_of((A, P, B)).uses(P)
    assert not store_of((A, P, B)).uses(B)


def test_quoted_triples_are_not_looked_up() -> None:
    inner = ox.Store()
    quoted = ox.Triple(ox.NamedNode(A), ox.NamedNode(P), ox.NamedNode(B))
    inner.add(ox.Quad(ox.NamedNode(A), ox.NamedNode(P), quoted))
    inner.add(ox.Quad(ox.NamedNode(A), ox.NamedNode(P), quoted, ox.NamedNode(B)))
    store = OxigraphStore(inner)
    assert not [*store.arcs(A), *store.objects(A, P), *store.standings(A)]


def test_a_triple_stands_in_its_named_graphs() -> None:
    inner = ox.Store()
    for graph in (ox.NamedNode(B), ox.BlankNode("g"), ox.DefaultGraph()):
        inner.add(ox.Quad(ox.NamedNode(A), ox.NamedNode(P), ox.NamedNode(B), graph))
    assert list(OxigraphStore(inner).standings(A)) == [((A, P, B), B)]
    assert OxigraphStore(inner).has_graphs
    assert not store_of((A, P, B)).has_graphs


def test_malformed_nodes_are_refused() -> None:
    with pytest.raises(BadTermError):
        list(OxigraphStore().arcs(Iri("no iri")))


def test_only_what_has_an_address_is_linked() -> None:
    store = store_of((A, P, B), (BlankNode("x"), P, B), (B, P, BlankNode("y")))
    assert list(store.linked(P)) == [(A, B)]
