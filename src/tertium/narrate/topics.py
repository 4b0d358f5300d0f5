"""A row as the narrator sees it: who has what, in order of time and of weight."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import log2, sqrt
from typing import Final

from tertium.model.comparison import Cell, Row
from tertium.model.dates import Date, Precision
from tertium.model.schema import QualifierRole
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri, is_code
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Text, Value
from tertium.narrate.kinds import is_telling
from tertium.narrate.messages import Part

__all__ = [
    "Topic",
    "by_time",
    "circumstances",
    "is_judgement",
    "moment",
    "only",
    "topics_of",
    "without",
]

_NEVER: Final = (10_000, 0, 0)
_TURNING: Final = 0.6
"""What it adds that a property says how something began or ended."""
_TELLING: Final = 1.5
"""How much more it counts when a difference turns on such things."""
_FAMOUS: Final = 4
_SOURCE: Final = 2
_COMMON_TAGS: Final = frozenset({"", "mul", "en"})
"""The tags of texts which are told in every language: of none, of all, and of the common one."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A row with what is still to be told of each comparand."""

    row: Row
    told: tuple[Part, ...]
    """For each comparand, the statement of most weight first."""

    @property
    def order(self) -> int:
        """The place of the property in its facet."""
        return self.row.predicate.order

    @property
    def worth(self) -> float:
        """The salience of the row, more when there is much to tell, or it began or ended there."""
        row = self.row
        turning = _TURNING if row.predicate.begins or row.predicate.ends else 0.0
        telling = _TELLING if any(is_telling(s.value) for s in row.evidence[:1]) else 1.0
        return telling * row.salience * sqrt(log2(1 + len(row.evidence))) + turning

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What is still to be told, of all comparands."""
        return tuple(s for part in self.told for s in part)

    @property
    def voices(self) -> int:
        """Of how many comparands there is something to tell."""
        return sum(map(bool, self.told))


def topics_of(rows: Iterable[Row], fame: Mapping[Value, int]) -> tuple[Topic, ...]:
    """Return rows with what can be said, in whichever language, in the order of the ontology.

    `fame` tells how often a value occurs in the comparison: it adds to the weight.
    """
    told = [
        Topic(row, tuple(_by_weight(_sayable(cell), fame) for cell in row.cells))
        for row in rows
        if not row.predicate.nameless
    ]
    return tuple(sorted(told, key=lambda topic: (topic.order, topic.row.predicate.iri)))


def without(topics: Iterable[Topic], used: Iterable[Statement]) -> tuple[Topic, ...]:
    """Return the topics without statements that have been told."""
    gone = {s.iri for s in used}
    return only(topics, lambda s: s.iri not in gone)


def only(topics: Iterable[Topic], test: Callable[[Statement], bool]) -> tuple[Topic, ...]:
    """Return the topics with the statements that pass a test."""
    return tuple(
        Topic(topic.row, tuple(tuple(filter(test, part)) for part in topic.told))
        for topic in topics
    )


def is_judgement(statement: Statement) -> bool:
    """Return whether a statement holds only according to somebody."""
    return statement.predicate.judgement or bool(statement.holders)


def by_time(statements: Iterable[Statement]) -> Part:
    """Return statements from the earliest, those without a date last."""
    return tuple(sorted(statements, key=moment))


def circumstances(statement: Statement) -> int:
    """Return how much is told around a value: as what, where and when it was."""
    dated = statement.interval.start or statement.interval.end
    roles = (QualifierRole.AS, QualifierRole.PLACE)
    return sum(bool(statement.entities(role)) for role in roles) + bool(dated)


def _by_weight(statements: Iterable[Statement], fame: Mapping[Value, int]) -> Part:
    recent = sorted(sorted(statements, key=moment), key=_date, reverse=True)
    return tuple(sorted(recent, key=lambda one: _weight(one, fame)))


def _sayable(cell: Cell) -> Iterable[Statement]:
    best = (s for s in cell.statements if s.rank is not Rank.DEPRECATED)
    kept = _exact([_with_names(s) for s in best if _spoken(s)])
    positive = [s for s in kept if s.positive]
    if positive:
        return _credible(positive)
    return sorted(kept, key=_claimed)[:1]


def _claimed(statement: Statement) -> tuple[bool, Iri]:
    """Sort what claims less first: that there is one unknown, before that there is none."""
    return (isinstance(statement.value, NoValue), statement.iri)


def _spoken(statement: Statement) -> bool:
    """Return whether a value can be told.

    The choice of texts is the same for every language, so that all pages claim the same.
    """
    match statement.value:
        case Text():
            return statement.value.language.partition("-")[0] in _COMMON_TAGS
        case Quantity():
            unit = statement.value.unit
            return bool(statement.value.amount) and not (
                unit and is_code(statement.value.unit_label, unit)
            )
        case Entity():
            return not statement.value.nameless and statement.value.iri != statement.subject
        case Date() | NoValue() | SomeValue():
            return True
        case _:
            return False


def _credible(statements: list[Statement]) -> list[Statement]:
    """Return statements without numbers that contradict each other, if nothing tells them apart.

    Of a town with ten populations, no years and no sources nobody can say how many live there.
    """
    numbers = [s for s in statements if isinstance(s.value, Quantity)]
    loose = [s for s in numbers if not (_date(s) or s.references)]
    gone = {s.iri for s in loose}
    return [s for s in statements if s.iri not in gone] if len(gone) > 1 else statements


def _exact(statements: list[Statement]) -> list[Statement]:
    """Return statements without the dates which another states more exactly."""
    within = {coarse for s in statements for coarse in _coarser(s.value)}
    return [s for s in statements if _exactly(s.value) not in within]


def _exactly(value: Value) -> tuple[int, ...]:
    """Return what is known of a date from the year on, nothing of all else."""
    if not isinstance(value, Date) or value.precision < Precision.YEAR:
        return ()
    return value.key[: value.precision - Precision.DECADE]


def _coarser(value: Value) -> Iterable[tuple[int, ...]]:
    """Yield the month and the year within which a date lies."""
    known = _exactly(value)
    return (known[:parts] for parts in range(1, len(known)))


def _with_names(statement: Statement) -> Statement:
    """Return a statement without the qualifiers which have no name to be told by."""
    kept = tuple(q for q in statement.qualifiers if not _nameless(q.value))
    return replace(statement, qualifiers=kept) if kept != statement.qualifiers else statement


def _nameless(value: Value) -> bool:
    return isinstance(value, Entity) and value.nameless


def moment(statement: Statement) -> tuple[tuple[int, ...], str, Iri]:
    """Return a key which sorts statements by time, the undated last."""
    value = statement.value
    return (
        _date(statement) or _NEVER,
        value.iri if isinstance(value, Entity) else "",
        statement.iri,
    )


def _date(statement: Statement) -> tuple[int, ...]:
    start, end = statement.interval.start, statement.interval.end
    value = statement.value
    date = start or end or (value if isinstance(value, Date) else None)
    return date.key if date else ()


def _weight(statement: Statement, fame: Mapping[Value, int]) -> tuple[bool, int, int]:
    """Rank first; then what is well documented, and met in other rows; then what lasted.

    Of what weighs the same, the later comes first.
    """
    known = min(fame.get(statement.value, 0), _FAMOUS)
    part = bool(statement.entities(QualifierRole.AS))
    return (
        statement.rank is not Rank.PREFERRED,
        -_SOURCE * len(statement.references) - known - part,
        -_years(statement),
    )


def _years(statement: Statement) -> int:
    start, end = statement.interval.start, statement.interval.end
    return end.year - start.year if start and end else 0
