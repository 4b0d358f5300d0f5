"""Quantities: decimals with their sign, bounds and unit."""

import re
from collections.abc import Mapping
from typing import Final

import pyoxigraph as ox

from tertium.store.entity_json.fields import text
from tertium.store.entity_json.hashing import array_of, hash_of, php_string, serialized
from tertium.store.entity_json.terms import RDF_TYPE, wikibase
from tertium.store.entity_json.value import FullValue, Value

__all__ = ["quantity_value"]

_DECIMAL: Final = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_XSD_DECIMAL: Final = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
_ONE: Final = ox.NamedNode("http://www.wikidata.org/entity/Q199")
"""The unit of mere numbers, on every Wikibase."""
_AMOUNTS: Final = (
    ("amount", wikibase("quantityAmount")),
    ("upperBound", wikibase("quantityUpperBound")),
    ("lowerBound", wikibase("quantityLowerBound")),
)


def quantity_value(fields: Mapping[str, object], _base: str) -> Value:
    """Return a quantity of a document.

    Raises:
        ValueError: when a field is missing or of the wrong type.

    """
    unit = text(fields, "unit").strip()
    is_bounded = fields.get("upperBound") is not None
    amounts = tuple((text(fields, key), term) for key, term in _AMOUNTS[: 3 if is_bounded else 1])
    parts: tuple[tuple[ox.NamedNode, ox.NamedNode | ox.Literal], ...] = (
        (RDF_TYPE, wikibase("QuantityValue")),
        *((term, _literal(amount)) for amount, term in amounts),
        (wikibase("quantityUnit"), _ONE if unit == "1" else ox.NamedNode(unit)),
    )
    full = FullValue(_hash(unit, *(amount for amount, _ in amounts)), parts)
    return Value(_literal(amounts[0][0]), full)


def _literal(amount: str) -> ox.Literal:
    if _DECIMAL.fullmatch(amount):
        return ox.Literal(amount, datatype=_XSD_DECIMAL)
    return ox.Literal(amount)


def _hash(unit: str, amount: str, *bounds: str) -> str:
    first, *others = (
        serialized("DataValues\\DecimalValue", php_string(number)) for number in (amount, *bounds)
    )
    name = "DataValues\\QuantityValue" if bounds else "DataValues\\UnboundedQuantityValue"
    return hash_of(serialized(name, array_of((first, php_string(unit), *others))))
