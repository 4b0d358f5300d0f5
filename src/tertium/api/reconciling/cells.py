"""Values as the cells of a column, of the kinds that the protocol has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING

from tertium.model.dates import Date, Precision
from tertium.model.values import Entity, Quantity, Text, Value
from tertium.render.json_values import iso_date, key_of
from tertium.render.wording import say_label

if TYPE_CHECKING:
    from tertium.api.reconciling.spaces import Space

__all__ = ["Cell", "CellKind", "Content", "cell_of"]


class Content(Enum):
    """How an entity among the values is given: to be reconciled, or as its identifier or name."""

    ENTITY = "entity"
    ID = "id"
    LITERAL = "literal"


class CellKind(Enum):
    """What a cell holds, as the protocol calls it."""

    ENTITY = "id"
    TEXT = "str"
    NUMBER = "float"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a column; of an entity, `name` is what it is called."""

    kind: CellKind
    value: str | float
    name: str = ""
    language: str = ""


def cell_of(value: Value, content: Content, space: Space) -> Cell:
    """Return a value in a cell."""
    match value:
        case Entity():
            return _entity_cell(value, content, space)
        case Date():
            return _date_cell(value)
        case Quantity() if isfinite(float(value.amount)):
            return Cell(CellKind.NUMBER, float(value.amount))
        case Text():
            return Cell(CellKind.TEXT, value.text, language=value.language)
        case _:
            return Cell(CellKind.TEXT, key_of(value))


def _entity_cell(value: Entity, content: Content, space: Space) -> Cell:
    match content:
        case Content.ENTITY:
            return Cell(CellKind.ENTITY, space.brief(value.iri), value.label, value.language)
        case Content.ID:
            return Cell(CellKind.TEXT, space.brief(value.iri))
        case _:
            return Cell(CellKind.TEXT, value.label, language=value.language)


def _date_cell(value: Date) -> Cell:
    """Return a date if it is one to the day; the protocol has none that are less exact."""
    if value.precision is Precision.DAY and not value.loose:
        return Cell(CellKind.DATE, f"{iso_date(value)}T00:00:00Z")
    exact = value.precision >= Precision.YEAR and not value.loose
    return Cell(CellKind.TEXT, iso_date(value) if exact else say_label(value))
