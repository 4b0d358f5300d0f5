"""A value in a few words: to sort by, and to give reasons with."""

import re
from collections.abc import Sequence
from decimal import Decimal
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

__all__ = ["class_name", "gap_unit", "label", "moment", "rounded", "say_all"]

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def label(value: Value) -> str:
    """Return the label of a value; dates and numbers in digits."""
    match value:
        case Entity():
            words = value.label
        case Text():
            words = value.text
        case Date():
            words = f"{'about ' * value.approximate}{moment(value)}"
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


def moment(date: Date) -> str:
    """Return a date in digits, as exact as it is.

    >>> moment(Date(year=1922, month=6, day=1)), moment(Date(year=-43))
    ('1922-06-01', '44 BCE')
    """
    rest = "".join(f"-{part:02}" for part in date.key[1:] if part)
    return f"{date.year:04}{rest}" if date.year > 0 else f"{1 - date.year} BCE"


def rounded(number: Decimal) -> str:
    """Return a number to three digits, or to all which it has before the point.

    >>> rounded(Decimal("3.8263")), rounded(Decimal(7994309)), rounded(Decimal("0.05"))
    ('3.83', '7,994,309', '0.05')
    """
    places = max(0, 2 - number.adjusted())
    return f"{round(number, places):,f}".rstrip("0").rstrip(".") if places else f"{number:,.0f}"


def class_name(iri: Iri) -> str:
    """Return the name of a class as its IRI spells it; empty when that is a code.

    >>> class_name(Iri("https://w3id.org/tertium/ontology#LeadershipStyle"))
    'leadership style'
    """
    name = re.split(r"[/#:]", iri)[-1]
    return "" if is_code(name, iri) else _HUMP.sub(" ", name).replace("_", " ").lower()


def gap_unit(unit_label: str) -> str:
    """Return in what a difference of amounts is told.

    >>> gap_unit("metre"), gap_unit("percent")
    ('metre', 'percentage points')
    """
    return "percentage points" if unit_label == "percent" else unit_label


def say_all(words: Sequence[str]) -> str:
    """Return words as in "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
