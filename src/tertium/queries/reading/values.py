"""Terms as values: entities, dates, quantities, texts."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Final

from tertium.model.dates import Date
from tertium.model.edtf import read_edtf
from tertium.model.terms import (
    EDTF,
    XSD,
    XSD_DATES,
    XSD_NUMBERS,
    XSD_STRING,
    BlankNode,
    Iri,
    Literal,
    Term,
)
from tertium.model.values import (
    Coordinate,
    Identifier,
    NoValue,
    Quantity,
    Scale,
    SomeValue,
    Text,
    Value,
    WebAddress,
)
from tertium.queries.reading.dates import date_of, refined
from tertium.queries.reading.names import Names
from tertium.queries.shapes.stated import NOTHING, SOMETHING
from tertium.store.surroundings import Surroundings
from tertium.store.vocabulary import direct_name

__all__ = ["full_value", "point_of", "unit_of", "value_of"]

_WIKIBASE: Final = "http://wikiba.se/ontology#"
_UNIT: Final = Iri(_WIKIBASE + "quantityUnit")
_LOWER: Final = Iri(_WIKIBASE + "quantityLowerBound")
_UPPER: Final = Iri(_WIKIBASE + "quantityUpperBound")
_ONE: Final = "http://www.wikidata.org/entity/Q199"
_NUMBER: Final = Scale(Iri("http://qudt.org/vocab/quantitykind/DimensionlessRatio"), Fraction(1))
"""What is stated to be a mere number, and no amount of which the unit was lost."""
_IDENTIFIER: Final = _WIKIBASE + "ExternalId"
_ADDRESSES: Final = (_WIKIBASE + "Url", _WIKIBASE + "CommonsMedia")
_FILE: Final = "/wiki/Special:FilePath/"
_WKT: Final = "http://www.opengis.net/ont/geosparql#wktLiteral"
_POINT: Final = re.compile(r"POINT\s*\(\s*(\S+)\s+(\S+?)\s*\)", re.IGNORECASE)
_GREATEST: Final = 400
"""Powers of ten beyond this are no amounts, and too long to be computed with."""
_LONGEST: Final = 60
_PAGES: Final = re.compile(
    r".*[/#:](?:has)?(?:\w*page|\w*url|\w*website|\w*link|image|depiction|thumbnail|logo|picture)",
    re.IGNORECASE,
)
"""How predicates are called whose objects are documents, not things."""


def value_of(term: Term, predicate: Iri, names: Names) -> Value:
    """Return what a term is as the value of a property.

    What cannot be read is a text of its lexical form.
    """
    if isinstance(term, Literal):
        return _read(term, predicate, names) or Text(term.lexical, term.language)
    if isinstance(term, BlankNode) or term == SOMETHING:
        return SomeValue()
    if term == NOTHING:
        return NoValue()
    kind = names[predicate].datatype
    address = kind in _ADDRESSES or _FILE in term or _PAGES.fullmatch(predicate)
    return WebAddress(term) if address and not names[term].labelled else names.entity(term)


def full_value(value: Value, node: Term, *, around: Surroundings, names: Names) -> Value:
    """Return a value with what its node adds: precision, calendar, unit, bounds."""
    facts = dict(around.arcs(node))
    if isinstance(value, Quantity):
        unit = unit_of(facts)
        pure = unit is None and _UNIT in facts
        return Quantity(
            amount=value.amount,
            unit=unit,
            unit_label=names.entity(unit).label if unit else "",
            lower=_number(facts.get(_LOWER)),
            upper=_number(facts.get(_UPPER)),
            scale=_NUMBER if pure else None,
        )
    return refined(value, facts) if isinstance(value, Date) else value


def unit_of(facts: Mapping[Iri, Term]) -> Iri | None:
    """Return the unit of a quantity; a mere number has none."""
    unit = facts.get(_UNIT)
    return Iri(unit) if isinstance(unit, str) and unit != _ONE else None


def point_of(lexical: str) -> Coordinate | None:
    """Return a point on the Earth in well-known text; one elsewhere has the IRI of its globe.

    >>> point_of("Point(15.5 -47.25)").latitude
    Decimal('-47.25')
    """
    match = _POINT.fullmatch(lexical.strip())
    pair = [_number(Literal(text)) for text in match.groups()] if match else []
    longitude, latitude = pair or (None, None)
    if longitude is None or latitude is None:
        return None
    return Coordinate(latitude, longitude)


def _read(literal: Literal, predicate: Iri, names: Names) -> Value | None:
    if literal.datatype in XSD_DATES | EDTF:
        return _date(literal)
    if literal.datatype in XSD_NUMBERS:
        amount = _number(literal)
        return None if amount is None else Quantity(amount=amount)
    if literal.datatype == XSD + "anyURI":
        return WebAddress(Iri(literal.lexical))
    if literal.datatype == _WKT:
        return point_of(literal.lexical)
    if _is_identifier(literal, predicate, names):
        return Identifier(literal.lexical, _address(literal.lexical, predicate, names))
    return None


def _date(literal: Literal) -> Date | None:
    return read_edtf(literal.lexical) if literal.datatype in EDTF else date_of(literal)


def _is_identifier(literal: Literal, predicate: Iri, names: Names) -> bool:
    """Return whether a text is a catalogue number.

    The datatype of a Wikibase's property says so; where the graph does not have it, a text
    without a language and without a space is taken for one.
    """
    kind = names[predicate].datatype
    if kind or direct_name(predicate) == predicate:
        return kind == _IDENTIFIER
    return literal.datatype == XSD_STRING and " " not in literal.lexical


def _number(term: Term | None) -> Decimal | None:
    if not isinstance(term, Literal) or len(term.lexical) > _LONGEST:
        return None
    try:
        amount = Decimal(term.lexical)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and abs(amount.adjusted()) <= _GREATEST else None


def _address(identifier: str, predicate: Iri, names: Names) -> str:
    return names[predicate].formatter.replace("$1", identifier)
