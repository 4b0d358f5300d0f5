"""The values which a page shows, one a line, with their parts: what its tables are made of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.dates import Date, Precision
from tertium.model.statement import Statement
from tertium.model.values import Coordinate, Quantity
from tertium.render.json_values import iso_date, key_of, value_json
from tertium.render.wording import is_contested, say_label

__all__ = ["COLUMNS", "Field", "Told", "told"]

Field = str | float | bool | None
COLUMNS: Final[Mapping[str, str]] = {
    "entity": "string",
    "entity_label": "string",
    "property": "string",
    "property_label": "string",
    "value": "string",
    "key": "string",
    "type": "category",
    "amount": "Float64",
    "unit": "string",
    "year": "Int64",
    "month": "Int64",
    "day": "Int64",
    "latitude": "Float64",
    "longitude": "Float64",
    "rank": "category",
    "counted": "bool",
    "contested": "bool",
    "start": "string",
    "end": "string",
    "statement": "string",
    "sources": "Int64",
}
"""The columns with their kinds, as pandas calls them."""


def told(comparison: Comparison) -> Iterator["Told"]:
    """Yield each value that the page shows, row by row."""
    labels = {description.iri: description.label for description in comparison.entities}
    for row in comparison.rows:
        for cell in row.cells:
            for statement in cell.shown:
                yield Told(labels[cell.entity], row, cell, statement)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in its place on the page."""

    entity: str
    row: Row
    cell: Cell
    statement: Statement

    @property
    def fields(self) -> tuple[Field, ...]:
        """What stands in the columns."""
        return (*self._head, *_parts(self.statement), *self._tail)

    @property
    def _head(self) -> tuple[Field, ...]:
        predicate, value = self.row.predicate, self.statement.value
        return (
            *(self.cell.entity, self.entity, predicate.iri, predicate.label),
            *(say_label(value), key_of(value) or None, str(value_json(value)["type"])),
        )

    @property
    def _tail(self) -> tuple[Field, ...]:
        told, interval = self.statement, self.statement.interval
        return (
            told.rank.value,
            told in self.cell.statements,
            is_contested(told, self.row),
            *(iso_date(date) if date else None for date in (interval.start, interval.end)),
            told.iri,
            len({reference.source.iri for reference in told.references}),
        )


def _parts(statement: Statement) -> tuple[Field, ...]:
    """Return amount, unit, year, month, day, latitude and longitude, where there are any."""
    match statement.value:
        case Quantity(amount=amount, unit=unit, unit_label=label):
            return (float(amount), label or unit, None, None, None, None, None)
        case Date(year=year, month=month, day=day, precision=precision):
            month = month if precision >= Precision.MONTH else None
            day = day if precision >= Precision.DAY else None
            return (None, None, year, month, day, None, None)
        case Coordinate(latitude=latitude, longitude=longitude):
            return (None, None, None, None, None, float(latitude), float(longitude))
        case _:
            return (None,) * 7
