import pytest

from tertium.queries.binding import blocks, refill

ROWS = (("<urn:a>",), ("<urn:b>",))


def test_one_variable_needs_no_brackets() -> None:
    query = "ASK { VALUES ?x { ex:old } ?x ?p ?o }"
    assert refill(query, {("x",): ROWS}) == "ASK { VALUES ?x { <urn:a> <urn:b> } ?x ?p ?o }"


def test_brackets_stay() -> None:
    query = "ASK { values (?x) {(ex:old)} }"
    assert refill(query, {("x",): ROWS}) == "ASK { values (?x) { (<urn:a>) (<urn:b>) } }"


def test_every_block_of_a_parameter_is_refilled() -> None:
    query = "ASK { { VALUES ?x { 1 } } UNION { VALUES ?x { 1 } VALUES ?y { 1 } } }"
    refilled = refill(query, {("x",): (("2",),)})
    assert refilled == "ASK { { VALUES ?x { 2 } } UNION { VALUES ?x { 2 } VALUES ?y { 1 } } }"


def test_rows_of_several_terms() -> None:
    query = "ASK { VALUES (?x ?y) { (1 2) } }"
    refilled = refill(query, {("x", "y"): (("3", "4"), ("5", "6"))})
    assert refilled == "ASK { VALUES (?x ?y) { (3 4) (5 6) } }"


def test_braces_in_strings_iris_and_comments_are_not_syntax() -> None:
    query = 'ASK { VALUES ?x { "}" # }\n <urn:x> } FILTER(?x != "VALUES ?x { }") }'
    assert refill(query, {("x",): ()}) == 'ASK { VALUES ?x { } FILTER(?x != "VALUES ?x { }") }'


@pytest.mark.parametrize("text", ["VALUES ?x", "VALUES ?x {", "VALUES ?x } {", "VALUES"])
def test_a_block_that_is_not_whole_is_none(text: str) -> None:
    assert list(blocks(text)) == []


def test_a_block_without_variables_is_left_alone() -> None:
    assert [block.names for block in blocks("VALUES {}")] == [()]
