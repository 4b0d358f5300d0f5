"""A comparison as tables of pandas, with the same columns and kinds whatever it holds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import pandas as pd

from tertium.api.valued import COLUMNS, Field, told
from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.statement import Rank
from tertium.model.terms import Iri
from tertium.model.verdict import CellState, Relation
from tertium.render.wording import STATES, say_label

__all__ = ["rows", "values"]

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
"""The columns of the table of rows with their kinds; there is one for each comparand, too."""


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
    found = _frame([one.fields for one in told(comparison)], COLUMNS)
    found["rank"] = found["rank"].cat.set_categories(_RANKS)
    found["type"] = found["type"].cat.set_categories(_TYPES)
    return found


def _frame(lines: Sequence[Sequence[Field]], kinds: Mapping[str, str]) -> pd.DataFrame:
    columns = {
        name: pd.Series([line[place] for line in lines], dtype=kind)
        for place, (name, kind) in enumerate(kinds.items())
    }
    return pd.DataFrame(columns)


def _distinct(names: Sequence[_Name], *, taken: Iterable[str] = ()) -> list[str]:
    seen = Counter([*taken, *(label for label, _ in names)])
    return [label if seen[label] == 1 else f"{label} <{iri}>" for label, iri in names]


def _row(row: Row) -> tuple[Field, ...]:
    head = (row.predicate.iri, row.facet.label, row.relation.value)
    return (*head, row.salience, bool(row.contested), *map(_words, row.cells))


def _words(cell: Cell) -> str | None:
    if cell.statements:
        return "; ".join(say_label(statement.value) for statement in cell.statements)
    return None if cell.state is CellState.NOT_STATED else STATES[cell.state]
