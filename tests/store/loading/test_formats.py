import json

import pyoxigraph as ox
import pytest

from tertium.errors import UnknownFormatError
from tertium.store.loading.formats import MEDIA_TYPES, SUFFIXES, format_of, is_entity_json
from tests.store.loading.files import SHARED


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_means_a_format(suffix: str) -> None:
    assert isinstance(format_of(f"some.file{suffix.upper()}").syntax, ox.RdfFormat)


@pytest.mark.parametrize("name", ["a.txt", "ttl", ".ttl", "a.ttl.zip", "a.gz", ""])
def test_any_other_suffix_is_unknown(name: str) -> None:
    with pytest.raises(UnknownFormatError):
        format_of(name)


def test_every_media_type_means_a_suffix() -> None:
    assert set(MEDIA_TYPES.values()) <= set(SUFFIXES)


@pytest.mark.parametrize(
    "head",
    [
        '{"entities": {"Q42": {}}}',
        '[\n{"id": "Q42", "type" : "item"}',
        '{"id": "P31", "type": "property"}',
        '{"aliases": {"en": [{"language": "en"}]}}',
        '{"claims": {"P31": [{"mainsnak": {}}]}}',
    ],
)
def test_entities_are_told_by_their_fields(head: str) -> None:
    assert is_entity_json(head.encode())


@pytest.mark.parametrize(
    "head",
    [
        "",
        '{"name": "Ada"}',
        '{"@context": {"type": "@type"}, "type": "item"}',
        '{"@graph" : [{"labels": {"en": {}}}]}',
    ],
)
def test_other_json_is_not_taken_for_entities(head: str) -> None:
    assert not is_entity_json(head.encode())


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs ../shared/data")
def test_real_entity_files_are_entities() -> None:
    for path in sorted((SHARED / "wikidata-entities").glob("*.json")):
        assert is_entity_json(path.read_bytes()[:4096]), path.name
        fields = json.loads(path.read_bytes())
        assert is_entity_json(json.dumps(fields, sort_keys=True).encode()), path.name
