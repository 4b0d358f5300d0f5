"""Statements of one comparand which name another."""

from collections.abc import Sequence

from tertium.compare.align import align
from tertium.compare.equality import Twins, canonical, twins
from tertium.compare.listing import when
from tertium.model.comparison import Connection
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Value

__all__ = ["connections", "names_another"]

_Key = tuple[int, int, int]
_Gist = tuple[Iri, frozenset[Iri], tuple[Value | None, ...]]


def connections(descriptions: Sequence[Description]) -> tuple[Connection, ...]:
    """Return each statement of the best rank from comparand to comparand, by date and IRI.

    Statements of a symmetric property which say the same of the same time, from whichever side, are
    told once: the one with the first IRI speaks for all. What only somebody holds is no connection.
    """
    known = twins(descriptions)
    if not any(names_another(s, known) for one in descriptions for s in one.statements):
        return ()
    linking = {
        statement.iri: statement
        for line in align(descriptions)
        for saying in line.sayings
        for statement in saying.best
        if names_another(statement, known) and not _is_judgement(statement)
    }
    told: dict[_Gist, Statement] = {}
    for iri in sorted(linking):
        told.setdefault(_gist(linking[iri], known), linking[iri])
    return tuple(Connection((statement,)) for statement in sorted(told.values(), key=_place))


def names_another(statement: Statement, known: Twins) -> bool:
    """Return whether the value is a comparand, though not the subject itself."""
    value, subject = statement.value, statement.subject
    if not isinstance(value, Entity) or value.iri not in known:
        return False
    return known[value.iri] != known.get(subject, subject)


def _is_judgement(statement: Statement) -> bool:
    return statement.predicate.judgement or bool(statement.holders)


def _gist(statement: Statement, known: Twins) -> _Gist:
    value = statement.value
    if not statement.predicate.symmetric or not isinstance(value, Entity):
        return (statement.iri, frozenset(), ())
    ends = frozenset(known.get(iri, iri) for iri in (statement.subject, value.iri))
    interval = statement.interval
    dates = tuple(
        canonical(date, known) if date else None for date in (interval.start, interval.end)
    )
    return (statement.predicate.iri, ends, dates)


def _place(statement: Statement) -> tuple[bool, _Key, Iri]:
    date = when(statement)
    return (date is None, date.key if date else (0, 0, 0), statement.iri)
