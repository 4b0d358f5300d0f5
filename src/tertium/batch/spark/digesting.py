"""The digest of a graph in a table: that of a store with the same triples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertium.batch.spark.arrow import packed, rows_in
from tertium.batch.spark.reading import COLUMNS
from tertium.store.digesting import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["digest", "joined_lines"]


def digest(triples: DataFrame) -> str:
    """Return the SHA-256 of what a graph says, of which each triple is there once.

    Lines pass in order; those with nameless nodes are held.
    """
    from pyspark.sql import functions as sql

    line = sql.concat_ws(" ", *COLUMNS, sql.lit("."))
    blank = line.contains("_:")
    ground = triples.where(~blank).sort(*COLUMNS).select(line.alias("line"))
    texts = ground.mapInArrow(joined_lines, "lines string").toLocalIterator()
    lines = (text.encode() for row in texts for text in row[0].split("\n"))
    return digest_of(
        lines, [row[0].encode() for row in triples.where(blank).select(line).collect()]
    )


def joined_lines(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the lines of each batch as one text, which passes quicker."""
    for batch in batches:
        yield from packed([("\n".join(row[0] for row in rows_in([batch])),)], ("lines",))
