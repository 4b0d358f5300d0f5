"""Review files: read, saved after every decision, and what a graph says of the things in them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertium.errors import (
    BadFileError,
    BadTermError,
    EntityError,
    SourceUnavailableError,
    UnwritableError,
)
from tertium.linking.mappings import MappingTable
from tertium.render.wording import say_label
from tertium.store.loading.mappings import curie_map, expanded

if TYPE_CHECKING:
    from tertium.api.graph import KnowledgeGraph
    from tertium.model.comparison import Row
    from tertium.model.terms import Iri

__all__ = ["address", "facts", "read_review", "save_review"]

_FACTS: Final = 4
_VALUES: Final = 2


def read_review(path: str | Path) -> MappingTable:
    """Return the table of mappings in a file.

    Raises:
        SourceUnavailableError: when the file cannot be read.
        BadFileError: when it is no table of mappings (SSSOM), with the line.

    """
    try:
        text = Path(path).read_bytes().decode()
    except UnicodeDecodeError as error:
        raise BadFileError(str(path), None, f"no UTF-8: {error.reason}") from error
    except OSError as error:
        raise SourceUnavailableError(str(path), error.strerror or str(error)) from error
    return MappingTable.parse(text, str(path))


def save_review(table: MappingTable, path: str | Path) -> None:
    """Write a table in place of the one before; whoever reads meanwhile sees either whole.

    Raises:
        UnwritableError: when it cannot be written.

    """
    file = Path(path).resolve()
    fresh = file.with_name(f"{file.name}.new")
    try:
        with fresh.open("w", encoding="utf-8", newline="") as content:
            content.write(table.text)
            content.flush()
            os.fsync(content.fileno())
        fresh.replace(file)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UnwritableError(str(path), error.strerror or str(error)) from error


def address(reference: str, table: MappingTable) -> Iri | None:
    """Return the IRI of which a table gives the short form, if it gives one."""
    try:
        return expanded(reference, curie_map(table.head))
    except BadTermError:
        return None


def facts(graph: KnowledgeGraph, reference: str, table: MappingTable) -> tuple[str, ...]:
    """Return what tells best which thing it is that a table names, as a graph states it."""
    iri = address(reference, table)
    if iri is None:
        return ()
    try:
        page = graph.describe(iri)
    except EntityError:
        return ()
    stated = (row for row in page.rows if row.cells[0].statements)
    lines = map(_line, sorted(stated, key=_place)[:_FACTS])
    return (*filter(None, (page.entities[0].description,)), *lines)


def _place(row: Row) -> tuple[bool, bool, float]:
    """Return where a row stands: how a thing began and ended tells best which one it is."""
    return not row.predicate.begins, not row.predicate.ends, -row.salience


def _line(row: Row) -> str:
    values = [say_label(one.value) for one in row.cells[0].statements]
    more = ["…"] * (len(values) > _VALUES)
    return f"{row.predicate.label}: {', '.join((*values[:_VALUES], *more))}"
