"""Single values of the comparison document as Turtle writes them."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tertium.render.json_values import Json
from tertium.render.triples.leaves import day_type, decimal, is_node, tongue
from tertium.render.triples.shapes import PREFIXES

__all__ = ["day", "flag", "literal", "node", "number", "prefixes", "spoken"]

_KNOWN: Final = 1 << 15
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False)


def literal(text: Json) -> str:
    """Return a text in quotation marks; JSON and Turtle escape the same characters alike."""
    return _ENCODER.encode(text)


@lru_cache(_KNOWN)
def node(text: Json) -> str:
    """Return an IRI, or a text where it is none."""
    iri = str(text)
    return f"<{iri}>" if is_node(iri) else literal(iri)


def number(value: Json) -> str:
    """Return an integer, or a decimal number of a number that has a point."""
    return decimal(value) if isinstance(value, float) else str(value)


def flag(value: Json) -> str:
    """Return whether it is so."""
    return "true" if value else "false"


def day(value: Json) -> str:
    """Return a date to the day, month or year."""
    text = str(value)
    return f'"{text}"^^{day_type(text)}'


def spoken(text: Json, language: Json) -> str:
    """Return a text in its language, where that has a tag that every parser reads."""
    tag = tongue(language)
    return f"{literal(text)}@{tag}" if tag else literal(text)


def prefixes(spaces: Mapping[str, str] = PREFIXES) -> str:
    """Return the lines that declare prefixes."""
    return "".join(f"@prefix {name}: <{space}> .\n" for name, space in spaces.items())
