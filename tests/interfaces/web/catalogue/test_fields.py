import pytest

from tertium.errors import BadParameterError, BadRequestError, UnknownEntityError
from tertium.interfaces.web.catalogue.fields import bound, groups
from tertium.model.terms import Iri
from tertium.queries.catalogue import Query, bundled_catalogue, parse_query
from tests.queries.builders import fixture

QUERIES = tuple(bundled_catalogue().values())
SHARED = bundled_catalogue()["compare/shared"]
PAIRS = parse_query(
    "pairs",
    "#+ params: (thing iri, name term)+, tag language, word text, way property\n"
    "ASK { VALUES (?thing ?name) { (<urn:a> 'x') } VALUES ?tag { \"en\" } "
    'VALUES ?word { "say \\"hi\\"\\n" } VALUES ?way { <urn:p> } ?thing ?way ?name }',
)


def known(name: str) -> Iri:
    if name != "Stalin":
        raise UnknownEntityError(name)
    return Iri("https://w3id.org/tertium/id/stalin")


@pytest.mark.parametrize("query", QUERIES, ids=[query.name for query in QUERIES])
def test_a_form_as_it_comes_asks_the_query_as_it_stands(query: Query) -> None:
    written = {entry.name: entry.values for group in groups(query, {}) for entry in group.entries}
    store = fixture("graph.ttl")
    assert repr(store.query(bound(query, written, resolve=known))) == repr(
        store.query(query.text)
    ) or query.name.startswith(("derive/", "gather/"))  # blank nodes get other names


def test_a_thing_may_be_given_by_name_by_iri_or_by_prefix() -> None:
    given = {"entity": ["Stalin", " wd:Q855 ", "urn:x", "", "  "]}
    sparql = bound(SHARED, given, resolve=known)
    iris = "<https://w3id.org/tertium/id/stalin> <http://www.wikidata.org/entity/Q855> <urn:x>"
    assert f"VALUES ?entity {{ {iris} }}" in sparql


def test_what_is_left_empty_keeps_its_default() -> None:
    assert bound(SHARED, {"entity": ["", ""]}, resolve=known) == SHARED.bind()


def test_a_name_that_nothing_has_is_refused() -> None:
    with pytest.raises(UnknownEntityError):
        bound(SHARED, {"entity": ["Nobody"]}, resolve=known)


def test_too_many_values_are_refused() -> None:
    with pytest.raises(BadRequestError, match="at most 1,000"):
        bound(SHARED, {"entity": ["urn:x"] * 1001}, resolve=known)


@pytest.mark.parametrize("text", ["urn:x> } #", "a b:c", '"open'])
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(BadParameterError):
        bound(PAIRS, {"thing": ["urn:a"], "name": [text]}, resolve=known)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("urn:x", "<urn:x>"),
        ("wd:Q1", "<http://www.wikidata.org/entity/Q1>"),
        ('"a"', '"a"'),
        ('"a \\" \\n b"@de-AT', '"a \\" \\n b"@de-at'),
        ('"1917"^^xsd:gYear', '"1917"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ('"1"^^<urn:t>', '"1"^^<urn:t>'),
        ("-17", '"-17"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("2.5", '"2.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
    ],
)
def test_a_term_is_written_as_in_a_query(text: str, written: str) -> None:
    sparql = bound(PAIRS, {"thing": ["urn:a"], "name": [text]}, resolve=known)
    assert f"(<urn:a> {written})".casefold() in sparql.casefold()


def test_rows_of_several_fields_go_together() -> None:
    given = {"thing": ["urn:a", "urn:b"], "name": ["1", "2"], "word": ['"'], "tag": ["de"]}
    sparql = bound(PAIRS, given, resolve=known)
    assert sparql.count("XMLSchema#integer") == 2
    assert 'VALUES ?word { "\\"" }' in sparql
    with pytest.raises(BadParameterError):
        bound(PAIRS, {"thing": ["urn:a", "urn:b"], "name": ["1"]}, resolve=known)


def test_a_form_shows_what_was_given_and_room_for_more() -> None:
    rows = groups(PAIRS, {"thing": ["urn:a", "urn:b"], "name": ["1"]})[0].rows
    assert [[value for _, value in row] for row in rows[:2]] == [["urn:a", "1"], ["urn:b", ""]]
    assert [[value for _, value in row] for row in rows[2:]] == [["", ""], ["", ""]]


def test_a_form_shows_defaults_as_they_are_written() -> None:
    shown = {g.name: [e.values for e in g.entries] for g in groups(PAIRS, {})}
    assert shown["word"] == [('say "hi"\n',)]
    assert shown["tag"] == [("en",)]
    assert shown["way"] == [("urn:p",)]


def test_a_parameter_without_a_default_has_an_empty_field() -> None:
    query = parse_query("x", "#+ params: a iri\nASK { VALUES ?a { } ?a ?p ?o }")
    assert [value for row in groups(query, {})[0].rows for _, value in row] == [""]
