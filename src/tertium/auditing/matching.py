"""Whether a statement says what a claim says: its value, its qualifiers, its dates."""

from collections.abc import Collection
from enum import Enum

from tertium.auditing.dating import Numbered
from tertium.model.dates import Date
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Quantity

__all__ = ["Timing", "equals", "mentioned", "qualifies", "standing", "timing"]

_Day = tuple[int, int, int]


class Timing(Enum):
    """How the dates of a claim are to those of a statement."""

    AGREES = "agrees"
    CONFLICTS = "conflicts"
    SILENT = "silent"


def standing(statements: Collection[Statement]) -> tuple[Statement, ...]:
    """Return the statements which are not deprecated."""
    return tuple(s for s in statements if s.rank is not Rank.DEPRECATED)


def mentioned(statement: Statement) -> frozenset[Iri]:
    """Return the entities of a statement: subject, value, and those of its qualifiers."""
    values = (statement.value, *(q.value for q in statement.qualifiers))
    found = {value.iri for value in values if isinstance(value, Entity)}
    return frozenset(found | {statement.subject})


def qualifies(statement: Statement, entities: Collection[Iri]) -> bool:
    """Return whether one of these entities stands among the qualifiers."""
    values = (q.value for q in statement.qualifiers)
    return any(isinstance(value, Entity) and value.iri in entities for value in values)


def equals(quantity: Quantity, number: Numbered) -> bool:
    """Return whether an amount is the one that was said, as exactly as it was said."""
    low = quantity.amount if quantity.lower is None else quantity.lower
    high = quantity.amount if quantity.upper is None else quantity.upper
    return low <= number.high and number.low <= high


def timing(statement: Statement, dates: Collection[Date]) -> Timing:
    """Return whether a statement holds at all the dates; an open end says nothing."""
    found = {_timing(statement, date) for date in dates}
    return next((one for one in (Timing.CONFLICTS, Timing.AGREES) if one in found), Timing.SILENT)


def _timing(statement: Statement, date: Date) -> Timing:
    if isinstance(statement.value, Date):
        return Timing.AGREES if _meet(statement.value, date) else Timing.CONFLICTS
    start, end = statement.interval.start, statement.interval.end
    first, last = _span(date)
    if (start and last < _span(start)[0]) or (end and first > _span(end)[1]):
        return Timing.CONFLICTS
    if (start and end) or any(_meet(one, date) for one in (start, end) if one):
        return Timing.AGREES
    return Timing.SILENT


def _meet(one: Date, other: Date) -> bool:
    """Return whether two dates may be the same day, in the new style or in the old."""
    (first, last), (start, end) = _span(one), _span(other)
    old = one.old_style is not None and start <= one.old_style <= end
    return old or (first <= end and start <= last)


def _span(date: Date) -> tuple[_Day, _Day]:
    """Return the first and the last day that a date may mean."""
    years = date.precision.years
    first = date.year - date.year % years
    low = (first, date.month or 1, date.day or 1)
    high = (first + years - 1, date.month or 12, date.day or 31)
    if date.lower is None and date.upper is None:
        return low, high
    return (
        _span(date.lower)[0] if date.lower else low,
        _span(date.upper)[1] if date.upper else high,
    )
