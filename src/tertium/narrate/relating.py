"""What the comparands were and did to one another."""

from collections.abc import Iterable, Iterator
from typing import Final

from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Value
from tertium.narrate.messages import Message, Mutual, Part, Relationship, Side
from tertium.narrate.topics import by_time, is_judgement

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

    When both ways differ in time, the side of the first statement given is told.
    """
    pairs = dict[tuple[Property, frozenset[Iri]], list[Statement]]()
    alone = list[Statement]()
    for statement in statements:
        if statement.predicate.symmetric:
            pairs.setdefault((statement.predicate, _ends(statement)), []).append(statement)
        else:
            alone.append(statement)
    for both in pairs.values():
        mutual = _mutual(both)
        if mutual:
            yield Mutual(mutual)
        else:
            speaker = both[0].subject
            alone.extend(s for s in both if s.subject == speaker)
    yield from _by_subject(by_time(alone))


def _ends(statement: Statement) -> frozenset[Iri]:
    ends = [statement.subject]
    if isinstance(statement.value, Entity):
        ends.append(statement.value.iri)
    return frozenset(ends)


def _mutual(statements: list[Statement]) -> tuple[Statement, ...]:
    """Return a statement and its mirror image, if they are of the same time."""
    for first in statements:
        for second in statements:
            if first.subject < second.subject and first.interval == second.interval:
                return (first, second)
    return ()


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
