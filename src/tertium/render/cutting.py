"""Cells cut to a number of values, so that no page grows without bound."""

from dataclasses import dataclass, replace

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.terms import Iri

__all__ = ["Cut", "cut", "cuts"]


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


def _row(row: Row, most: int) -> Row:
    if all(len(cell.shown) <= most for cell in row.cells):
        return row
    return replace(row, cells=tuple(_cell(cell, most) for cell in row.cells))


def _cell(cell: Cell, most: int) -> Cell:
    counted = cell.statements[:most]
    return replace(cell, statements=counted, others=cell.others[: most - len(counted)])
