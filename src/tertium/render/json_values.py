"""The values of the comparison document, one shape for each kind."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from tertium.model.dates import Date, Precision
from tertium.model.statement import Qualifier, Reference, Statement
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    SomeValue,
    Text,
    Value,
    WebAddress,
)

__all__ = ["Json", "date_json", "iso_date", "key_of", "number", "stated_json", "value_json"]

Json: TypeAlias = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | None
"""What JSON can hold."""


def stated_json(statement: Statement, *, contested: bool) -> Mapping[str, Json]:
    """Return a value with the statement that gives it."""
    return {
        **value_json(statement.value),
        "statement": statement.iri,
        "rank": statement.rank.value,
        "contested": contested,
        "qualifiers": [_qualifier(qualifier) for qualifier in statement.qualifiers],
        "references": [_reference(reference) for reference in statement.references],
    }


def value_json(value: Value) -> Mapping[str, Json]:
    """Return a value; ``none`` and ``unknown`` occur in qualifiers only."""
    match value:
        case Entity():
            return {"type": "entity", "value": value.iri, "label": value.label}
        case Text():
            return {"type": "text", "value": value.text, "language": value.language}
        case Date():
            return date_json(value)
        case Quantity():
            return _quantity(value)
        case _:
            return _rare(value)


def date_json(date: Date) -> Mapping[str, Json]:
    """Return a date in the Gregorian calendar, and in Old Style if stated so."""
    return {
        "type": "date",
        "value": iso_date(date),
        "precision": date.precision.name.lower(),
        "calendar": date.calendar.value,
        "lexical": date.lexical,
        "old_style": None if date.old_style is None else _iso(*date.old_style),
        **_doubts(date),
    }


def _doubts(date: Date) -> Mapping[str, Json]:
    """Return why a date is not exact; nothing when it is."""
    said: Mapping[str, Json] = {
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "bounds": _bounds(date.lower, date.upper) if date.lower or date.upper else None,
    }
    return {name: value for name, value in said.items() if value}


def _bounds(lower: Date | None, upper: Date | None) -> Json:
    return {
        "lower": None if lower is None else iso_date(lower),
        "upper": None if upper is None else iso_date(upper),
    }


def iso_date(date: Date) -> str:
    """Return a date as XSD writes it, to the day, month or year.

    >>> iso_date(Date(year=-43, month=3, day=13))
    '-0043-03-13'
    """
    known = (date.month, date.day)[: max(0, date.precision - Precision.YEAR)]
    return _iso(date.year, *(part for part in known if part))


def number(amount: Decimal) -> str:
    """Return a number in plain digits, all of them.

    >>> number(Decimal("1.50E+3"))
    '1500'
    """
    return format(amount, "f")


def key_of(value: Value) -> str:
    """Return a value as one text for machines; empty if there is none."""
    match value:
        case Entity() | WebAddress():
            return value.iri
        case Text(text=text) | Identifier(value=text):
            return text
        case Date():
            return iso_date(value)
        case Quantity():
            return number(value.amount)
        case Coordinate():
            return f"{number(value.latitude)},{number(value.longitude)}"
        case _:
            return ""


def _iso(year: int, *rest: int) -> str:
    sign = "-" if year < 0 else ""
    return "-".join((f"{sign}{abs(year):04}", *(f"{part:02}" for part in rest)))


def _quantity(value: Quantity) -> Mapping[str, Json]:
    bounds = {"lower": value.lower, "upper": value.upper}
    stated = {name: None if bound is None else number(bound) for name, bound in bounds.items()}
    return {
        "type": "quantity",
        "amount": number(value.amount),
        "unit": value.unit,
        "unit_label": value.unit_label,
        "uncertainty": stated if any(stated.values()) else None,
    }


def _rare(
    value: Coordinate | Identifier | WebAddress | NoValue | SomeValue,
) -> Mapping[str, Json]:
    match value:
        case Coordinate():
            latitude, longitude = number(value.latitude), number(value.longitude)
            return {"type": "coordinate", "latitude": latitude, "longitude": longitude}
        case Identifier():
            return {"type": "identifier", "value": value.value, "url": value.url or None}
        case WebAddress():
            return {"type": "iri", "value": value.iri}
        case _:
            return {"type": "none" if isinstance(value, NoValue) else "unknown"}


def _qualifier(qualifier: Qualifier) -> Json:
    predicate = {"iri": qualifier.predicate.iri, "label": qualifier.predicate.label}
    return {"property": predicate, "value": value_json(qualifier.value)}


def _reference(reference: Reference) -> Json:
    source = reference.source
    return {
        "source": {"iri": source.iri, "label": source.label},
        "locator": reference.locator or None,
        "url": source.url or None,
    }
