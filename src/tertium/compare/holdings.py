"""Who has what: the distinct values of a row, each with its holders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tertium.compare.equality import Twins, canonical, equal, inexact
from tertium.compare.labels import label
from tertium.compare.nearness import Nearness
from tertium.compare.quantity import width
from tertium.model.comparison import Cell
from tertium.model.dates import Date, Precision
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value

__all__ = ["Holding", "apart", "fineness", "holdings", "jaccard"]

_Said = Mapping[Value, Sequence[tuple[int, Statement]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A value, the positions of the cells which have it, and their statements.

    `key` is the canonical value and `shown` a statement of it; `sides` are the statements of an
    equal value, holder by holder.
    """

    key: Value
    shown: Statement
    holders: tuple[int, ...]
    sides: tuple[tuple[Statement, ...], ...]

    @property
    def value(self) -> Value:
        """The value as it is shown."""
        return self.shown.value

    @property
    def shared(self) -> bool:
        """Whether two or more comparands have it."""
        return len(self.holders) > 1

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all holders."""
        return tuple(statement for side in self.sides for statement in side)

    def entities(self, cells: Sequence[Cell]) -> tuple[Iri, ...]:
        """Return who has it, in the order of the cells."""
        return tuple(cells[position].entity for position in self.holders)


def holdings(cells: Iterable[Cell], known: Twins) -> tuple[Holding, ...]:
    """Return the distinct values of a row, the most widely held first.

    A comparand holds a value when it has an equal one. Of equal values with the same holders only
    the coarsest is kept: "1878" for 1878 and 18 December 1878.
    """
    said: dict[Value, list[tuple[int, Statement]]] = {}
    for position, cell in enumerate(cells):
        for statement in cell.statements:
            if statement.positive:
                key = canonical(statement.value, known)
                said.setdefault(key, []).append((position, statement))
    nearness = Nearness.of(key for key in said if inexact(key))
    kept: dict[Value, Holding] = {}
    for holding in sorted((_holding(key, said, nearness) for key in said), key=_place):
        if not _repeats(holding, kept, nearness):
            kept[holding.key] = holding
    return tuple(kept.values())


def apart(held: Iterable[Holding]) -> tuple[Holding, ...]:
    """Return values of which nobody can say that two comparands have them in common."""
    return tuple(
        replace(holding, holders=(holder,), sides=(side,))
        for holding in held
        for holder, side in zip(holding.holders, holding.sides, strict=True)
    )


def jaccard(held: Sequence[Holding], count: int) -> float:
    """Return the share of values which all of `count` comparands hold.

    Formula: size of the intersection by size of the union (Jaccard 1901), of two or more sets.
    """
    return sum(len(holding.holders) == count for holding in held) / len(held)


def _holding(key: Value, said: _Said, nearness: Nearness) -> Holding:
    keys = [one for one in nearness.near(key) if equal(key, one)] if inexact(key) else [key]
    sides: dict[int, list[Statement]] = {}
    for position, statement in sorted((p for k in keys for p in said[k]), key=_by_cell):
        sides.setdefault(position, []).append(statement)
    return Holding(
        key=key,
        shown=min((statement for _, statement in said[key]), key=lambda s: s.iri),
        holders=tuple(sides),
        sides=tuple(map(tuple, sides.values())),
    )


def _by_cell(pair: tuple[int, Statement]) -> tuple[int, Iri]:
    return (pair[0], pair[1].iri)


def _place(holding: Holding) -> tuple[int, Fraction | int, str, Iri]:
    shown = holding.shown
    return (-len(holding.holders), -fineness(holding.key), label(shown.value), shown.iri)


def fineness(value: Value) -> Fraction | int:
    """Return a key which puts the finest of dates and quantities first."""
    match value:
        case Date():
            return -(min(value.precision, Precision.YEAR) if value.loose else value.precision)
        case Quantity():
            return width(value)
        case _:
            return 0


def _repeats(holding: Holding, kept: Mapping[Value, Holding], nearness: Nearness) -> bool:
    if not inexact(holding.key):
        return False
    others = (kept[one] for one in nearness.near(holding.key) if one in kept)
    return any(
        other.holders == holding.holders and equal(other.key, holding.key) for other in others
    )
