"""A comparison as lines of a spreadsheet: one per entity, property and value."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from typing import Final

from tertium.model.comparison import Cell, Comparison, Row
from tertium.model.statement import Reference, Statement
from tertium.render.json_values import iso_date, key_of
from tertium.render.wording import STATES, is_contested, say_label

__all__ = ["COLUMNS", "disarmed", "spreadsheet"]

COLUMNS: Final = (
    "entity",
    "entity_label",
    "property",
    "property_label",
    "facet",
    "relation",
    "state",
    "value",
    "value_label",
    "start",
    "end",
    "qualifiers",
    "rank",
    "contested",
    "statement",
    "sources",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet(comparison: Comparison, *, delimiter: str) -> str:
    """Return the lines, separated; no cell can start a formula.

    A cell without statements still has its line, so that the state is never lost. Lines end as
    RFC 4180 wants it. A transposed comparison has one line per entity, one column per property.
    """
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    if comparison.transposed:
        writer.writerows(map(disarmed, _wide(comparison)))
        return text.getvalue()
    writer.writerow(COLUMNS)
    labels = [description.label for description in comparison.entities]
    for row in comparison.rows:
        for cell, label in zip(row.cells, labels, strict=True):
            writer.writerows(map(disarmed, _lines(row, cell, label=label)))
    return text.getvalue()


def _wide(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    """Yield a line per entity; columns whose label is not the only one have the IRI after it."""
    seen = Counter(row.predicate.label for row in comparison.rows)
    named = (row.predicate for row in comparison.rows)
    heads = (one.label if seen[one.label] == 1 else f"{one.label} <{one.iri}>" for one in named)
    yield (*COLUMNS[:2], *heads)
    for place, one in enumerate(comparison.entities):
        yield (one.iri, one.label, *(_words(row.cells[place]) for row in comparison.rows))


def _words(cell: Cell) -> str:
    if not cell.shown:
        return STATES[cell.state]
    return "; ".join(say_label(statement.value) for statement in cell.shown)


def _lines(row: Row, cell: Cell, *, label: str) -> Iterator[tuple[str, ...]]:
    predicate = row.predicate
    subject = (cell.entity, label, predicate.iri, predicate.label, row.facet.label)
    head = (*subject, row.relation.value, cell.state.value)
    yield from ((*head, *_stated(statement, row)) for statement in cell.shown)
    if not cell.shown:
        yield (*head, *[""] * (len(COLUMNS) - len(head)))


def _stated(statement: Statement, row: Row) -> tuple[str, ...]:
    interval = statement.interval
    return (
        key_of(statement.value),
        say_label(statement.value),
        iso_date(interval.start) if interval.start else "",
        iso_date(interval.end) if interval.end else "",
        "; ".join(f"{q.predicate.label}: {say_label(q.value)}" for q in statement.qualifiers),
        statement.rank.value,
        str(is_contested(statement, row)).lower(),
        statement.iri,
        "; ".join(_source(reference) for reference in statement.references),
    )


def _source(reference: Reference) -> str:
    place = f", {reference.locator}" if reference.locator else ""
    return f"{reference.source.label}{place} <{reference.source.iri}>"


def disarmed(line: tuple[str, ...]) -> tuple[str, ...]:
    """Return cells of which none can start a formula."""
    return tuple(f"'{field}" if field.startswith(_FORMULA) else field for field in line)
