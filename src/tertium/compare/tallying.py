"""How a row is spread over many comparands: who has which value, from where to where."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median
from typing import Final

from tertium.compare.holdings import Holding
from tertium.model.comparison import Cell
from tertium.model.dates import Date, Precision
from tertium.model.tally import Group, Spread, Tally
from tertium.model.terms import Iri
from tertium.model.values import Quantity, Value
from tertium.model.verdict import CellState

__all__ = ["tally"]

_FEWEST: Final = 3
"""Of two there is nothing to count."""
_FENCED: Final = 5
"""So many values have quartiles worth the name."""
_FENCE: Final = Decimal("1.5")
_Point = tuple[Decimal, Group]


def tally(cells: Sequence[Cell], held: Sequence[Holding]) -> Tally | None:
    """Return how the values of three or more comparands are spread; `None` of fewer."""
    if len(cells) < _FEWEST:
        return None
    groups = tuple(Group(value=one.value, holders=one.entities(cells)) for one in held)
    having = sum(cell.state is CellState.VALUE for cell in cells)
    return Tally(groups=groups, having=having, spread=_spread(groups, having))


def _spread(groups: Sequence[Group], having: int) -> Spread | None:
    points = sorted(_points(groups), key=_place)
    if having < _FEWEST or len(points) < len(groups):
        return None
    sole = sum(len(group.holders) for group in groups) == having
    return Spread(
        least=points[0][1],
        greatest=points[-1][1],
        median=_middle(points) if sole else None,
        far=_far(points) if sole else (),
    )


def _points(groups: Iterable[Group]) -> Iterable[_Point]:
    """Yield the groups whose values lie on one line: dates, or quantities of one unit."""
    first: Value | None = None
    for group in groups:
        first = group.value if first is None else first
        match group.value, first:
            case (Date() as date, Date()) if date.precision >= Precision.YEAR:
                yield (_on_line(date), group)
            case (Quantity() as amount, Quantity() as known) if amount.unit == known.unit:
                yield (amount.amount, group)


def _on_line(date: Date) -> Decimal:
    """Return a date as a number which grows with time; months and days are of equal length."""
    _, month, day = date.key
    return Decimal(date.year) + (Decimal(max(month, 1) - 1) + Decimal(max(day, 1) - 1) / 31) / 12


def _place(point: _Point) -> tuple[Decimal, tuple[Iri, ...]]:
    return (point[0], point[1].holders)


def _middle(points: Sequence[_Point]) -> Value | None:
    """Return the median; of an even number of dates there is none."""
    each = [point for point in points for _ in point[1].holders]
    low, high = each[(len(each) - 1) // 2][1].value, each[len(each) // 2][1].value
    if low == high:
        return low
    if isinstance(low, Quantity) and isinstance(high, Quantity):
        return replace(low, amount=(low.amount + high.amount) / 2, lower=None, upper=None)
    return None


def _far(points: Sequence[_Point]) -> tuple[Group, ...]:
    """Return what lies more than 1.5 times the distance of the hinges beyond them (Tukey 1977)."""
    each = [position for position, group in points for _ in group.holders]
    if len(each) < _FENCED:
        return ()
    half = (len(each) + 1) // 2
    low, high = median(each[:half]), median(each[-half:])
    reach = _FENCE * (high - low)
    return tuple(group for at, group in points if not low - reach <= at <= high + reach)
