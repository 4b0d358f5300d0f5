"""The words of a page that are neither a label nor a sentence."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from tertium.compare.labels import gap_unit
from tertium.compare.quantity import agree
from tertium.compare.time import coincide
from tertium.model.comparison import Comparison, Row
from tertium.model.dates import Date, Interval
from tertium.model.schema import QualifierRole
from tertium.model.statement import Qualifier, Statement
from tertium.model.values import Entity, NoValue, Quantity, SomeValue, Value
from tertium.model.verdict import CellState, Relation
from tertium.narrate.languages.en.dates import say_date, say_interval, say_years
from tertium.narrate.languages.en.values import say_number, say_quantity, say_value, short
from tertium.narrate.languages.en.words import say_list

__all__ = [
    "STATES",
    "is_contested",
    "say_agreement",
    "say_briefly",
    "say_circumstances",
    "say_dispute",
    "say_label",
    "say_measure",
    "say_title",
    "say_way",
]

STATES: Final = {
    CellState.VALUE: "stated",
    CellState.NONE: "none (stated)",
    CellState.UNKNOWN: "unknown (stated)",
    CellState.NOT_APPLICABLE: "not applicable",
    CellState.NOT_STATED: "not recorded",
}
"""What stands in a cell without values. A cell is never empty."""

_CIRCUMSTANCES: Final = {
    QualifierRole.AS: "as",
    QualifierRole.OF: "of",
    QualifierRole.WORK: "in",
    QualifierRole.PLACE: "in",
    QualifierRole.REPLACES: "succeeding",
    QualifierRole.REPLACED_BY: "succeeded by",
    QualifierRole.CAUSE: "because of",
    QualifierRole.HOLDER: "according to",
}
_SEEN: Final = 20
_BOUNDS: Final = {QualifierRole.LOWER: "at least", QualifierRole.UPPER: "at most"}
_DATED_BOUNDS: Final = {QualifierRole.LOWER: "not before", QualifierRole.UPPER: "not after"}


def say_title(comparison: Comparison) -> str:
    """Return the title of a page, with the day of which it speaks."""
    moment = comparison.moment
    return f"{comparison.title}{f', as of {say_date(moment.date)}' if moment else ''}"


def say_label(value: Value) -> str:
    """Return a value as it stands in a table, where labels need no article."""
    match value:
        case NoValue():
            return STATES[CellState.NONE]
        case SomeValue():
            return STATES[CellState.UNKNOWN]
        case _:
            return say_value(value)


def say_measure(row: Row) -> str:
    """Return how quantities are to each other, or why that cannot be told; empty otherwise."""
    if row.measure is None or row.measure.incomparable:
        return row.measure.incomparable if row.measure else ""
    found = row.measure.quantities
    if found is None or not found.difference or row.relation is Relation.SAME:
        return ""
    amount = Quantity(amount=short(found.difference), unit_label=gap_unit(found.unit_label))
    words = f"difference: {say_quantity(amount)}"
    if found.telling is not None:
        words = f"{say_number(short(found.telling))} times as much"
    days = dict.fromkeys(say_date(day) if day else "no date" for day in found.dates)
    return f"{words} ({', '.join(days)})" if any(found.dates) else words


def say_circumstances(statement: Statement) -> str:
    """Return when, as what and according to whom, to be set right after the value."""
    if not statement.qualifiers:
        return ""
    years = _say_time(statement.interval)
    roles = [_say_role(statement, role, word=word) for role, word in _CIRCUMSTANCES.items()]
    bounds = [_say_bound(statement, role) for role in _bounds(statement)]
    others = [_say_other(q) for q in statement.qualifiers if q.predicate.role is None]
    phrases = "".join(f", {phrase}" for phrase in (*bounds, *roles, *others) if phrase)
    return (f" ({years})" if years else "") + phrases


def say_way(statement: Statement, row: Row) -> str:
    """Return how a value is stated, where it is not by the property of the row, nor its label."""
    if statement.turned is not None:
        symmetric = statement.turned.label == row.predicate.label
        return " (stated of it)" if symmetric else f" (stated of it: {statement.turned.label})"
    same = statement.predicate.label == row.predicate.label
    return "" if same else f" (stated as {statement.predicate.label})"


def say_agreement(statement: Statement, before: Iterable[Statement]) -> str:
    """Return that a value is one which stands before it, written otherwise or less exactly.

    Only of the first values of a cell, which are those that a reader sees.
    """
    value = statement.value
    for other in (one.value for one in islice(before, _SEEN) if one.value != value):
        if isinstance(value, Date) and isinstance(other, Date) and coincide(value, other):
            return " (the same, less exactly)" if value.precision < other.precision else ""
        if isinstance(value, Quantity) and isinstance(other, Quantity) and agree(value, other):
            return " (the same)"
    return ""


def say_briefly(statement: Statement) -> str:
    """Return property and value of a statement, with its dates in full."""
    time = say_interval(statement.interval)
    said = f"{statement.predicate.label}: {say_label(statement.value)}"
    return f"{said}, {time}" if time else said


def say_dispute(statement: Statement) -> str:
    """Return by whom and where a statement is contested, to follow that word.

    A work whose label names its author needs no second mention of the author.
    """
    by = _say_role(statement, QualifierRole.DISPUTED_BY, word=" by")
    place = _say_role(statement, QualifierRole.DISPUTED_IN, word=" in")
    names = [agent.label for agent in statement.entities(QualifierRole.DISPUTED_BY)]
    if place and all(name in place for name in names):
        return place
    return by + place or ": another value is stated"


def is_contested(statement: Statement, row: Row) -> bool:
    """Return whether somebody disputes the statement, or a rival of it is stated."""
    return statement.contested or statement.iri in row.contested


def _say_time(interval: Interval) -> str:
    if interval.start and interval.start == interval.end:
        return say_date(interval.start)
    return say_years(interval)


def _bounds(statement: Statement) -> tuple[QualifierRole, ...]:
    # A quantity says its bounds itself.
    return () if isinstance(statement.value, Quantity) else tuple(_BOUNDS)


def _say_bound(statement: Statement, role: QualifierRole) -> str:
    words = _DATED_BOUNDS if statement.date(role) else _BOUNDS
    return _say_role(statement, role, word=words[role])


def _say_role(statement: Statement, role: QualifierRole, *, word: str) -> str:
    values = tuple(_in_text(value) for value in statement.qualified(role))
    return f"{word} {say_list(values)}" if values else ""


def _say_other(qualifier: Qualifier) -> str:
    return f"{qualifier.predicate.label}: {say_label(qualifier.value)}"


def _in_text(value: Value) -> str:
    return value.prose if isinstance(value, Entity) else say_label(value)
