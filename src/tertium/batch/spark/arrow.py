"""Rows in batches of Arrow, as Spark hands them to Python and takes them back."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa

__all__ = ["Sent", "packed", "rows_in"]

_T_co = TypeVar("_T_co", covariant=True)
_MANY: Final = 10_000
"""How many rows are in a batch."""


class Sent(Protocol[_T_co]):
    """What was sent to every worker: a broadcast of Spark."""

    @property
    def value(self) -> _T_co:
        """The thing itself."""
        ...


def rows_in(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of batches whose columns are texts."""
    for batch in batches:
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def packed(
    rows: Iterable[Sequence[str]], names: Sequence[str], *, many: int = _MANY
) -> Iterator[pa.RecordBatch]:
    """Yield batches with columns of these names, of texts."""
    import pyarrow as pa

    left = iter(rows)
    while some := tuple(islice(left, many)):
        columns = [pa.array(column, pa.string()) for column in zip(*some, strict=True)]
        yield pa.RecordBatch.from_arrays(columns, list(names))
