import io
import json
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.errors import BadFileError
from tertium.store.entity_json import read_documents
from tertium.store.entity_json.pieces import LARGEST

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=9)
ENTITIES = st.lists(
    st.fixed_dictionaries({"id": WORDS, "labels": st.dictionaries(WORDS, WORDS, max_size=2)}),
    min_size=1,
    max_size=4,
    unique_by=lambda entity: str(entity["id"]),
)


def line(entity: Mapping[str, object]) -> str:
    return json.dumps(entity, separators=(",", ":"))


def by_id(entities: list[Mapping[str, object]]) -> Mapping[str, object]:
    return {"entities": {str(entity["id"]): entity for entity in entities}}


LAYOUTS: Mapping[str, Callable[[list[Mapping[str, object]]], str]] = {
    "dump": lambda each: "[\n" + ",\n".join(map(line, each)) + "\n]\n",
    "dump that opens and closes beside entities": lambda each: (
        "[" + ",\n".join(map(line, each)) + "]"
    ),
    "windows": lambda each: "[\r\n" + ",\r\n".join(map(line, each)) + "\r\n]\r\n",
    "lines": lambda each: "\n\n".join(map(line, each)) + "\n",
    "lines of a dump": lambda each: ",\n".join(map(line, each)) + ",\n",
    "marked": lambda each: "\ufeff" + "\n".join(map(line, each)),
    "array": json.dumps,
    "spread array": lambda each: json.dumps(each, indent=1, ensure_ascii=False),
    "EntityData": lambda each: json.dumps(by_id(each)),
    "spread EntityData": lambda each: json.dumps(by_id(each), indent=2),
}


def read(text: str | bytes, bad: list[BadFileError] | None = None) -> list[object]:
    stream = io.BytesIO(text.encode() if isinstance(text, str) else text)
    on_bad = None if bad is None else bad.append
    return [document["id"] for document in read_documents(stream, "f.json", on_bad=on_bad)]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(entities=ENTITIES)
def test_entities_are_read_from_every_layout(
    layout: str, entities: list[Mapping[str, object]]
) -> None:
    text = LAYOUTS[layout](entities).encode()
    assert list(read_documents(io.BytesIO(text), "f.json")) == entities


def test_a_single_entity_may_be_spread_and_begin_after_blank_lines() -> None:
    assert read('\n\n{"type": "item",\n\n "id": "Q1"\n}\n') == ["Q1"]


@pytest.mark.parametrize("text", ["", "\n\n", "[]", "[\n]", '{"entities": {}}'])
def test_a_file_without_entities_has_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        ('[\n{"id":"Q1"},\n{"id":"Q2"},\n', 3, "ends before its closing bracket"),
        ('[\n{"id":"Q1"},\n{"id":"Q', 3, "ends before its closing bracket"),
        ("[", 1, "ends before its closing bracket"),
        ('{"id":"Q1"}\n{"id":Q2}\n{"id":"Q3"}', 2, "no JSON: Expecting value"),
        ('{"id":"Q1"\n{"id":"Q2"}', 1, "no JSON"),
        ('\n{\n\n"id": Q1\n}', 4, "no JSON"),
        ('[\n{"id":"Q1"}\n]\n]', 3, "no JSON"),
        ('{"id":"Q1"}\n{"a": 1}', 2, "an object with an id"),
        ('[{"id":"Q1"}, 5]', 1, "an object with an id"),
        ("<html>", 1, "no JSON"),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(text: str, where: int, reason: str) -> None:
    with pytest.raises(BadFileError, match=reason) as caught:
        read(text)
    assert (caught.value.path, caught.value.line) == ("f.json", where)


def test_bad_lines_are_told_and_skipped_when_asked() -> None:
    bad: list[BadFileError] = []
    text = '[\n{"id":"Q1"},\n{"id":"Q2",\n{"id":"Q3"},\n7,\n{"id":"Q5"},\n{"id":"Q'
    assert read(text, bad) == ["Q1", "Q3", "Q5"]
    assert [error.line for error in bad] == [3, 5, 7, 7]


def test_what_is_no_entity_is_told_once_for_each_line() -> None:
    bad: list[BadFileError] = []
    assert read('[{"id":"Q1"},5,6,{"id":"Q2"}]\n[7]', bad) == ["Q1", "Q2"]
    assert [error.line for error in bad] == [1, 2]


def test_a_line_that_is_too_long_is_skipped_to_its_end() -> None:
    bad: list[BadFileError] = []
    text = b'{"id":"Q1"}\n"' + b"x" * (2 * LARGEST) + b'"\n{"id":"Q3"}'
    assert read(text, bad) == ["Q1", "Q3"]
    assert [str(error) for error in bad] == ["f.json:2: a document larger than 64 MiB"]


def test_a_spread_document_that_is_too_large_is_refused() -> None:
    bad: list[BadFileError] = []
    part = b'"' + b"x" * (LARGEST // 2) + b'",\n'
    assert read(b"{\n" + part * 3 + b"}", bad) == []
    assert [error.line for error in bad] == [3]


def test_documents_come_one_by_one() -> None:
    documents = read_documents(io.BytesIO(b'{"id":"Q1"}\n{"id":"Q2"}\n{'), "f.json")
    assert next(documents) == {"id": "Q1"}
