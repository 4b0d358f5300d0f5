"""A table as it is read: its columns first, then row by row."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import TextIOWrapper
from itertools import chain, islice, zip_longest
from pathlib import Path
from typing import Final

from tertium.api.tables.columns import column_names, find_column
from tertium.api.tables.content import open_content
from tertium.api.tables.dialects import dialect_of, records
from tertium.api.tables.encodings import Encoding, encoding_of
from tertium.api.tables.lines import Lines
from tertium.errors import BadFileError
from tertium.store.loading.unpacking import CHUNK

__all__ = ["Row", "Table", "TableForm", "open_table"]

_LINES: Final = 200  # of which the dialect is told
_NAMED: Final = 5  # lines that a note names
_UNPAIRED: Final = (
    "its quotation marks do not pair, or enclose too much; "
    "where they are part of the words, say that the table is not quoted"
)


@dataclass(frozen=True, slots=True)
class TableForm:
    """What the user says of a table; what is nothing is told from its beginning."""

    encoding: str | None = None
    delimiter: str | None = None
    quoted: bool | None = None
    headed: bool = True


_TOLD: Final = TableForm()


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number from 1, the line where it begins, and its cells by column.

    A cell that is missing is empty; `extra` are those after the last column.
    """

    number: int
    line: int
    cells: Mapping[str, str]
    extra: tuple[str, ...] = ()


@dataclass(slots=True)
class _Ragged:
    """In which lines rows are not as wide as the first one: the first few, and how many."""

    first: list[int] = field(default_factory=list)
    count: int = 0

    def note(self, line: int) -> None:
        self.count += 1
        if self.count <= _NAMED:
            self.first.append(line)

    def told(self, what: str) -> Iterator[str]:
        if self.count:
            rows = "row has" if self.count == 1 else "rows have"
            lines = f"line{'s' * (self.count > 1)} {', '.join(map(str, self.first))}"
            yield f"{self.count} {rows} {what} ({lines}{', …' * (self.count > _NAMED)})"


class Table:
    """A table: its columns, and its rows, each of which can be had once."""

    def __init__(self, name: str, lines: Lines, form: TableForm, *, encoding: Encoding) -> None:
        """Read the first lines of a text, which errors call by its name.

        Raises:
            BadFileError: when there is no line, or the text is malformed.
            BadParameterError: when the delimiter is more than one character.

        """
        self.name = name
        self.headed = form.headed
        self._note = encoding.note
        self._shorter, self._longer = _Ragged(), _Ragged()
        sample = _sample(lines)
        dialect = dialect_of(sample, delimiter=form.delimiter, quoted=form.quoted)
        newline = "\r\n" if sample and sample[0].endswith("\r\n") else "\n"
        self.dialect = replace(dialect, newline=newline, marked=encoding.mark > 0)
        self._records = self._read(chain(sample, lines))
        line, first = next(self._records, (0, []))
        if not line:
            raise BadFileError(name, None, "it is empty: no line names its columns")
        self.columns = column_names(first if form.headed else [""] * len(first))
        if not form.headed:
            self._records = chain([(line, first)], self._records)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader should know of what was read so far."""
        shorter = self._shorter.told("fewer cells than columns")
        longer = self._longer.told("more cells than columns")
        return (*filter(None, [self._note]), *shorter, *longer)

    def column(self, wanted: str) -> str:
        """Return the name of the column that is meant: its name, in any case, or its place from 1.

        Raises:
            UnknownColumnError: when there is no such column, or more than one.

        """
        return find_column(self.name, self.columns, wanted)

    def __iter__(self) -> Iterator[Row]:
        """Yield the rows that are left.

        Raises:
            BadFileError: when the text is malformed.
            LimitError: when a line is too long.

        """
        width = len(self.columns)
        for number, (line, cells) in enumerate(self._records, start=1):
            if len(cells) != width:
                (self._shorter if len(cells) < width else self._longer).note(line)
            named = dict(zip_longest(self.columns, cells[:width], fillvalue=""))
            yield Row(number, line, named, tuple(cells[width:]))

    def _read(self, lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
        reader = records(lines, self.dialect)
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                raise BadFileError(self.name, line, _UNPAIRED) from error
            if cells is None:
                return
            if cells:
                yield line, cells


@contextmanager
def open_table(source: str | Path, form: TableForm = _TOLD) -> Iterator[Table]:
    """Yield the table in a file, packed or not, or in the standard input when it is called `-`.

    What the form does not say is told from the beginning of the file. Lines without any cell are
    left out. What was odd in the rows, the notes of the table say once they are read.

    Raises:
        BadFileError: when the file is no text, empty or malformed; so may its rows be.
        BadParameterError: when the form names no encoding, or a delimiter of several characters.
        LimitError: when a line is too long, or a packed file unpacks to far more than it should.
        SourceUnavailableError: when the file cannot be read.

    """
    with open_content(source) as content:
        encoding = encoding_of(content, form.encoding)
        with TextIOWrapper(content.after(encoding.mark), encoding.name, newline="") as text:
            yield Table(content.name, Lines(content.name, text), form, encoding=encoding)


def _sample(lines: Lines) -> list[str]:
    sample: list[str] = []
    size = 0
    for line in islice(lines, _LINES):
        sample.append(line)
        size += len(line)
        if size > CHUNK:
            break
    return sample
