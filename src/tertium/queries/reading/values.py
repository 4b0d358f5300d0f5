"""Terms as values: entities, dates, quantities, texts."""

from decimal import Decimal, InvalidOperation
from typing import Final

from tertium.model.terms import XSD, BlankNode, Iri, Literal, Term
from tertium.model.values import NoValue, Quantity, SomeValue, Text, Value, WebAddress
from tertium.queries.reading.dates import date_of
from tertium.queries.reading.names import Names

__all__ = ["value_of"]

_TERTIUM: Final = "https://w3id.org/tertium/ontology#"
_NO_VALUE: Final = _TERTIUM + "noValue"
_SOME_VALUE: Final = _TERTIUM + "someValue"
_DATES: Final = frozenset(XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth"))
_NUMBERS: Final = frozenset(
    XSD + name
    for name in (
        *("byte", "decimal", "double", "float", "int", "integer", "long", "short"),
        *("negativeInteger", "nonNegativeInteger", "nonPositiveInteger", "positiveInteger"),
        *("unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort"),
    )
)


def value_of(term: Term, names: Names) -> Value:
    """Return what a term is as a value; what cannot be read is a text of its lexical form."""
    if isinstance(term, Literal):
        return _read(term) or Text(term.lexical, term.language)
    if isinstance(term, BlankNode) or term == _SOME_VALUE:
        return SomeValue()
    return NoValue() if term == _NO_VALUE else names.entity(term)


def _read(literal: Literal) -> Value | None:
    if literal.datatype in _DATES:
        return date_of(literal)
    if literal.datatype in _NUMBERS:
        return _quantity(literal.lexical)
    return WebAddress(Iri(literal.lexical)) if literal.datatype == XSD + "anyURI" else None


def _quantity(lexical: str) -> Quantity | None:
    try:
        amount = Decimal(lexical)
    except InvalidOperation:
        return None
    return Quantity(amount=amount) if amount.is_finite() else None
