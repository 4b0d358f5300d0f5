"""How the cells of a table are told apart, as its first lines show."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.api.tables.lines import LONGEST
from tertium.errors import BadParameterError

if TYPE_CHECKING:
    from _csv import Reader

__all__ = ["Dialect", "dialect_of", "records"]

_SEPARATORS: Final = ("\t", ";", ",", "|")
_NAMED: Final = {"tab": "\t", "\\t": "\t"}
_PARAMETER: Final = "delimiter"
_NEVER: Final = (
    "\uffff"  # no character: for the reader, which wants a separator for one column, too
)
csv.field_size_limit(LONGEST)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written.

    `delimiter` is empty where there is only one column; `quoted` says whether quotation marks
    around a cell are no part of it; `marked`, whether a byte order mark comes first.
    """

    delimiter: str
    quoted: bool = True
    newline: str = "\n"
    marked: bool = False


@dataclass(frozen=True, slots=True, order=True)
class _Fit:
    """How well a dialect fits lines: what counts more comes first."""

    parted: bool
    """Whether the first record has more than one cell."""
    share: float
    """How many of the records are as wide as the first one."""
    finished: bool
    """Whether no cell goes on after the last line."""
    quoted: bool
    width: int


def dialect_of(lines: Sequence[str], *, delimiter: str | None, quoted: bool | None) -> Dialect:
    """Return the dialect in which most of some lines are as wide as the first one.

    A separator counts only where the first line has it: without any, there is one column. What is
    given is not guessed.

    Raises:
        BadParameterError: when the delimiter is more than one character.

    """
    separators = _SEPARATORS if delimiter is None else (_checked(delimiter),)
    found = _best(lines, separators, quoted=quoted)
    if delimiter is None and (found is None or not found[0].parted):
        found = _best(lines, ("",), quoted=quoted)
    return found[1] if found else Dialect(separators[0])


def records(lines: Iterable[str], dialect: Dialect) -> "Reader":
    """Return what reads the cells of each record; what is quoted wrongly is a `csv.Error`."""
    return csv.reader(
        lines,
        delimiter=dialect.delimiter or _NEVER,
        quoting=csv.QUOTE_MINIMAL if dialect.quoted else csv.QUOTE_NONE,
        strict=True,
    )


def _checked(delimiter: str) -> str:
    sign = _NAMED.get(delimiter, delimiter)
    if len(sign) > 1 or sign in {'"', "\r", "\n", "\0"}:
        raise BadParameterError(_PARAMETER, f"{delimiter!r} is not one character, or none")
    return sign


def _best(
    lines: Sequence[str], separators: Sequence[str], *, quoted: bool | None
) -> tuple[_Fit, Dialect] | None:
    quotings = (True, False) if quoted is None else (quoted,)
    dialects = (Dialect(sign, quoting) for sign in separators for quoting in quotings)
    fitting = ((fit, dialect) for dialect in dialects if (fit := _fit(lines, dialect)))
    return max(fitting, key=lambda one: one[0], default=None)


def _fit(lines: Sequence[str], dialect: Dialect) -> _Fit | None:
    reader = records(lines, dialect)
    widths: list[int] = []
    finished = True
    try:
        widths.extend(len(cells) for cells in reader if cells)
    except csv.Error:
        finished = False
    if not widths or not (finished or reader.line_num == len(lines)):
        return None
    share = widths.count(widths[0]) / len(widths)
    return _Fit(widths[0] > 1, share, finished, dialect.quoted, widths[0])
