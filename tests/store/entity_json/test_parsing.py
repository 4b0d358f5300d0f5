import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tertium.errors import BadFileError
from tertium.store.entity_json.parsing import parse
from tertium.store.entity_json.pieces import Piece

SPEAKABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(st.dictionaries(SPEAKABLE, SPEAKABLE | st.lists(st.integers())), st.booleans())
def test_what_is_written_is_read(value: object, escaped: bool) -> None:
    assert parse(Piece(1, json.dumps(value, ensure_ascii=escaped).encode()), "f") == value


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (rb'["\ud800"]', 7, "lone surrogate"),
        (b'[\n"\\ude00"]', 8, "lone surrogate"),
        (rb'["\ud83d\ud83d\ude00"]', 7, "lone surrogate"),
        (rb'["\ud83d\ude00\ude00"]', 7, "lone surrogate"),
        (rb'["\\\ud83d"]', 7, "lone surrogate"),
        (rb'["\\ud83d\ude00"]', 7, "lone surrogate"),
        (rb'["\u0000"]', 7, "NUL"),
        (b'["\0"]', 7, "control character"),
        (b'[\n"\xff"]', 8, "not UTF-8"),
        (b"[1,\n2,\n", 9, "Expecting value"),
        (b"[" * 20_000, 7, "nested deeper than 128"),
        (b"[" * 129 + b"]" * 129, 7, "nested deeper than 128"),
        (b"[" + b"9" * 1_000_000 + b"]", 7, "digits"),
        (b"[NaN]", 7, "NaN is no number"),
    ],
)
def test_what_is_malformed_is_refused_with_its_line(text: bytes, line: int, reason: str) -> None:
    with pytest.raises(BadFileError, match=reason) as caught:
        parse(Piece(7, text), "f.json")
    assert caught.value.line == line


def test_a_pair_of_surrogates_and_escaped_backslashes_are_fine() -> None:
    assert parse(Piece(1, rb'["\ud83d\ude00", "\\ud800", "\\\\u0000"]'), "f") == [
        "\N{GRINNING FACE}",
        "\\ud800",
        "\\\\u0000",
    ]


def test_a_number_with_a_million_places_is_read() -> None:
    assert parse(Piece(1, b"[0." + b"3" * 1_000_000 + b"]"), "f") == [1 / 3]
