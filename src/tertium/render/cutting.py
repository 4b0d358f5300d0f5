"""Cells cut to a number of values, so that no page grows without bound."""

from dataclasses import dataclass, replace
from typing import Final

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.terms import Iri

__all__ = ["Cut", "cut", "cuts", "readable"]

_STEPS: Final = (100, 50, 20, 10, 6)
_READ: Final = 2_000
"""So many values on one page are more than anybody reads; each takes about a kilobyte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A cell of which not all statements are given."""

    predicate: Iri
    entity: Iri
    shown: int
    total: int


def cut(comparison: Comparison, *, most: int) -> Comparison:
    """Return the comparison with the first `most` statements of each cell."""
    return replace(comparison, rows=tuple(_row(row, most) for row in comparison.rows))


def cuts(comparison: Comparison, *, most: int) -> tuple[Cut, ...]:
    """Return the cells which `cut` would cut."""
    return tuple(
        Cut(predicate=row.predicate.iri, entity=cell.entity, shown=most, total=len(cell.shown))
        for row in comparison.rows
        for cell in row.cells
        if len(cell.shown) > most
    )


def readable(comparison: Comparison) -> int:
    """Return how many values of a cell a page for reading has; the document has more.

    It is a hundred; where many are compared it is fewer, so that the page does not grow with them,
    but never so few that none would be folded away.
    """
    sizes = [len(cell.shown) for row in comparison.rows for cell in row.cells]
    fitting = (most for most in _STEPS if sum(min(size, most) for size in sizes) <= _READ)
    return next(fitting, _STEPS[-1])


def _row(row: Row, most: int) -> Row:
    if all(len(cell.shown) <= most for cell in row.cells):
        return row
    return replace(row, cells=tuple(_cell(cell, most) for cell in row.cells))


def _cell(cell: Cell, most: int) -> Cell:
    counted = cell.statements[:most]
    return replace(cell, statements=counted, others=cell.others[: most - len(counted)])
