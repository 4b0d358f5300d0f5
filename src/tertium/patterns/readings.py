"""Literals which can be put in order: numbers, and dates by their years."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from tertium.model.pattern import Measured
from tertium.model.terms import XSD_DATES, XSD_NUMBERS, Literal, Term

__all__ = ["Reading", "reading"]

_YEAR: Final = re.compile(r"([0-9]{4})(?![0-9])")
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """A number, and whether it counts years."""

    number: Decimal
    measured: Measured


def reading(term: Term) -> Reading | None:
    """Return what a literal comes to on a scale; `None` when it is on none.

    Of a date only the year counts, for a year is what every graph's dates have (Wikidata writes a
    mere year as the first of January). Years before the common era are on no scale: as texts, which
    is how a query can compare dates of all datatypes in all engines, they are in no order.

    >>> reading(Literal("1878-12-18", min(XSD_DATES))).number
    Decimal('1878')
    """
    if not isinstance(term, Literal) or len(term.lexical) > _LONGEST:
        return None
    if term.datatype in XSD_DATES:
        year = _YEAR.match(term.lexical)
        return Reading(Decimal(year[1]), Measured.YEAR) if year and int(year[1]) else None
    if term.datatype not in XSD_NUMBERS:
        return None
    try:
        number = Decimal(term.lexical)
    except InvalidOperation:
        return None
    return Reading(number, Measured.NUMBER) if number.is_finite() else None
