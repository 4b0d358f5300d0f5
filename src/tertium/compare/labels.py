"""A value in a few words: to sort by, and to give reasons with."""

from tertium.model.dates import Date
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

__all__ = ["label"]


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


def _parts(date: Date) -> tuple[int, ...]:
    return tuple(part for part in (date.year, date.month, date.day) if part is not None)
