"""Qualifiers in order, and what they add to the value of their statement."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from tertium.model.dates import Date
from tertium.model.schema import QualifierRole
from tertium.model.statement import Qualifier
from tertium.model.terms import BlankNode, Literal, Term
from tertium.model.values import Quantity, Value
from tertium.queries.reading.dates import Day, julian_days, number_of, restyled

__all__ = ["in_order", "settled"]

_BOUNDS: Final = frozenset((QualifierRole.LOWER, QualifierRole.UPPER))
_PLACES: Final = {role: place for place, role in enumerate(QualifierRole)}


def in_order(qualifiers: Iterable[Qualifier]) -> tuple[Qualifier, ...]:
    """Return qualifiers by role, then property, then term."""
    return tuple(sorted(qualifiers, key=_place))


def settled(value: Value, qualifiers: tuple[Qualifier, ...]) -> tuple[Value, tuple[Qualifier, ...]]:
    """Return a value and its qualifiers once they are put together.

    A quantity takes its bounds, and each date its Old Style form; the qualifiers which said so
    are gone.
    """
    bounded, left = _bounded(value, qualifiers)
    return _restyled(bounded, left)


def _bounded(
    value: Value, qualifiers: tuple[Qualifier, ...]
) -> tuple[Value, tuple[Qualifier, ...]]:
    if not isinstance(value, Quantity):
        return value, qualifiers
    bounds = {q.predicate.role: q.value.amount for q in qualifiers if isinstance(q.value, Quantity)}
    lower = bounds.get(QualifierRole.LOWER, value.lower)
    upper = bounds.get(QualifierRole.UPPER, value.upper)
    left = tuple(q for q in qualifiers if q.predicate.role not in _BOUNDS)
    return replace(value, lower=lower, upper=upper), left


def _restyled(
    value: Value, qualifiers: tuple[Qualifier, ...]
) -> tuple[Value, tuple[Qualifier, ...]]:
    old = [q for q in qualifiers if q.predicate.role is QualifierRole.OLD_STYLE]
    if not old:
        return value, qualifiers
    days = julian_days(q.term for q in old)
    others = [q for q in qualifiers if q.predicate.role is not QualifierRole.OLD_STYLE]
    numbers = {number_of(v) for v in (value, *(q.value for q in others)) if isinstance(v, Date)}
    unpaired = (q for q in old if not numbers & julian_days([q.term]).keys())
    dated = (replace(q, value=_with_old_style(q.value, days)) for q in others)
    return _with_old_style(value, days), (*dated, *unpaired)


def _with_old_style(value: Value, days: Mapping[int, Day]) -> Value:
    return restyled(value, days) if isinstance(value, Date) else value


def _place(qualifier: Qualifier) -> tuple[int, str, str]:
    predicate = qualifier.predicate
    place = len(_PLACES) if predicate.role is None else _PLACES[predicate.role]
    return (place, predicate.iri, _text(qualifier.term))


def _text(term: Term) -> str:
    if isinstance(term, Literal):
        return f"{term.lexical} {term.language} {term.datatype}"
    return term.label if isinstance(term, BlankNode) else term
