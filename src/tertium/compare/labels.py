"""A value in a few words: to sort by, and to give reasons with."""

import re
from collections.abc import Sequence
from typing import Final

from tertium.model.dates import Date
from tertium.model.terms import Iri, is_code
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    Text,
    Value,
    WebAddress,
)

__all__ = ["class_name", "label", "say_all"]

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def label(value: Value) -> str:
    """Return the label of a value; dates and numbers as the graph has them."""
    match value:
        case Entity():
            words = value.label
        case Text():
            words = value.text
        case Date():
            words = value.lexical or "-".join(map(str, _parts(value)))
        case Quantity():
            words = f"{value.amount} {value.unit_label}".rstrip()
        case Coordinate():
            words = f"{value.latitude}, {value.longitude}"
        case Identifier():
            words = value.value
        case WebAddress():
            words = value.iri
        case _:
            words = "none" if isinstance(value, NoValue) else "unknown"
    return words


def class_name(iri: Iri) -> str:
    """Return the name of a class as its IRI spells it; empty when that is a code.

    >>> class_name(Iri("https://w3id.org/tertium/ontology#LeadershipStyle"))
    'leadership style'
    """
    name = re.split(r"[/#:]", iri)[-1]
    return "" if is_code(name, iri) else _HUMP.sub(" ", name).replace("_", " ").lower()


def say_all(words: Sequence[str]) -> str:
    """Return words as in "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _parts(date: Date) -> tuple[int, ...]:
    return tuple(part for part in (date.year, date.month, date.day) if part is not None)
