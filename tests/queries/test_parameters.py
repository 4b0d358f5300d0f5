import pytest

from tertium.errors import BadParameterError
from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal
from tertium.queries.parameters import Argument, Parameter, ParameterKind, read_parameters
from tests.queries.builders import ex, of_type

ONE = Parameter(("x",), (ParameterKind.IRI,))
MANY = Parameter(("x",), (ParameterKind.IRI,), many=True)
PAIRS = Parameter(("x", "y"), (ParameterKind.IRI, ParameterKind.TERM), many=True)


def of_kind(kind: ParameterKind) -> Parameter:
    return Parameter(("x",), (kind,))


@pytest.mark.parametrize(
    "text", ["", "entity iri+", "a iri, b text", "(a iri, b property)+", "a term+, (b iri, c iri)"]
)
def test_a_header_comes_back_as_it_went(text: str) -> None:
    parameters = read_parameters(text)
    assert parameters is not None
    assert ", ".join(parameter.signature for parameter in parameters) == text


@pytest.mark.parametrize("text", ["entity", "entity iri iri", "entity colour", "a iri,", "(a iri"])
def test_a_malformed_header_is_none(text: str) -> None:
    assert read_parameters(text) is None


def test_a_group_goes_by_its_first_variable() -> None:
    assert (PAIRS.name, PAIRS.kind) == ("x", ParameterKind.IRI)


@pytest.mark.parametrize(
    ("parameter", "argument", "rows"),
    [
        (ONE, ex("a"), ((f"<{ex('a')}>",),)),
        (ONE, [ex("a")], ((f"<{ex('a')}>",),)),
        (MANY, (ex("a"), ex("b"), ex("a")), ((f"<{ex('a')}>",), (f"<{ex('b')}>",))),
        (PAIRS, [(ex("a"), Literal("b"))], ((f"<{ex('a')}>", '"b"'),)),
        (of_kind(ParameterKind.TEXT), 'a "b"\n\\', (('"a \\"b\\"\\n\\\\"',),)),
        (of_kind(ParameterKind.TEXT), Literal("a", RDF_LANG_STRING, "en"), (('"a"@en',),)),
        (of_kind(ParameterKind.LANGUAGE), "de-AT", (('"de-AT"',),)),
        (of_kind(ParameterKind.LANGUAGE), Literal("de"), (('"de"',),)),
        (of_kind(ParameterKind.PROPERTY), "urn:p", (("<urn:p>",),)),
        (of_kind(ParameterKind.TERM), "urn:p", (("<urn:p>",),)),
        (
            of_kind(ParameterKind.TERM),
            of_type("-0043", "gYear"),
            (('"-0043"^^<http://www.w3.org/2001/XMLSchema#gYear>',),),
        ),
    ],
)
def test_values_become_terms(
    parameter: Parameter, argument: Argument, rows: tuple[tuple[str, ...], ...]
) -> None:
    assert parameter.rows(argument) == rows


@pytest.mark.parametrize(
    ("parameter", "argument"),
    [
        (ONE, [ex("a"), ex("b")]),
        (MANY, []),
        (PAIRS, [ex("a")]),
        (MANY, [(ex("a"), ex("b"))]),
        (ONE, BlankNode("b")),
        (ONE, Literal("a")),
        (ONE, "relative"),
        *((ONE, f"http://x/{char}") for char in '<>"{}|^`\\ \n\0'),
        (of_kind(ParameterKind.TEXT), "\ud800"),
        (of_kind(ParameterKind.TEXT), Literal("x", RDF_LANG_STRING, "no tag")),
        (of_kind(ParameterKind.TERM), Literal("x", Iri("no iri"))),
        (of_kind(ParameterKind.LANGUAGE), 'en" }'),
    ],
)
def test_what_does_not_fit_is_refused(parameter: Parameter, argument: Argument) -> None:
    with pytest.raises(BadParameterError, match="'x'"):
        parameter.rows(argument)
