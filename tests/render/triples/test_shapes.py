import json
from collections.abc import Iterator

import pytest

from tertium.render import json_schema
from tertium.render.json_values import Json
from tertium.render.triples import PREFIXES, Leaf, shapes, words
from tertium.render.triples.shapes import Presence


def _keys(schema: Json) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _keys(part)


def _enums(schema: Json, key: str) -> set[str]:
    return set(schema["properties"][key]["enum"]) if isinstance(schema, dict) else set()


def test_every_key_of_the_document_is_a_word_of_rdf() -> None:
    known = {
        term.key
        for shape in shapes().values()
        for term in shape.terms
        if term.presence is not Presence.DERIVED
    }
    assert known == set(_keys(json.loads(json_schema())))


def test_every_kind_is_a_leaf_a_shape_or_a_set_of_words() -> None:
    kinds = {term.kind for shape in shapes().values() for term in shape.terms}
    named = {kind for kind in kinds if not isinstance(kind, Leaf)}
    assert all(kind in shapes() or words(kind) for kind in named)


def test_every_word_has_a_known_prefix() -> None:
    names = {term.name for shape in shapes().values() for term in shape.terms}
    assert {name.partition(":")[0] for name in names} <= set(PREFIXES)


@pytest.mark.parametrize(
    ("shape", "key"), [("row", "relation"), ("cell", "state"), ("stated", "rank")]
)
def test_every_verdict_has_a_word(shape: str, key: str) -> None:
    document = json.loads(json_schema())
    assert set(words(key)) == _enums(document["$defs"][shape], key)


def test_no_object_says_two_things_with_one_property() -> None:
    for shape in shapes().values():
        every = [shape.chosen(choice) for choice in shape.choices] or [shape]
        for one in every:
            names = [term.name for term in one.terms]
            assert len(set(names)) == len(names), one.name
