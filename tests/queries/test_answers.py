import json

import pytest

from tertium.errors import UnknownFormatError
from tertium.model.terms import RDF_LANG_STRING, BlankNode, Literal
from tertium.queries.answers import ANSWER_FORMATS, columns, write_answer
from tertium.store.protocol import Solutions, Triples
from tests.queries.builders import ex, of_type

TABLE = Solutions(
    ("a", "b"),
    (
        {"a": ex("a"), "b": Literal('one "two"')},
        {"a": BlankNode("x")},
        {"a": Literal("eins", RDF_LANG_STRING, "de"), "b": of_type("1917", "gYear")},
    ),
)


def test_a_table_is_written_for_a_spreadsheet() -> None:
    assert write_answer(TABLE, "csv").splitlines() == [
        "a,b",
        f'{ex("a")},"one ""two"""',
        "_:x,",
        "eins,1917",
    ]


def test_a_table_keeps_its_terms_in_tsv() -> None:
    assert write_answer(TABLE, "tsv").splitlines() == [
        "?a\t?b",
        f'<{ex("a")}>\t"one \\"two\\""',
        "_:x\t",
        '"eins"@de\t"1917"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    ]


def test_a_table_is_a_sparql_document_in_json() -> None:
    document = json.loads(write_answer(TABLE, "json"))
    assert document["head"] == {"vars": ["a", "b"]}
    assert document["results"]["bindings"] == [
        {"a": {"type": "uri", "value": ex("a")}, "b": {"type": "literal", "value": 'one "two"'}},
        {"a": {"type": "bnode", "value": "x"}},
        {
            "a": {"type": "literal", "value": "eins", "xml:lang": "de"},
            "b": {
                "type": "literal",
                "value": "1917",
                "datatype": "http://www.w3.org/2001/XMLSchema#gYear",
            },
        },
    ]


@pytest.mark.parametrize("form", ANSWER_FORMATS)
def test_triples_are_sorted_lines_in_every_format(form: str) -> None:
    answer = Triples(((ex("b"), ex("p"), ex("a")), (ex("a"), ex("p"), ex("b"))))
    lines = write_answer(answer, form).splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 2


def test_a_truth_is_a_word_or_a_document() -> None:
    assert write_answer(answer=True, form="tsv") == "true\n"
    assert json.loads(write_answer(answer=False, form="json")) == {"head": {}, "boolean": False}


def test_columns_are_as_a_reader_wants_them() -> None:
    assert columns(TABLE) == (
        ("a", "b"),
        [(ex("a"), 'one "two"'), ("_:x", ""), ("eins", "1917")],
    )


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UnknownFormatError):
        write_answer(TABLE, "runes")
