"""A comparison as tables of pandas, with the same columns and kinds whatever it holds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.dates import Date, Precision
from tertium.model.statement import Rank, Statement
from tertium.model.terms import Iri
from tertium.model.values import Coordinate, Quantity
from tertium.model.verdict import CellState, Relation
from tertium.render.json_values import iso_date, key_of, value_json
from tertium.render.wording import STATES, is_contested, say_label

__all__ = ["rows", "values"]

_Field = str | float | bool | None
_Name = tuple[str, Iri]
_RANKS: Final = [rank.value for rank in Rank]
_TYPES: Final = [
    *("entity", "text", "date", "quantity", "coordinate", "identifier", "iri"),
    *("none", "unknown"),
]
_RELATIONS: Final = [relation.value for relation in Relation]
_ROW: Final[Mapping[str, str]] = {
    "iri": "string",
    "facet": "category",
    "relation": "category",
    "salience": "float64",
    "contested": "bool",
}
_VALUE: Final[Mapping[str, str]] = {
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
"""The columns of each table with their kinds."""


def rows(comparison: Comparison) -> pd.DataFrame:
    """Return a row for each property, by its label, with a column for each comparand.

    A cell has the values which count, in words; what is not recorded is missing. A label that two
    properties, comparands or columns share is followed by the IRI.
    """
    named = [(description.label, description.iri) for description in comparison.entities]
    kinds = {**_ROW, **dict.fromkeys(_distinct(named, taken=_ROW), "string")}
    found = _frame([_row(row) for row in comparison.rows], kinds)
    labels = [(row.predicate.label, row.predicate.iri) for row in comparison.rows]
    found.index = pd.Index(_distinct(labels), dtype="string", name="property")
    facets = dict.fromkeys(row.facet.label for row in comparison.rows)
    found["facet"] = found["facet"].cat.set_categories([*facets])
    found["relation"] = found["relation"].cat.set_categories(_RELATIONS)
    return found


def values(comparison: Comparison) -> pd.DataFrame:
    """Return a row for each value that the page shows, with its parts and its statement."""
    labels = {description.iri: description.label for description in comparison.entities}
    found = _frame(
        [
            _Told(labels[cell.entity], row, cell, statement).fields
            for row in comparison.rows
            for cell in row.cells
            for statement in cell.shown
        ],
        _VALUE,
    )
    found["rank"] = found["rank"].cat.set_categories(_RANKS)
    found["type"] = found["type"].cat.set_categories(_TYPES)
    return found


def _frame(lines: Sequence[Sequence[_Field]], kinds: Mapping[str, str]) -> pd.DataFrame:
    columns = {
        name: pd.Series([line[place] for line in lines], dtype=kind)
        for place, (name, kind) in enumerate(kinds.items())
    }
    return pd.DataFrame(columns)


def _distinct(names: Sequence[_Name], *, taken: Iterable[str] = ()) -> list[str]:
    seen = Counter([*taken, *(label for label, _ in names)])
    return [label if seen[label] == 1 else f"{label} <{iri}>" for label, iri in names]


def _row(row: Row) -> tuple[_Field, ...]:
    head = (row.predicate.iri, row.facet.label, row.relation.value)
    return (*head, row.salience, bool(row.contested), *map(_words, row.cells))


def _words(cell: Cell) -> str | None:
    if cell.statements:
        return "; ".join(say_label(statement.value) for statement in cell.statements)
    return None if cell.state is CellState.NOT_STATED else STATES[cell.state]


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement in its place on the page."""

    entity: str
    row: Row
    cell: Cell
    statement: Statement

    @property
    def fields(self) -> tuple[_Field, ...]:
        return (*self._head, *_parts(self.statement), *self._tail)

    @property
    def _head(self) -> tuple[_Field, ...]:
        predicate, value = self.row.predicate, self.statement.value
        return (
            *(self.cell.entity, self.entity, predicate.iri, predicate.label),
            *(say_label(value), key_of(value) or None, str(value_json(value)["type"])),
        )

    @property
    def _tail(self) -> tuple[_Field, ...]:
        told, interval = self.statement, self.statement.interval
        return (
            told.rank.value,
            told in self.cell.statements,
            is_contested(told, self.row),
            *(iso_date(date) if date else None for date in (interval.start, interval.end)),
            told.iri,
            len({reference.source.iri for reference in told.references}),
        )


def _parts(statement: Statement) -> tuple[_Field, ...]:
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
