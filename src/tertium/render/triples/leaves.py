"""Single values of the comparison document as terms of RDF."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tertium.render.json_values import Json
from tertium.render.triples.shapes import PREFIXES, shapes

__all__ = ["NOTHING", "day_type", "decimal", "fields", "is_node", "items", "tongue"]

NOTHING: Final = "tt:nothing"
"""What stands in a list where the document has ``null``."""
_KNOWN: Final = 1 << 15
_PATH: Final = (
    r"(?:[\w.~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}"
    "|[\u00a1-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd])*"
)
_IRI: Final = re.compile(
    rf"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://[A-Za-z0-9._~-]+(?::[0-9]*)?(?=[/?#]|$))?"
    rf"(?!//){_PATH}(?:\?(?:{_PATH}|\?)*?)?(?:\#{_PATH})?",
    re.ASCII,
)
"""The IRIs that every parser reads as they are; others are written as texts."""
_DOTS: Final = re.compile(r"/\.\.?(?:[/?#]|$)")
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2}|-[0-9]{3})?")
_DAY_TYPES: Final = ("xsd:gYear", "xsd:gYearMonth", "xsd:date")


@lru_cache(_KNOWN)
def is_node(text: str) -> bool:
    """Return whether a text is an IRI that all parsers leave as it is.

    Schemes that are a key of the document, or a prefix, are not: JSON-LD would expand them.
    """
    found = _IRI.fullmatch(text)
    if found is None or _DOTS.search(text):
        return False
    scheme = found["scheme"]
    return scheme not in PREFIXES and scheme not in _keys()


def day_type(text: str) -> str:
    """Return of which type a date is that is given to the day, month or year.

    >>> day_type("-0043"), day_type("-0043-03-15")
    ('xsd:gYear', 'xsd:date')
    """
    return _DAY_TYPES[text.count("-", 1)]


def tongue(language: Json) -> str:
    """Return the tag of a language, if it is one that every parser reads; else nothing.

    >>> tongue("pt-BR"), tongue("x-klingon"), tongue("")
    ('pt-BR', '', '')
    """
    tag = str(language)
    return tag if _TAG.fullmatch(tag) else ""


def decimal(number: Json) -> str:
    """Return a number in plain digits, with a point.

    >>> decimal(0.25), decimal(1e-07), decimal("12")
    ('0.25', '0.0000001', '12.0')
    """
    text = format(Decimal(str(number)), "f")
    return text if "." in text else f"{text}.0"


def items(value: Json) -> Sequence[Json]:
    """Return the items of a list."""
    return value if isinstance(value, list | tuple) else ()


def fields(value: Json) -> Mapping[str, Json]:
    """Return the keys of an object with their values."""
    return value if isinstance(value, dict) else {}


@lru_cache(1)
def _keys() -> frozenset[str]:
    return frozenset(term.key for shape in shapes().values() for term in shape.terms)
