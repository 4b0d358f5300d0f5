import pytest

from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.queries.shapes.stated import SOMETHING, known, minted, order
from tests.queries.builders import ex, of_type

GENID = Iri("http://www.wikidata.org/.well-known/genid/0123")


def test_an_iri_is_minted_from_what_is_said() -> None:
    terms: list[Term] = [
        *(ex("a"), Literal("a"), Literal("a", RDF_LANG_STRING, "en"), of_type("a", "date")),
        BlankNode("a"),
    ]
    assert len({minted(ex("s"), ex("p"), term) for term in terms}) == len(terms)
    assert minted(ex("s"), BlankNode("a")) == minted(ex("s"), BlankNode("b"))


@pytest.mark.parametrize("term", [BlankNode("a"), GENID])
def test_a_nameless_node_is_some_value(term: Term) -> None:
    assert known(term) == SOMETHING


@pytest.mark.parametrize("term", [ex("a"), Literal(GENID)])
def test_what_has_a_name_is_itself(term: Term) -> None:
    assert known(term) is term
    assert order(term)
