"""Values of every datatype as Wikibase's RDF says them."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote, quote_plus

import pyoxigraph as ox

from tertium.store.entity_json.coordinates import coordinate_value
from tertium.store.entity_json.fields import Fields, text, whole, within
from tertium.store.entity_json.quantities import quantity_value
from tertium.store.entity_json.times import time_value
from tertium.store.entity_json.value import Value

__all__ = ["read_value", "worded"]

_COMMONS: Final = "http://commons.wikimedia.org/"
_NO_IRI: Final = re.compile(r"[\x00-\x20<>\"{}|\\^`\x7f-\x9f]|%(?![0-9A-Fa-f]{2})")
_LETTERS: Final = {"item": "Q", "property": "P"}


def read_value(data: Fields, datatype: str, base: str) -> Value:
    """Return a value of a document; of an unknown kind, its text.

    Raises:
        ValueError: when it is not built as its kind should be.

    """
    kind = text(data, "type")
    if kind in _STRUCTURED:
        return _STRUCTURED[kind](within(data, "value"), base)
    value = data.get("value")
    lexical = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return Value(_STRINGS[datatype](lexical) if datatype in _STRINGS else ox.Literal(lexical))


def worded(words: str, language: str) -> ox.Literal:
    """Return a text in a language, or a plain one when RDF has no such tag."""
    try:
        return ox.Literal(words, language=language)
    except ValueError:
        return ox.Literal(words)


def _entity(fields: Fields, base: str) -> Value:
    """Return an entity; old documents give its number alone."""
    identifier = fields.get("id")
    if not isinstance(identifier, str):
        letter = _LETTERS.get(text(fields, "entity-type"), "")
        identifier = f"{letter}{whole(fields, 'numeric-id')}"
    return Value(ox.NamedNode(f"{base}entity/{identifier}"))


def _monolingual(fields: Fields, _base: str) -> Value:
    return Value(worded(text(fields, "text"), text(fields, "language")))


def _address(url: str) -> ox.NamedNode | ox.Literal:
    """Return a web address, escaped where needed, or its text when it is none even so."""
    escaped = _NO_IRI.sub(lambda match: quote(match[0], safe=""), url.strip())
    try:
        return ox.NamedNode(escaped)
    except ValueError:
        return ox.Literal(url)


def _media(file: str) -> ox.NamedNode:
    return ox.NamedNode(f"{_COMMONS}wiki/Special:FilePath/{quote(file, safe='')}")


def _data_page(page: str) -> ox.NamedNode:
    return ox.NamedNode(f"{_COMMONS}data/main/{quote_plus(page, safe=';@$!*(),/~:')}")


_STRUCTURED: Final[Mapping[str, Callable[[Fields, str], Value]]] = {
    "globecoordinate": coordinate_value,
    "monolingualtext": _monolingual,
    "quantity": quantity_value,
    "time": time_value,
    "wikibase-entityid": _entity,
}
_STRINGS: Final[Mapping[str, Callable[[str], ox.NamedNode | ox.Literal]]] = {
    "commonsMedia": _media,
    "geo-shape": _data_page,
    "tabular-data": _data_page,
    "url": _address,
}
