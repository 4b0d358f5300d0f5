"""What `tertium batch` is given: where pairs come from, and what is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NoReturn

from tertium.errors import BadParameterError, UnknownFormatError
from tertium.interfaces.cli.batch_outputs import left_out
from tertium.interfaces.cli.querying import asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tertium.batch import Form, Pairs

__all__ = ["Asked", "forms_of"]

_STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the pairs come from, in the words of the command line."""

    table: str | None
    query: str | None
    kind: str | None
    floor: int
    limit: int | None
    columns: Sequence[str] | None
    header: bool | None

    @property
    def source(self) -> Pairs:
        """The pairs.

        Raises:
            BadParameterError: when they come from nowhere, or from several places.

        """
        from tertium.batch import OfClass, OfQuery, OfTable

        if sum(one is not None for one in (self.table, self.query, self.kind)) != 1:
            _refuse("PAIRS.csv", "name either a table of pairs, or a --query, or a --class")
        if self.table is None and (self.columns or self.header is not None):
            _refuse("--column", "columns are those of a table: name it")
        if self.kind is not None:
            return OfClass(kind=self.kind, floor=self.floor, limit=self.limit)
        if self.query is not None:
            return OfQuery(asked(self.query))
        columns = tuple(self.columns or ())
        return OfTable(
            path=self.table or _STDIN, columns=columns, headed=self.header, left_out=left_out
        )


def _refuse(name: str, problem: str) -> NoReturn:
    raise BadParameterError(name, problem)


def forms_of(names: Iterable[str]) -> frozenset[Form]:
    """Return what is written beside the documents, which always are.

    Raises:
        UnknownFormatError: when a name is that of none.

    """
    from tertium.batch import Form

    known = {form.value: form for form in Form}
    for name in names:
        if name not in known:
            raise UnknownFormatError(name, tuple(known))
    return frozenset(known[name] for name in names) - {Form.JSONL}
