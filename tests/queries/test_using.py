import pyoxigraph as ox
import pytest

from tertium.errors import BadQueryError, BadTermError
from tertium.queries.using import using

DATA = "<urn:a> <urn:p> 1 . <urn:g> { <urn:a> <urn:p> 2 } <urn:h> { <urn:a> <urn:p> 3 }"


def after(update: str) -> set[str]:
    store = ox.Store()
    store.load(DATA, ox.RdfFormat.TRIG)
    store.update(update)
    return {str(quad) for quad in store}


def q(value: int, graph: str = "", subject: str = "urn:a") -> str:
    kind = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    return f'<{subject}> <urn:p> "{value}"{kind}' + f" <{graph}>" * bool(graph)


BEFORE = {q(1), q(2, "urn:g"), q(3, "urn:h")}


def test_patterns_look_where_the_request_says() -> None:
    text = using("INSERT { <urn:b> <urn:p> ?o } WHERE { ?s <urn:p> ?o }", ["urn:g", "urn:h"], [])
    assert after(text) - BEFORE == {q(2, subject="urn:b"), q(3, subject="urn:b")}


def test_named_graphs_are_those_which_the_request_says() -> None:
    text = "INSERT { <urn:b> <urn:p> ?o } WHERE { GRAPH ?g { ?s <urn:p> ?o } }"
    assert after(using(text, [], ["urn:h"])) - BEFORE == {q(3, subject="urn:b")}


def test_every_operation_looks_there() -> None:
    text = (
        "DELETE WHERE { ?s <urn:p> ?o } ; # WHERE\n"
        "INSERT DATA { <urn:c> <urn:p> 'WHERE' } ; "
        "DELETE { ?s <urn:p> ?o } INSERT { <urn:b> <urn:p> ?o } WHERE { ?s <urn:p> ?o }"
    )
    found = after(using(text, ["urn:g"], []))
    assert found == {*BEFORE, q(2, subject="urn:b"), '<urn:c> <urn:p> "WHERE"'}


def test_without_graphs_a_text_is_left_as_it_is() -> None:
    assert using("DELETE WHERE { ?s ?p ?o }", [], []) == "DELETE WHERE { ?s ?p ?o }"


@pytest.mark.parametrize(
    "text",
    [
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_does_not_name_them_as_well(text: str) -> None:
    with pytest.raises(BadQueryError, match="names its graphs itself"):
        using(text, ["urn:g"], [])


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(BadTermError):
        using("DELETE WHERE { ?s ?p ?o }", ["urn:g> WHERE { } ; DROP ALL ; #"], [])


def test_what_breaks_off_is_left_to_the_engine() -> None:
    with pytest.raises(SyntaxError):
        after(using("DELETE WHERE { ?s ?p ?o", ["urn:g"], []))
    with pytest.raises(SyntaxError):
        after(using("DELETE WHERE", ["urn:g"], []))
