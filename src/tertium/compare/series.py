"""Amounts that change: which of many are set against each other.

A population, a product, a membership is stated for many years. Those of the same year are
comparable, the first of one and the last of another are not.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tertium.compare.quantity import agree
from tertium.model.comparison import Cell
from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Quantity
from tertium.model.verdict import CellState

__all__ = ["Chosen", "chosen", "date_of", "latest"]

_MANY: Final = 3
"""More undated amounts than these are a series of which the dates are lost."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The cells as they are judged, and why their amounts cannot be if so.

    `dates` says, by entity, when the amounts were true; it is empty where nothing was chosen.
    """

    cells: tuple[Cell, ...]
    dates: Mapping[Iri, Date | None]
    incomparable: str = ""


def chosen(cells: tuple[Cell, ...]) -> Chosen:
    """Return the amounts of the latest date which all cells have, or of the nearest dates.

    Cells without a value are left alone, as are rows in which no cell has several amounts.
    Several amounts without any date cannot be compared with anything.
    """
    stated = [cell for cell in cells if cell.state is CellState.VALUE]
    amounts = [_amounts(cell) for cell in stated]
    if len(stated) < 1 + (len(cells) > 1) or not all(amounts):
        return Chosen(cells, {})
    if any(_undated(group) for group in amounts):
        return Chosen(cells, {}, "not comparable: many values and no dates")
    if not any(len(_dated(group)) > 1 for group in amounts) or len(cells) == 1:
        return Chosen(cells, _sole_dates(stated))
    days = _nearest([_days(group) for group in amounts])
    picked = {cell.entity: day for cell, day in zip(stated, days, strict=True)}
    return Chosen(tuple(_at(cell, picked) for cell in cells), picked)


def latest(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return the amounts of the last date, and those without a date."""
    days = [day for day in map(date_of, statements) if day is not None]
    last = max(days, key=_key, default=None)
    return tuple(s for s in statements if _is_of(s, last) or date_of(s) is None)


def date_of(statement: Statement) -> Date | None:
    """Return when an amount was true, if it is stated for one date."""
    if not isinstance(statement.value, Quantity):
        return None
    interval = statement.interval
    return interval.start if interval.start == interval.end else None


def _amounts(cell: Cell) -> tuple[Statement, ...]:
    """Return the statements of a cell if all of its values are amounts."""
    positive = tuple(s for s in cell.statements if s.positive)
    return positive if all(isinstance(s.value, Quantity) for s in positive) else ()


def _dated(statements: Iterable[Statement]) -> list[Statement]:
    return [s for s in statements if date_of(s) is not None]


def _undated(statements: Sequence[Statement]) -> bool:
    """Return whether there are many different amounts which nothing tells apart."""
    if len(statements) <= _MANY or any(s.interval.start or s.interval.end for s in statements):
        return False
    kept: list[Quantity] = []
    for value in (s.value for s in statements if isinstance(s.value, Quantity)):
        if len(kept) <= _MANY and not any(agree(value, one) for one in kept):
            kept.append(value)
    return len(kept) > _MANY


def _sole_dates(cells: Iterable[Cell]) -> Mapping[Iri, Date | None]:
    dates = {cell.entity: next(map(date_of, _amounts(cell)), None) for cell in cells}
    return dates if any(dates.values()) else {}


def _days(statements: Iterable[Statement]) -> tuple[Date, ...]:
    """Return the dates of a series, in their order."""
    days = dict.fromkeys(day for day in map(date_of, statements) if day is not None)
    return tuple(sorted(days, key=_key))


def _nearest(series: Sequence[tuple[Date, ...]]) -> tuple[Date | None, ...]:
    """Return a date of each series: those nearest together, and of such the last.

    What has no date at all takes part with `None`.
    """
    choices = [tuple(_closest(day, days) for days in series) for days in series for day in days]
    return min(choices, key=lambda one: (_spread(one), [-day.year for day in one if day]))


def _closest(day: Date, days: Sequence[Date]) -> Date | None:
    """Return the nearest of dates that are sorted; of two as near, the later."""
    place = bisect_left(days, day.key, key=_key)
    near = days[max(0, place - 1) : place + 1]
    return min(near, key=lambda other: (abs(day.year - other.year), -other.year), default=None)


def _spread(days: Iterable[Date | None]) -> int:
    years = [day.year for day in days if day is not None]
    return max(years) - min(years)


def _at(cell: Cell, picked: Mapping[Iri, Date | None]) -> Cell:
    """Return a cell with the amounts of one date only; without dates, with all of them."""
    day = picked.get(cell.entity)
    if day is None:
        return cell
    return replace(cell, statements=tuple(s for s in cell.statements if _is_of(s, day)))


def _is_of(statement: Statement, day: Date | None) -> bool:
    own = date_of(statement)
    return own is not None and day is not None and own.key == day.key


def _key(date: Date) -> tuple[int, int, int]:
    return date.key
