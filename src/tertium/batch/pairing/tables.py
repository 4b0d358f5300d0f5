"""Pairs in a table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain, islice
from typing import TYPE_CHECKING

from tertium.api.tables import TableForm, open_table
from tertium.batch.pairing.sources import apart
from tertium.errors import AmbiguousEntityError, TertiumError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tertium.api import KnowledgeGraph
    from tertium.batch.pairing.sources import Asked

__all__ = ["OfTable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfTable:
    """The rows of a table: CSV, TSV, packed or not; what some columns have is compared.

    Without `columns`, all of them are; unless `headed` is given, the first line is the head of the
    table if it names nothing that is in the graph: then `left_out` is told of it.
    """

    path: str | Path
    columns: Sequence[str] = ()
    headed: bool | None = None
    form: TableForm = field(default_factory=TableForm)
    left_out: Callable[[Sequence[str]], None] | None = None

    @property
    def asked(self) -> Asked:
        """Nothing: the table is read each time."""
        return {}

    def named(self, graph: KnowledgeGraph) -> Iterator[tuple[str, ...]]:
        """Yield what the rows have, once.

        Raises:
            BadFileError: when the file is no table.
            SourceUnavailableError: when it cannot be read.
            UnknownColumnError: when it has no such column.

        """
        headed = bool(self.columns) if self.headed is None else self.headed
        with open_table(self.path, replace(self.form, headed=headed)) as table:
            chosen = [table.column(one) for one in self.columns] or list(table.columns)
            rows = ([row.cells[one] for one in chosen] for row in table)
            doubtful = int(self.headed is None and not headed)
            first = [one for one in islice(rows, doubtful) if self._is_pair(one, graph)]
            yield from apart(chain(first, rows), graph)

    def _is_pair(self, cells: Sequence[str], graph: KnowledgeGraph) -> bool:
        known = _names_something(cells, graph)
        if not known and self.left_out:
            self.left_out(cells)
        return known


def _names_something(cells: Sequence[str], graph: KnowledgeGraph) -> bool:
    return any(_is_known(cell.strip(), graph) for cell in cells)


def _is_known(name: str, graph: KnowledgeGraph) -> bool:
    try:
        return bool(name and graph.resolve(name))
    except TertiumError as error:
        return isinstance(error, AmbiguousEntityError)
