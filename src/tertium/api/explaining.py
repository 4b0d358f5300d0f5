"""Why the rows of a page have their salience, with the names of the classes it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.api.page import Page
    from tertium.model.comparison import Row
    from tertium.model.terms import Iri
    from tertium.queries.reader import Reader
    from tertium.queries.reading.names import Names

__all__ = ["explained"]


def explained(page: Page, reader: Reader) -> Page:
    """Return a page that gives reasons."""
    names = reader.names(sorted({kind for row in page.rows for kind in _kinds(row) if kind}))
    rows = tuple(_explained(row, names) for row in page.rows)
    asked = replace(page.comparison.graph, failed=reader.failed)  # perhaps only just now
    return replace(page, comparison=replace(page.comparison, rows=rows, graph=asked))


def _explained(row: Row, names: Names) -> Row:
    if row.explanation is None:
        return row
    kinds = tuple(names.entity(kind) if kind else None for kind in _kinds(row))
    return replace(row, explanation=replace(row.explanation, kinds=kinds))


def _kinds(row: Row) -> Iterator[Iri | None]:
    told = () if row.explanation is None else row.explanation.told
    return (None if one is None else one.kind for one in told)
