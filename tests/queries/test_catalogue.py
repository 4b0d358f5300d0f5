import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from rdflib import Graph

from tertium.errors import BadParameterError, BadQueryError, UnknownQueryError
from tertium.model.terms import RDF_LANG_STRING, Iri, Literal
from tertium.queries.catalogue import Catalogue, Query, parse_query
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import select
from tertium.store.rdflib_graph import RdflibStore
from tests.queries.builders import shape

TEXT = "SELECT ?x WHERE { VALUES ?x { 1 } FILTER(?x != 2) } ORDER BY ?x\n"
QUERY = parse_query(
    "mine/numbers", f"#+ summary: Numbers.\n#+ params: x text+\n#+ returns: x\n{TEXT}"
)
TERMS = parse_query("mine/terms", f"#+ params: x term+\n{TEXT}")

anything = st.text() | st.text("\\\"'{}<>#\n\r\tu0U7@^?$ab")
iris = anything.map(lambda text: f"http://example.org/{text}") | anything
literals = st.builds(Literal, anything) | st.builds(
    lambda text, tag: Literal(text, RDF_LANG_STRING, tag),
    anything,
    st.sampled_from(["en", "de-at"]),
)


def test_the_header_is_read() -> None:
    assert (QUERY.name, QUERY.summary, QUERY.returns) == ("mine/numbers", "Numbers.", ("x",))
    assert QUERY.signature == "x text+"


def test_a_file_needs_no_header() -> None:
    query = parse_query("mine", TEXT)
    assert (query.summary, query.params, query.returns, query.bind()) == ("", (), (), TEXT)


def test_the_header_goes_and_the_default_stays() -> None:
    assert QUERY.bind() == TEXT


def test_values_take_the_place_of_the_default() -> None:
    assert QUERY.bind(x=["a", "b"]) == TEXT.replace("{ 1 }", '{ "a" "b" }')


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(BadParameterError, match=r"takes x text\+"):
        QUERY.bind(y="a")


def test_a_query_without_parameters_takes_none() -> None:
    with pytest.raises(BadParameterError, match="takes none"):
        parse_query("mine", TEXT).bind(x="a")


@pytest.mark.parametrize("header", ["#+ params: x\n", "#+ params: y iri\n"])
def test_a_header_that_does_not_fit_is_refused(header: str) -> None:
    with pytest.raises(BadQueryError, match="mine"):
        parse_query("mine", header + TEXT)


def test_a_query_knows_its_own_text_whatever_it_is_bound_to() -> None:
    assert QUERY.asks(QUERY.bind(x=["}", "a"]))
    assert QUERY.asks(QUERY.text.partition("\n#+ returns: x\n")[2])
    assert not QUERY.asks(QUERY.bind().replace("!=", "="))


def test_a_name_that_comes_near_is_suggested(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownQueryError, match="did you mean compare/shared"):
        catalogue["compare/share"]


def test_the_catalogue_is_a_mapping_in_order(catalogue: Catalogue) -> None:
    assert list(catalogue) == sorted(catalogue)
    assert len(catalogue) == len(dict(catalogue))
    assert catalogue.get("nothing at all") is None
    assert "claim/stated" in catalogue


@given(iris | literals)
def test_bound_terms_parse_and_come_back_in_both_engines(value: str | Literal) -> None:
    bound = bound_or_skipped(TERMS, value)
    expected = ({"x": value if isinstance(value, Literal) else Iri(value)},)
    assert select(OxigraphStore(), bound) == expected
    assert select(RdflibStore(Graph()), bound) == expected


@given(anything)
def test_no_text_leaves_its_block(text: str) -> None:
    assert shape(bound_or_skipped(QUERY, text)) == shape(TEXT)


def bound_or_skipped(query: Query, value: str | Literal) -> str:
    try:
        return query.bind(x=value)
    except BadParameterError:
        reject()
