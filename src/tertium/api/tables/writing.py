"""A table as it is written back: as it was read, with columns added."""

import csv
from collections.abc import Iterable
from typing import TextIO

from tertium.api.tables.columns import name_beside
from tertium.api.tables.dialects import Dialect
from tertium.api.tables.reading import Row, Table
from tertium.render.spreadsheet import disarmed

__all__ = ["TableWriter"]


class TableWriter:
    """Writes rows of a table with more cells, in the dialect in which they were read.

    What was read is written as it was; cells which are added cannot start a formula. Where
    quotation marks mean nothing, separators and ends of lines within added cells become blanks.
    """

    def __init__(
        self, text: TextIO, table: Table, *, added: Iterable[str], dialect: Dialect | None = None
    ) -> None:
        """Write the head of a table, unless it had none, with the names of the added columns."""
        dialect = dialect or table.dialect
        self._quoted = dialect.quoted
        delimiter = dialect.delimiter or ","
        self._blanks = str.maketrans(dict.fromkeys((delimiter, "\r", "\n"), " "))
        self._writer = csv.writer(
            _Lines(text, dialect.newline),
            delimiter=delimiter,
            quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
            quotechar='"' if dialect.quoted else None,
        )
        names = list(table.columns)
        for name in added:
            names.append(name_beside(names, name))
        text.write("\ufeff" * dialect.marked)
        if table.headed:
            self._write(names)

    def write(self, row: Row, added: Iterable[str]) -> None:
        """Write a row with its added cells; what it had beyond its columns comes after them."""
        self._write((*row.cells.values(), *disarmed(tuple(added)), *row.extra))

    def _write(self, cells: Iterable[str]) -> None:
        told = cells if self._quoted else (cell.translate(self._blanks) for cell in cells)
        self._writer.writerow(told)


class _Lines:
    """Ends lines as wanted; the writer quotes both signs of an end only when it writes both."""

    def __init__(self, text: TextIO, newline: str) -> None:
        self._text = text
        self._newline = newline

    def write(self, line: str) -> None:
        self._text.write(line.removesuffix("\r\n") + self._newline)
