"""Qualifiers in order, and what they add to the value of their statement."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from tertium.model.dates import Date
from tertium.model.schema import QualifierRole
from tertium.model.statement import Qualifier
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.model.values import Entity, Quantity, Value
from tertium.queries.reading.dates import Day, julian_days, number_of, restyled

__all__ = ["in_order", "settled", "unit_in"]

_BOUNDS: Final = frozenset((QualifierRole.LOWER, QualifierRole.UPPER))
_CIRCA: Final = Iri("http://www.wikidata.org/entity/Q5727902")
"""How Wikidata says, as a circumstance of the source, that a date is about right."""
_UNITS: Final = frozenset(
    Iri(iri)
    for iri in (
        "http://qudt.org/schema/qudt/unit",
        "http://qudt.org/schema/qudt/hasUnit",
        "http://www.ontology-of-units-of-measure.org/resource/om-2/hasUnit",
    )
)
_PLACES: Final = {role: place for place, role in enumerate(QualifierRole)}


def unit_in(predicate: Iri, term: Term) -> Iri | None:
    """Return the unit of a quantity which a qualifier names, if it does."""
    return term if predicate in _UNITS and not isinstance(term, BlankNode | Literal) else None


def in_order(qualifiers: Iterable[Qualifier]) -> tuple[Qualifier, ...]:
    """Return qualifiers by role, then property, then term."""
    return tuple(sorted(qualifiers, key=_place))


def settled(value: Value, qualifiers: tuple[Qualifier, ...]) -> tuple[Value, tuple[Qualifier, ...]]:
    """Return a value and its qualifiers once they are put together.

    A quantity takes its unit and its bounds, a date its bounds and whether it is about right, and
    each date its Old Style form; the qualifiers which said so are gone.
    """
    match value:
        case Quantity():
            value, qualifiers = _measured(*_bounded(value, qualifiers))
        case Date():
            value, qualifiers = _loosened(value, qualifiers)
        case _:
            pass
    return _restyled(value, qualifiers)


def _bounded(
    value: Quantity, qualifiers: tuple[Qualifier, ...]
) -> tuple[Quantity, tuple[Qualifier, ...]]:
    bounds = {q.predicate.role: q.value.amount for q in qualifiers if isinstance(q.value, Quantity)}
    lower = bounds.get(QualifierRole.LOWER, value.lower)
    upper = bounds.get(QualifierRole.UPPER, value.upper)
    left = tuple(q for q in qualifiers if q.predicate.role not in _BOUNDS)
    return replace(value, lower=lower, upper=upper), left


def _measured(
    value: Quantity, qualifiers: tuple[Qualifier, ...]
) -> tuple[Quantity, tuple[Qualifier, ...]]:
    """Return a quantity with the unit that a qualifier names; one it has already stays."""
    named = [q for q in qualifiers if unit_in(q.predicate.iri, q.term)]
    for qualifier in named[:1]:
        unit = qualifier.value
        if value.unit is None and isinstance(unit, Entity):
            value = replace(value, unit=unit.iri, unit_label=unit.label)
    return value, tuple(q for q in qualifiers if q not in named)


def _loosened(value: Date, qualifiers: tuple[Qualifier, ...]) -> tuple[Date, tuple[Qualifier, ...]]:
    """Return a date with the earliest and latest it may be, and whether it is about right."""
    bounds = {q.predicate.role: q.value for q in qualifiers if isinstance(q.value, Date)}
    about = [q for q in qualifiers if q.term == _CIRCA]
    date = replace(
        value,
        approximate=value.approximate or bool(about),
        lower=bounds.get(QualifierRole.LOWER, value.lower),
        upper=bounds.get(QualifierRole.UPPER, value.upper),
    )
    used = (*about, *(q for q in qualifiers if q.predicate.role in _BOUNDS))
    return date, tuple(q for q in qualifiers if q not in used)


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
