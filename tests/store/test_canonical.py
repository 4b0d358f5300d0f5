import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.model.terms import RDF_LANG_STRING, XSD, BlankNode, Iri, Literal
from tertium.store.canonical import as_stored
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import select

NODE = Iri("urn:node")
TYPES = ("boolean", "date", "dateTime", "decimal", "double", "gYear", "integer", "string", "token")


def only(literal: Literal) -> object:
    return as_stored([literal])[literal]


@given(
    lexical=st.from_regex(r"[-+]?[0-9]{4,6}(\.[0-9]{1,4})?(E[0-9])?", fullmatch=True)
    | st.text().filter(lambda text: not text.startswith("-")),
    name=st.sampled_from(TYPES),
)
def test_a_literal_is_as_the_embedded_store_answers_it(lexical: str, name: str) -> None:
    literal = Literal(lexical, Iri(XSD + name))
    store = OxigraphStore()
    store.add([(NODE, NODE, literal)])
    assert as_stored([literal]) == {literal: select(store, "SELECT ?o { ?s ?p ?o }")[0]["o"]}


@pytest.mark.parametrize(
    ("sent", "name", "meant"),
    [
        ("-043-03-13", "date", "-0043-03-13"),
        ("-43-03-13Z", "date", "-0043-03-13Z"),
        ("-099-07", "gYearMonth", "-0099-07"),
        ("-499-01-01T00:00:00Z", "dateTime", "-0499-01-01T00:00:00Z"),
        ("-048", "gYear", "-0048"),
        ("-048", "string", "-048"),
        ("-048", "integer", "-48"),
        ("-12000", "gYear", "-12000"),
        ("48", "gYear", "48"),
        ("--03-15", "date", "--03-15"),
    ],
)
def test_a_year_bce_has_four_digits(sent: str, name: str, meant: str) -> None:
    assert only(Literal(sent, Iri(XSD + name))) == Literal(meant, Iri(XSD + name))


def test_all_literals_are_there_and_nothing_else() -> None:
    a, b = Literal("1.10", Iri(XSD + "decimal")), Literal("x", RDF_LANG_STRING, "zh-Hant")
    stored = as_stored([a, NODE, b, BlankNode("b"), a])
    assert stored == {
        a: Literal("1.1", Iri(XSD + "decimal")),
        b: Literal("x", RDF_LANG_STRING, "zh-hant"),
    }
