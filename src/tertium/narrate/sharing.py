"""What several comparands have in common."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from tertium.model.comparison import Common, CommonKind
from tertium.model.dates import Interval
from tertium.model.schema import QualifierRole
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, NoValue, Quantity, Value
from tertium.model.verdict import Relation
from tertium.narrate.messages import Agreement, Part, Shared
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.topics import Topic, moment

__all__ = ["agreements", "has_parts", "sharing"]

_Said = Mapping[Value, Statement]
_SHARED: Final = 0.1
"""What the first thing in common is worth besides its salience."""
_APART: Final = 2
"""How many things are told in which the holders had different parts."""
_AT_ONCE: Final = 1
_PLAIN: Final = 2
"""How many agreements one sentence takes: with when it was, and without."""


def sharing(topics: Iterable[Topic]) -> Iterator[Planned]:
    """Yield what is shared: alone when there is more to say of it, else by twos."""
    for topic in topics:
        found = sorted(agreements(topic), key=lambda one: -len(one.statements))
        groups = [g for _, same in groupby(found, key=_holders) for g in _grouped(tuple(same))]
        in_time = sorted(groups, key=_begun)
        for place, group in enumerate(groups):
            yield Planned(
                message=Shared(
                    group,
                    everyone=len(group[0].statements) == len(topic.told),
                    among=len(topic.told),
                ),
                order=(topic.order, 0, in_time.index(group)),
                tier=Tier(min(place, Tier.REST)),
                worth=topic.worth + _SHARED * (place == 0),
            )


def _begun(group: Sequence[Agreement]) -> tuple[int, tuple[tuple[int, ...], str, Iri]]:
    """Sort what all have first, then what came first."""
    first = group[0].statements
    return (-len(first), moment(first[0]))


def agreements(topic: Topic) -> tuple[Agreement, ...]:
    """Return the values which two or more have, the best documented first."""
    nobody = tuple(part[0] for part in topic.told if part and isinstance(part[0].value, NoValue))
    if len(nobody) > 1:
        return (_agreement(topic, nobody),)
    common = (one for one in topic.row.common if one.kind is CommonKind.VALUE)
    said = [_by_value(part) for part in topic.told]
    found = (_agreement(topic, _held(topic, one, said)) for one in common)
    shared = (one for one in found if len(one.statements) > 1 and _is_one_amount(one))
    places = {s.iri: place for part in topic.told for place, s in enumerate(part)}
    return tuple(sorted(shared, key=lambda one: sum(places[s.iri] for s in one.statements)))


def _is_one_amount(agreement: Agreement) -> bool:
    """Return whether amounts can be told as one: 183, and about 182 up to 183, cannot."""
    amounts = {s.value for s in agreement.statements if isinstance(s.value, Quantity)}
    return len(amounts) <= 1


def has_parts(agreement: Agreement) -> bool:
    """Return whether the holders had different parts in it."""
    parts = {s.entities(QualifierRole.AS) for s in agreement.statements}
    return len(parts) > 1 and () not in parts


def _cut(found: list[Agreement], size: int) -> list[list[Agreement]]:
    return [found[start : start + size] for start in range(0, len(found), size)]


def _by_value(part: Part) -> Mapping[Value, Statement]:
    """Return the first statement of each value."""
    return {statement.value: statement for statement in reversed(part)}


def _held(topic: Topic, common: Common, said: Iterable[_Said]) -> tuple[Statement, ...]:
    """Return the statements of the value; in a row without difference also a finer one."""
    same = topic.row.relation is Relation.SAME and not isinstance(common.value, Entity)
    found = (
        part[0] if same and len(part) == 1 else known.get(common.value)
        for part, known in zip(topic.told, said, strict=True)
    )
    return tuple(filter(None, found))


def _agreement(topic: Topic, statements: tuple[Statement, ...]) -> Agreement:
    return Agreement(statements=statements, overlap=_overlap(topic, statements))


def _overlap(topic: Topic, statements: tuple[Statement, ...]) -> Interval | None:
    """Return when all held it at once, if that was more than a moment."""
    holders = {s.subject for s in statements}
    for one in topic.row.measure.overlaps if topic.row.measure else ():
        longer = one.interval.start and one.interval.start != one.interval.end
        if longer and set(one.holders) == holders and one.value == statements[0].value:
            return one.interval
    return None


def _grouped(found: Sequence[Agreement]) -> Iterator[tuple[Agreement, ...]]:
    """Yield agreements as one sentence takes them, in order of time."""
    apart = [one for one in found if has_parts(one)][:_APART]
    at_once = [one for one in found if one.overlap and one not in apart]
    plain = [one for one in found if one not in apart + at_once]
    for group in (*_cut(apart, 1), *_cut(at_once, _AT_ONCE), *_cut(plain, _PLAIN)):
        yield tuple(sorted(group, key=lambda one: moment(one.statements[0])))


def _holders(agreement: Agreement) -> tuple[Iri, ...]:
    return tuple(s.subject for s in agreement.statements)
