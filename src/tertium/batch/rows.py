"""The values of many pages as a table in Parquet, which reads like the data frame of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.api.valued import COLUMNS, Field, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import pyarrow as pa

    from tertium.batch.outcomes import Entry
    from tertium.model.comparison import Comparison

__all__ = ["read_rows", "table_of", "write_rows"]

_Line = tuple[Field, ...]
_OF_PAGE: Final[Mapping[str, str]] = {"page": "Int64", "address": "string", "title": "string"}
_OF_ROW: Final[Mapping[str, str]] = {
    "facet": "category",
    "relation": "category",
    "salience": "Float64",
}
_EVERY: Final[Mapping[str, str]] = {**_OF_PAGE, **_OF_ROW, **COLUMNS}


def table_of(comparison: Comparison) -> tuple[_Line, ...]:
    """Return the values that a page shows: facet, relation and salience, then as in its frame."""
    return tuple(
        (one.row.facet.label, one.row.relation.value, round(one.row.salience, 4), *one.fields)
        for one in told(comparison)
    )


def write_rows(pages: Iterable[tuple[Entry, Sequence[_Line]]], path: Path) -> None:
    """Write the values of pages, each with the number, address and title of its page."""
    import pyarrow as pa
    from pyarrow import parquet

    lines = [
        (entry.number, entry.address, entry.title, *line) for entry, some in pages for line in some
    ]
    columns = [
        pa.array([line[place] for line in lines], type=_kind(kind))
        for place, kind in enumerate(_EVERY.values())
    ]
    table = pa.Table.from_arrays(columns, names=list(_EVERY))
    parquet.write_table(table, path, compression="zstd")


def read_rows(path: Path) -> Mapping[int, tuple[_Line, ...]]:
    """Return the values of pages as they were written, by the numbers of the pages."""
    from pyarrow import parquet

    found: dict[int, list[_Line]] = {}
    columns = [column.to_pylist() for column in parquet.read_table(path).columns]
    for number, *line in zip(*columns, strict=True):
        found.setdefault(number, []).append(tuple(line[len(_OF_PAGE) - 1 :]))
    return {number: tuple(lines) for number, lines in found.items()}


def _kind(name: str) -> pa.DataType:
    import pyarrow as pa

    kinds = {"Int64": pa.int64(), "Float64": pa.float64(), "bool": pa.bool_()}
    return kinds.get(name, pa.string())
