import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.errors import BadTermError
from tertium.model.terms import RDF_LANG_STRING, XSD, BlankNode, Iri, Literal, Term
from tertium.store.terms import (
    checked_iri,
    from_oxigraph,
    from_triple,
    to_oxigraph,
    to_quad,
    to_resource,
)

texts = st.text(st.characters(exclude_categories=["Cs"]))
terms = st.one_of(
    st.from_regex(r"[a-z0-9]{1,9}", fullmatch=True).map(
        lambda name: Iri(f"http://example.org/{name}")
    ),
    st.from_regex(r"[a-z][a-z0-9]{0,9}", fullmatch=True).map(BlankNode),
    texts.map(Literal),
    texts.map(lambda text: Literal(text, RDF_LANG_STRING, "en")),
    texts.map(lambda text: Literal(text, Iri(XSD + "date"))),
)


@given(terms)
def test_a_term_comes_back_as_it_went(term: Term) -> None:
    assert from_oxigraph(to_oxigraph(term)) == term


def test_a_triple_comes_back_as_it_went() -> None:
    triple = (
        BlankNode("b"),
        Iri("http://example.org/p"),
        Literal("-0043-03-13", Iri(XSD + "date")),
    )
    assert from_triple(to_quad(triple)) == triple


def test_a_quoted_triple_has_no_noun() -> None:
    node = ox.NamedNode("http://example.org/a")
    with pytest.raises(BadTermError):
        from_oxigraph(ox.Triple(node, node, node))


def test_a_literal_is_no_subject() -> None:
    iri = Iri("http://example.org/a")
    with pytest.raises(BadTermError):
        to_quad((Literal("x"), iri, iri))


@pytest.mark.parametrize("text", ["", "relative", "http://a b", "http://a/>}", "http://a/\ud800"])
def test_what_is_no_absolute_iri_is_refused(text: str) -> None:
    with pytest.raises(BadTermError):
        checked_iri(text)


@pytest.mark.parametrize(
    "literal",
    [Literal("x", RDF_LANG_STRING, "no tag"), Literal("x", Iri("relative")), Literal("\ud800")],
)
def test_a_malformed_literal_is_refused(literal: Literal) -> None:
    with pytest.raises(BadTermError):
        to_oxigraph(literal)


def test_a_checked_iri_is_the_text() -> None:
    assert checked_iri("urn:x:é") == "urn:x:é"


def test_a_node_may_be_a_subject() -> None:
    assert to_resource(BlankNode("b")) == ox.BlankNode("b")
    assert to_resource(Iri("urn:x")) == ox.NamedNode("urn:x")
