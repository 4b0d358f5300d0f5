import pytest

from tertium.model.schema import QualifierRole
from tertium.model.terms import RDF_LANG_STRING, BlankNode, Iri, Literal, Term
from tertium.queries.shapes.stated import Stated
from tertium.queries.shapes.structured import is_nameless, structured, temporal_role
from tertium.store.vocabulary import is_statement
from tests.queries.builders import around, ex, of_type, src


def read(parts: str, node: str = "_:x") -> Stated | None:
    known = around(f"ex:a ex:p {node} . {node} {parts} .")
    ((_, term),) = known.arcs(ex("a"))
    return next(structured((ex("a"), ex("p"), term), ex("p"), known), None)


def value(parts: str) -> Term | None:
    stated = read(parts)
    return stated.term if stated else None


@pytest.mark.parametrize(
    ("parts", "main"),
    [
        ("ex:year '1900'^^xsd:gYear ; ex:value 5 ; ex:b ex:c", of_type("5", "integer")),
        ("rdf:value 'x' ; ex:b ex:c", Literal("x")),
        ("ex:hasAmount 5 ; ex:b ex:c", of_type("5", "integer")),
        ("ex:numericValue 5 ; ex:b ex:c", of_type("5", "integer")),
        ("ex:has_numerical_value 5 ; ex:b ex:c", of_type("5", "integer")),
        ("ex:note 'x' ; ex:size 5 ; ex:b ex:c", ex("c")),
        ("ex:note 'x' ; ex:size 5", of_type("5", "integer")),
        ("ex:note 'x' ; ex:on '1900-01-01'^^xsd:date", Literal("x")),
        ("ex:startYear 1900 ; ex:note 'x'", Literal("x")),
        ("ex:on '1900-01-01'^^xsd:date", of_type("1900-01-01", "date")),
        ("ex:b ex:d ; ex:a ex:e", ex("e")),
    ],
)
def test_one_part_is_the_value(parts: str, main: Term) -> None:
    assert value(parts) == main


def test_the_other_parts_qualify_it() -> None:
    stated = read("ex:org ex:b ; ex:from '1900'^^xsd:gYear ; dcterms:source src:x , [] ; a ex:Node")
    assert stated is not None
    assert [part.predicate for part in stated.qualifiers] == [ex("from")]
    assert stated.references == (src("x"),)
    assert len(stated.triples) == 3


def test_a_part_may_be_a_node_itself() -> None:
    stated = read(
        "ex:size [ ex:value 5 ; ex:unit 'm' ; ex:more [] ; a ex:Node ] ; ex:year [ ex:is 7 ]"
    )
    assert stated is not None
    assert stated.term == of_type("5", "integer")
    assert {part.predicate for part in stated.qualifiers} == {ex("unit"), ex("year")}
    assert len(stated.triples) == 6


def test_what_leads_back_is_no_part() -> None:
    assert value("ex:of ex:a") is None
    assert value("a ex:Node") is None


def test_nodes_that_say_the_same_are_one_statement() -> None:
    one, other = read("ex:value 5 ; ex:year 1"), read("ex:value 5 ; ex:year 1", "_:y")
    assert one is not None
    assert other is not None
    assert one.iri == other.iri
    assert one.iri != getattr(read("ex:value 5 ; ex:year 2"), "iri", one.iri)


def test_what_is_nameless() -> None:
    part, named = Iri(ex("a") + "#part"), Iri(ex("a") + "#named")
    known = around(f"<{part}> ex:p 1 . <{named}> rdfs:label 'n' . ex:b ex:p 1 .")
    assert is_nameless(BlankNode("x"), ex("a"), known)
    assert is_nameless(part, ex("a"), known)
    for term in (named, Iri(ex("a") + "#unknown"), ex("b"), Literal(part)):
        assert not is_nameless(term, ex("a"), known)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("hasStartDate", QualifierRole.START),
        ("since", QualifierRole.START),
        ("end_date", QualifierRole.END),
        ("untilYEAR", QualifierRole.END),
        ("year", QualifierRole.TIME),
        ("dateOfTreaty", QualifierRole.TIME),
        ("yearning", None),
        ("organisation", None),
    ],
)
def test_the_words_of_a_name_tell_its_role_in_time(name: str, role: QualifierRole | None) -> None:
    assert temporal_role(ex(name)) is role
    assert is_statement(ex(name))


def test_a_nameless_node_with_a_name_is_known_by_it() -> None:
    stated = read("foaf:name 'Боб'@ru , 'Bob'@en ; ex:age 30 ; ex:born '1990'^^xsd:gYear")
    assert stated is not None
    assert stated.term == Literal("Bob", RDF_LANG_STRING, "en")
    assert {part.predicate for part in stated.qualifiers} == {ex("age"), ex("born")}
