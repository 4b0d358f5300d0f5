from hypothesis import given
from hypothesis import strategies as st

from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.store.sidecar.keys import term_in, written

texts = st.text(st.characters(exclude_categories=["Cs"]))
iris = st.from_regex(r"urn:[a-z]+", fullmatch=True).map(Iri)
tags = st.from_regex(r"[a-z]{2,3}(-[A-Za-z0-9]{2,4})?", fullmatch=True)
terms: st.SearchStrategy[Term] = st.one_of(
    iris,
    st.from_regex(r"[a-z0-9]+", fullmatch=True).map(BlankNode),
    st.builds(Literal, texts, iris),
    st.builds(Literal, texts, st.just(RDF_LANG_STRING), tags),
)


@given(terms)
def test_a_term_comes_back_as_it_was(term: Term) -> None:
    assert term_in(written(term)) == term


@given(terms, terms)
def test_different_terms_have_different_texts(one: Term, other: Term) -> None:
    assert (written(one) == written(other)) == (one == other)
