"""What sets the comparands apart."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from tertium.compare.series import date_of
from tertium.model.comparison import CommonKind
from tertium.model.dates import Date, Precision
from tertium.model.measure import DateDistance
from tertium.model.statement import Statement
from tertium.model.tally import Group
from tertium.model.terms import Iri
from tertium.model.values import Entity, Quantity, Text, Value
from tertium.model.verdict import Relation
from tertium.narrate.messages import Contrast, Part, Range, Side
from tertium.narrate.planned import Planned, Tier
from tertium.narrate.stems import is_dated
from tertium.narrate.topics import Topic, circumstances

__all__ = ["contrasting"]

_EACH: Final = 2
"""How many values of one property a contrast names on each side."""
_SEVERAL: Final = 1.5
"""How many values things have on average of a property of which more than one is named."""
_VALUE: Final = 2
_CAPACITY: Final = 9
"""What a contrast holds: a value takes two parts of it, each circumstance one."""
_BREATH: Final = 2
"""How many properties are told in one breath."""
_CIRCUMSTANCES: Final = 4
"""More parts, places and times go into brackets."""
_PAIR: Final = 2
_IN_A_YEAR: Final = {Precision.YEAR: 1, Precision.MONTH: 12, Precision.DAY: 365}
_LIFETIME: Final = 100
"""So many years tell how far apart two dates are; of more nobody has a notion."""
_FEW: Final = 3
"""How many sides one sentence sets against each other; of more only the ends are told."""


def contrasting(topics: Iterable[Topic]) -> Iterator[Planned]:
    """Yield the contrasts: of each property, or of those told in one breath."""
    used = set[tuple[Iri, Value]]()
    untold = (t for t in topics if t.statements and t.row.relation is not Relation.SAME)
    for told in _in_one_breath(untold):
        if max(topic.voices for topic in told) > _FEW:
            yield from _ranges(told)
        elif any(topic.voices > 1 and _is_positive(topic) for topic in told):
            message = _contrast(tuple(_fresh(topic, used) for topic in told))
            used |= {(s.subject, s.value) for side in message.sides for s in side.statements}
            yield Planned(
                message=message,
                order=(min(topic.order for topic in told), 2),
                tier=Tier.LEAD,
                worth=sum(topic.worth for topic in told),
            )


def _in_one_breath(topics: Iterable[Topic]) -> Iterator[list[Topic]]:
    """Yield topics in groups, each of which the ontology tells in one breath; dates come first."""
    groups = dict[Iri, list[Topic]]()
    for topic in topics:
        predicate = topic.row.predicate
        groups.setdefault(predicate.told_with or predicate.iri, []).append(topic)
    for group in groups.values():
        told = sorted(group, key=_kind)
        yield from (told[start : start + _BREATH] for start in range(0, len(told), _BREATH))


def _ranges(topics: Iterable[Topic]) -> Iterator[Planned]:
    for topic in topics:
        tally = topic.row.tally
        spread = tally.spread if tally else None
        if tally is None or spread is None or spread.least.value == spread.greatest.value:
            continue
        ends = (_held(topic, spread.least), _held(topic, spread.greatest))
        if all(ends):
            rest = tuple(s for s in topic.statements if s not in ends[0] + ends[1])
            everyone = tally.having == len(topic.told)
            message = Range(least=ends[0], greatest=ends[1], between=rest, recorded=everyone)
            yield Planned(
                message=message, order=(topic.order, 2), tier=Tier.LEAD, worth=topic.worth
            )


def _held(topic: Topic, group: Group) -> Part:
    """Return what is told of a value, one statement for each holder."""
    return tuple(
        statement
        for part in topic.told
        for statement in [s for s in part if s.value == group.value][:1]
        if statement.subject in group.holders
    )


def _fresh(topic: Topic, used: AbstractSet[tuple[Iri, Value]]) -> Topic:
    """Return the topic with what has not yet been named of the same subject, if there is any."""
    fresh = (tuple(s for s in part if (s.subject, s.value) not in used) for part in topic.told)
    told = zip(fresh, topic.told, strict=True)
    return replace(topic, told=tuple(new or old for new, old in told))


def _is_positive(topic: Topic) -> bool:
    """Return whether there is a value: that all are unknown is no contrast."""
    return any(s.positive for s in topic.statements)


def _kind(topic: Topic) -> tuple[bool, bool]:
    """Dates come first, names last."""
    first = _lead(topic)
    return (not is_dated(first), isinstance(first.value, Text))


def _lead(topic: Topic) -> Statement:
    """Return the statement which gives the verb: one with a value, if there is any."""
    positive = (s for s in topic.statements if s.positive)
    return next(positive, topic.statements[0])


def _contrast(topics: Sequence[Topic]) -> Contrast:
    measured = _measured(topics[0]) if len(topics) == 1 else None
    if measured:
        return measured
    subjects = [cell.entity for cell in topics[0].row.cells]
    chosen = [_few(t) if len(topics) == 1 else [part[:1] for part in t.told] for t in topics]
    parts = zip(*chosen, strict=True)
    sides = (Side(subject, _filled(side)) for subject, side in zip(subjects, parts, strict=True))
    present = tuple(side for side in sides if side.parts)
    told = (s for side in present for s in side.statements)
    return Contrast(
        sides=present,
        kinship=_kinship(topics, present),
        distance=_distance(topics[0], present),
        brief=sum(map(circumstances, told)) > _CIRCUMSTANCES,
    )


def _few(topic: Topic) -> list[Part]:
    """Return the first value of each side, and of the next ones those for which there is room."""
    told = [part[:1] for part in topic.told]
    room = _CAPACITY - sum(_cost(s) for part in told for s in part)
    seconds = [part[_EACH - 1] for part in topic.told if len(part) >= _EACH]
    for statement in (
        sorted(seconds, key=lambda s: (_cost(s), s.iri)) if _has_several(topic) else ()
    ):
        if _cost(statement) <= room:
            place = [cell.entity for cell in topic.row.cells].index(statement.subject)
            told[place] += (statement,)
            room -= _cost(statement)
    return told


def _cost(statement: Statement) -> int:
    return _VALUE + circumstances(statement)


def _has_several(topic: Topic) -> bool:
    """Return whether things usually have more than one value, as far as they were counted."""
    row = topic.row
    told = (worth for worth in (row.explanation.told if row.explanation else ()) if worth)
    return all(worth.usual >= _SEVERAL for worth in told if worth.size)


def _measured(topic: Topic) -> Contrast | None:
    """Return the amounts of two whose ratio tells something, those that were compared."""
    found = topic.row.measure.quantities if topic.row.measure else None
    if found is None or found.telling is None or len(found.order) != _PAIR:
        return None
    days = dict(zip(found.order, found.dates or (None, None), strict=True))
    amounts = (
        [s for s in part if s.subject in days and _is_of(s, days[s.subject])][:1]
        for part in topic.told
    )
    sides = tuple(Side(s.subject, ((s,),)) for part in amounts for s in part)
    return Contrast(sides=sides, ratio=found) if len(sides) == _PAIR else None


def _is_of(statement: Statement, day: Date | None) -> bool:
    """Return whether it is an amount, and of this day if there is one."""
    own = date_of(statement)
    fits = day is None or (own is not None and own.key == day.key)
    return fits and isinstance(statement.value, Quantity)


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part)


def _kinship(topics: Sequence[Topic], sides: tuple[Side, ...]) -> Entity | None:
    """Return what all values fall under, where there is one value on each side."""
    row, values = topics[0].row, {s.value for side in sides for s in side.statements}
    if len(topics) > 1 or len(row.evidence) != len(sides):
        return None
    above = (one for one in row.common if one.kind is CommonKind.ANCESTOR)
    everyone = {side.subject for side in sides}
    for one in above:
        if (
            isinstance(one.value, Entity)
            and set(one.holders) == everyone
            and one.value not in values
        ):
            return one.value
    return None


def _distance(topic: Topic, sides: tuple[Side, ...]) -> DateDistance | None:
    """Return how far the dates are apart, where each side begins with one.

    Nobody counts years from a century, nor from what is only about right; nor from age to age.
    """
    measured = topic.row.measure.dates if topic.row.measure else None
    if measured is None or not measured.amount or measured.unit < Precision.YEAR:
        return None
    if measured.amount > _LIFETIME * _IN_A_YEAR[measured.unit]:
        return None
    dated = all(is_dated(side.parts[0][0]) for side in sides)
    exact = not any(_is_loose(side.parts[0][0].value) for side in sides)
    return measured if dated and exact and len(sides) == _PAIR else None


def _is_loose(value: Value) -> bool:
    return isinstance(value, Date) and value.loose
