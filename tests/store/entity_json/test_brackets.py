import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tertium.store.entity_json.brackets import DEEPEST, is_deep, is_unclosed

TEXTS = st.text(alphabet='[]{}"\\ab,:é')
VALUES = st.recursive(
    TEXTS | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner)
)


def depth(value: object) -> int:
    if isinstance(value, dict):
        value = list(value.values())
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@settings(max_examples=40)
@given(VALUES)
def test_depth_counts_brackets_outside_of_strings_only(value: object) -> None:
    text = json.dumps(value).encode()
    room = DEEPEST - depth(value)
    assert not is_deep(b"[" * room + text + b"]" * room)
    assert is_deep(b"[" * (room + 1) + text + b"]" * (room + 1))


@settings(max_examples=40)
@given(VALUES)
def test_a_whole_value_is_closed_and_one_cut_off_is_not(value: object) -> None:
    text = json.dumps([value]).encode()
    assert not is_unclosed(text)
    assert is_unclosed(text[:-1])


@pytest.mark.parametrize("text", [b"[" * 20_000, b'{"a":' * 20_000, b"]" + b"[" * 200])
def test_what_never_closes_is_deep_too(text: bytes) -> None:
    assert is_deep(text)


def test_a_string_longer_than_a_slice_hides_its_brackets() -> None:
    assert not is_deep(b'["' + b"[" * (3 << 20) + b'"]')
