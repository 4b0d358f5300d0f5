"""What is over, who may be alive, and what is not told of the living.

No clock is asked: the present is the day on which the ontology was issued, or the day of which a
page speaks. It can only be later, and then somebody is taken for alive who has died: that errs on
the side of discretion.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from tertium.compare.time import before
from tertium.model.comparison import Comparison
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.schema import Schema
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import NoValue

__all__ = ["ended", "living", "withhold"]

_PERSON: Final = Iri("https://w3id.org/tertium/ontology#Person")
_LIFETIME: Final = 115
"""Of whom nothing else is known is presumed dead after so many years (Wikipedia's WP:BDP)."""


def ended(description: Description, schema: Schema) -> bool:
    """Return whether an entity is known to be over: dead, dissolved, past.

    It is when the graph states how or when it ended, be the date unknown, unless that lies in the
    future or the graph also states that it has not; and a person is who was born too long ago.
    Who has a date of death and no grave is dead.
    """
    now = description.at or schema.issued
    ends = [s for s in _credible(description.statements) if s.predicate.ends]
    reached = [s for s in ends if s.positive and not _is_ahead(s, now)]
    dated = any(isinstance(s.value, Date) for s in reached)
    if not dated and any(isinstance(s.value, NoValue) for s in ends):
        return False
    over = any(not _is_ahead(s, now) for s in ends)
    return over or (_is_person(description, schema) and _is_old(description, now))


def living(description: Description, schema: Schema) -> bool:
    """Return whether an entity is a person who is not known to be dead."""
    return _is_person(description, schema) and not ended(description, schema)


def withhold(comparison: Comparison, persons: AbstractSet[Iri]) -> Comparison:
    """Return a comparison without what is sensitive of these persons.

    A row goes as a whole: to show what others have would say of the silent that nothing is known.
    """
    rows = tuple(r for r in comparison.rows if not _guards(r.shown, persons))
    less = len(comparison.rows) - len(rows)
    return replace(
        comparison,
        entities=tuple(_discreet(one, persons) for one in comparison.entities),
        rows=rows,
        rows_total=comparison.rows_total - less,
        connections=tuple(c for c in comparison.connections if not _guards(c.path, persons)),
        withheld=less,
    )


def _guards(statements: Iterable[Statement], persons: AbstractSet[Iri]) -> bool:
    return any(_guarded(statement, persons) for statement in statements)


def _discreet(description: Description, persons: AbstractSet[Iri]) -> Description:
    kept = tuple(s for s in description.statements if not _guarded(s, persons))
    inward = tuple(s for s in description.inward if not _guarded(s, persons))
    return replace(description, statements=kept, inward=inward)


def _guarded(statement: Statement, persons: AbstractSet[Iri]) -> bool:
    return statement.predicate.sensitive and statement.subject in persons


def _is_person(description: Description, schema: Schema) -> bool:
    return schema.is_a(description.entity.types, _PERSON)


def _is_ahead(statement: Statement, now: Date | None) -> bool:
    value = statement.value
    return isinstance(value, Date) and now is not None and before(now, value)


def _is_old(description: Description, now: Date | None) -> bool:
    """Return whether all dates of birth, or else all dates there are, lie a long life back."""
    known = tuple(_credible(description.statements))
    dates = [d for s in known if s.predicate.begins for d in _dates(s)]
    dates = dates or [d for s in known for d in _dates(s)]
    if now is None or not dates:
        return False
    limit = Date(year=now.year - _LIFETIME)
    return all(before(date, limit) for date in dates)


def _dates(statement: Statement) -> Iterator[Date]:
    values = (statement.value, *(q.value for q in statement.qualifiers))
    return (value for value in values if isinstance(value, Date))


def _credible(statements: Iterable[Statement]) -> Iterator[Statement]:
    return (s for s in statements if s.rank is not Rank.DEPRECATED)
