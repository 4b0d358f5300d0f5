import json

import pytest

from tertium.errors import BadDataError
from tertium.model.terms import RDF_LANG_STRING, XSD, Iri, Literal, Term
from tertium.store.protocol import Solutions, Triples
from tertium.store.results import read_solutions, read_triples, read_truth

YEAR = XSD + "gYear"


def table(node: object, name: str = "x") -> bytes:
    content = {"head": {"vars": ["x", "y"]}, "results": {"bindings": [{name: node}]}}
    return json.dumps(content).encode()


GOOD: tuple[tuple[dict[str, object], Term], ...] = (
    ({"type": "uri", "value": "urn:x"}, Iri("urn:x")),
    ({"type": "literal", "value": ""}, Literal("")),
    ({"type": "literal", "value": "-0043", "datatype": YEAR}, Literal("-0043", Iri(YEAR))),
    ({"type": "typed-literal", "value": "01", "datatype": YEAR}, Literal("01", Iri(YEAR))),
    (
        {"type": "literal", "value": "Öl", "xml:lang": "de-AT", "datatype": RDF_LANG_STRING},
        Literal("Öl", RDF_LANG_STRING, "de-at"),
    ),
    (
        {"type": "literal", "value": "x", "xml:lang": "zh-Hant"},
        Literal("x", RDF_LANG_STRING, "zh-hant"),
    ),
)
BAD: tuple[object, ...] = (
    None,
    "urn:x",
    {"value": "urn:x"},
    {"type": "uri"},
    {"type": "uri", "value": 3},
    {"type": "uri", "value": "not an IRI"},
    {"type": "triple", "value": {}},
    {"type": "literal", "value": "\ud800"},
    {"type": "literal", "value": "x", "datatype": 3},
    {"type": "literal", "value": "x", "datatype": "not an IRI"},
    {"type": "literal", "value": "x", "datatype": RDF_LANG_STRING},
    {"type": "literal", "value": "x", "xml:lang": ""},
    {"type": "literal", "value": "x", "xml:lang": "de", "datatype": YEAR},
)
NO_TABLES = (
    "",
    "[]",
    "{}",
    "[" * 100_000,
    '{"head": {}, "boolean": true}',
    '{"head": {"vars": "x"}, "results": {"bindings": []}}',
    '{"head": {"vars": [1]}, "results": {"bindings": []}}',
    '{"head": {"vars": ["x", "x"]}, "results": {"bindings": []}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": {}}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": [[]]}}',
    '{"head": {"vars": ["x"]}, "results": {"bindings": []}} and more',
    '{"results": {"bindings": []}}',
)


@pytest.mark.parametrize(("node", "term"), GOOD)
def test_a_term_is_as_the_embedded_store_has_it(node: dict[str, object], term: Term) -> None:
    assert read_solutions(table(node)) == Solutions(("x", "y"), ({"x": term},))


@pytest.mark.parametrize("node", BAD, ids=repr)
def test_a_term_that_is_none_spoils_the_answer(node: object) -> None:
    with pytest.raises(BadDataError):
        read_solutions(table(node))


def test_a_row_has_no_other_columns() -> None:
    with pytest.raises(BadDataError, match="no row of"):
        read_solutions(table({"type": "uri", "value": "urn:x"}, "z"))


@pytest.mark.parametrize("text", NO_TABLES, ids=lambda text: text[:40])
def test_another_shape_is_no_table(text: str) -> None:
    with pytest.raises(BadDataError):
        read_solutions(text.encode())


def test_what_an_endpoint_adds_does_no_harm() -> None:
    text = '{"results": {"bindings": [], "ordered": true}, "meta": {}, "head": {"vars": ["x"]}}'
    assert read_solutions(text.encode()) == Solutions(("x",), ())


@pytest.mark.parametrize(("text", "truth"), [("true", True), ("false", False)])
def test_a_truth_is_read(text: str, truth: bool) -> None:
    assert read_truth(f'{{"head": {{}}, "boolean": {text}}}'.encode()) is truth


@pytest.mark.parametrize("text", ['{"boolean": 1}', '{"boolean": "true"}', "true", "\xff"])
def test_another_shape_is_no_truth(text: str) -> None:
    with pytest.raises(BadDataError):
        read_truth(text.encode("latin-1"))


def test_triples_are_read_to_the_end() -> None:
    line = b'<urn:a> <urn:b> "01"^^<urn:c> .\n'
    assert read_triples(line) == Triples(
        ((Iri("urn:a"), Iri("urn:b"), Literal("01", Iri("urn:c"))),)
    )
    with pytest.raises(BadDataError, match="no N-Triples"):
        read_triples(line + b"<urn:a> <urn:b>")
