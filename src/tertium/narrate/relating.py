"""What the comparands were and did to one another."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Final

from tertium.model.dates import Interval
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri, Term
from tertium.model.values import Entity, Value
from tertium.narrate.messages import Message, Mutual, Part, Relationship, Side
from tertium.narrate.topics import by_time, is_judgement, moment

__all__ = ["linking", "relating"]

_LIST: Final = 3


def linking(statements: Iterable[Statement], comparands: Iterable[Iri]) -> tuple[Statement, ...]:
    """Return the facts whose value is another comparand."""
    everyone = frozenset(comparands)
    return tuple(
        s
        for s in statements
        if isinstance(s.value, Entity)
        and s.value.iri in everyone - {s.subject}
        and not is_judgement(s)
    )


def relating(statements: Iterable[Statement]) -> Iterator[Message]:
    """Yield the relations, from the earliest; what holds both ways is told once.

    When both ways differ in time, the side of the earliest statement is told.
    """
    pairs = dict[tuple[Property, frozenset[Term]], list[Statement]]()
    alone = list[Statement]()
    for statement in statements:
        if statement.predicate.symmetric:
            ends = frozenset((statement.subject, statement.term))
            pairs.setdefault((statement.predicate, ends), []).append(statement)
        else:
            alone.append(statement)
    for both in pairs.values():
        mutual = _mutual(by_time(both))
        yield from map(Mutual, mutual.values())
        rest = [s for s in both if s.interval not in mutual]
        speakers = {min(rest, key=moment).subject} if rest else set[Iri]()
        alone += [s for s in rest if s.subject in speakers]
    yield from _by_subject(by_time(alone))


def _mutual(statements: Part) -> Mapping[Interval, tuple[Statement, Statement]]:
    """Return statements with their mirror images, by the time of which both are."""
    return {
        first.interval: (first, second)
        for first, second in product(statements, repeat=2)
        if first.subject < second.subject and first.interval == second.interval
    }


def _by_subject(statements: tuple[Statement, ...]) -> Iterator[Relationship]:
    sides = dict[Iri, list[Statement]]()
    for statement in statements:
        sides.setdefault(statement.subject, []).append(statement)
    for subject, told in sides.items():
        parts = dict[tuple[Property, Value], Part]()
        for statement in told:
            key = (statement.predicate, statement.value)
            parts[key] = (*parts.get(key, ()), statement)
        for start in range(0, len(parts), _LIST):
            yield Relationship(Side(subject, tuple(parts.values())[start : start + _LIST]))
