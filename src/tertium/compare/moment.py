"""What a graph states as of a day.

What is certainly over before the day, or certainly begins after it, is left out; what cannot be
told stays, and so does what has no date at all. This comes before ranks are weighed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from tertium.compare.series import date_of, latest
from tertium.compare.time import before
from tertium.model.dates import Date, Interval
from tertium.model.description import Description
from tertium.model.moment import Moment
from tertium.model.schema import QualifierRole
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["as_of", "excludes", "moment_of"]

_Dated = Sequence[tuple[Statement, Date]]


def as_of(
    description: Description, day: Date, *, begun: Mapping[Iri, Sequence[Date]] | None = None
) -> Description:
    """Return a description with the statements that may hold on a day.

    Of amounts stated for several dates, the last not after the day counts. How a subject ended is
    left out when it certainly ended later, and so is what has to do with something that certainly
    began later (`begun`).
    """
    new = {iri for iri, dates in (begun or {}).items() if all(before(day, one) for one in dates)}
    statements = description.statements
    alive = bool(_agreed(_ends(statements), lambda end: before(day, end)))
    held = (s for s in statements if not (excludes(s, day) or (alive and s.predicate.ends)))
    known = tuple(s for s in held if not (isinstance(s.value, Entity) and s.value.iri in new))
    inward = tuple(s for s in description.inward if not excludes(s, day))
    return replace(description, statements=_last(known), inward=inward, at=day)


def moment_of(descriptions: Iterable[Description], day: Date) -> Moment:
    """Return a day with the statements by which a comparand was not there then."""
    known = [one.statements for one in descriptions]
    unbegun = [_agreed(_begins(one), lambda date: before(day, date)) for one in known]
    ended = [_agreed(_ends(one), lambda date: before(date, day)) for one in known]
    return Moment(day, tuple(chain(*unbegun)), tuple(chain(*ended)))


def excludes(statement: Statement, day: Date) -> bool:
    """Return whether a statement is certainly not yet, or no longer, true on a day."""
    interval = _interval(statement)
    late = interval.start is not None and before(day, interval.start)
    return late or (interval.end is not None and before(interval.end, day))


def _interval(statement: Statement) -> Interval:
    """Return from when to when a statement is true, as far as that is stated.

    What happened at a point in time has happened ever since; so has what a date tells of.
    """
    value = statement.value if isinstance(statement.value, Date) else None
    begun = (QualifierRole.START, QualifierRole.TIME, QualifierRole.LOWER)
    over = (QualifierRole.END, QualifierRole.UPPER)
    starts, ends = (map(statement.date, roles) for roles in (begun, over))
    return Interval(start=next(filter(None, starts), value), end=next(filter(None, ends), None))


def _last(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return statements without the amounts of which later ones are stated."""
    groups: dict[Iri, list[Statement]] = {}
    for statement in statements:
        if date_of(statement) is not None and statement.rank is not Rank.DEPRECATED:
            groups.setdefault(statement.predicate.iri, []).append(statement)
    dated = {s.iri for group in groups.values() for s in group}
    last = {s.iri for group in groups.values() for s in latest(group)}
    return tuple(s for s in statements if s.iri in last or s.iri not in dated)


def _begins(statements: Iterable[Statement]) -> _Dated:
    return [(s, s.value) for s in _credible(statements, begins=True) if isinstance(s.value, Date)]


def _ends(statements: Iterable[Statement]) -> _Dated:
    return [(s, s.value) for s in _credible(statements, begins=False) if isinstance(s.value, Date)]


def _credible(statements: Iterable[Statement], *, begins: bool) -> Iterator[Statement]:
    kept = (s for s in statements if s.rank is not Rank.DEPRECATED)
    return (s for s in kept if (s.predicate.begins if begins else s.predicate.ends))


def _agreed(dated: _Dated, test: Callable[[Date], bool]) -> tuple[Statement, ...]:
    """Return the statements if all of their dates pass a test."""
    return tuple(s for s, _ in dated) if all(test(date) for _, date in dated) else ()
