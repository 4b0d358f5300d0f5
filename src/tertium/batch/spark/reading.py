"""From files to triples: a table of three columns, each term as N-Triples write it."""

from __future__ import annotations

import io
import re
from functools import partial, reduce
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.batch.spark.arrow import packed
from tertium.batch.spark.lines import rows_of, spelt
from tertium.batch.spark.sources import Content
from tertium.errors import BadDataError, BadFileError
from tertium.resources import ontology_files
from tertium.store.entity_json import entity_triples, read_documents
from tertium.store.loading.lines import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

    from tertium.batch.spark.lines import Columns
    from tertium.batch.spark.sources import SourceFile

__all__ = [
    "COLUMNS",
    "TRIPLES",
    "of_entities",
    "of_lines",
    "ontology_rows",
    "read_batches",
    "read_triples",
]

COLUMNS: Final = ("subject", "predicate", "object")
TRIPLES: Final = "subject string, predicate string, object string"
"""The columns of a table of triples."""
_PLACE: Final = re.compile(r"^Parser error at line .*?: ")
_SHOWN: Final = 80
_EDGES: Final = b"[] \t\r,"
"""What surrounds an entity on its line of a dump."""


def read_triples(spark: SparkSession, files: Sequence[SourceFile]) -> DataFrame:
    """Return what files say, and the ontology; a triple may occur several times."""
    tables = [_table(spark, file, f"f{number}") for number, file in enumerate(files)]
    ontology = spark.createDataFrame(list(ontology_rows()), TRIPLES)
    return reduce(lambda one, other: one.unionAll(other), tables, ontology)


def ontology_rows() -> Iterator[Columns]:
    """Yield the triples which are part of every graph; nameless nodes have labels of their own."""
    store = ox.Store()
    for name, file in ontology_files():
        quads = ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
        scope = "".join(filter(str.isalnum, name))
        store.extend(apart(quad, scope) for quad in quads)
    return rows_of(store)


def _table(spark: SparkSession, file: SourceFile, scope: str) -> DataFrame:
    from pyspark.sql import functions as sql

    if file.content is Content.TABLE:
        terms = spark.read.parquet(file.address)
        line = sql.concat_ws(" ", "subject", "predicate", "object", sql.lit("."))
        lines = terms.select(line.cast("binary").alias("value"))
    else:
        lines = spark.read.text(file.address).select(sql.col("value").cast("binary").alias("value"))
    if file.content is Content.ENTITIES:
        read: Callable[[list[bytes]], Iterator[Columns]] = partial(of_entities, name=file.name)
    else:
        read = partial(of_lines, name=file.name, scope=scope)
    return lines.mapInArrow(partial(read_batches, read), TRIPLES)


def read_batches(
    read: Callable[[list[bytes]], Iterator[Columns]], batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Yield what batches of lines say."""
    for batch in batches:
        yield from packed(read(batch.column(0).to_pylist()), COLUMNS)


def of_lines(lines: list[bytes], *, name: str, scope: str) -> Iterator[Columns]:
    """Return what lines of N-Triples say; a scope keeps the nameless nodes of files apart.

    Raises:
        BadFileError: when a line is malformed.

    """
    try:
        return spelt(b"\n".join(lines), scope=scope)
    except SyntaxError as error:
        problem = _PLACE.sub("", error.msg)
        bad = lines[(error.lineno or 1) - 1][:_SHOWN].decode(errors="replace")
        raise BadFileError(name, None, f"{problem}, in a line that starts {bad!r}") from error


def of_entities(lines: list[bytes], *, name: str) -> Iterator[Columns]:
    """Return what the lines of a dump of entities say.

    Raises:
        BadFileError: when a line is malformed.

    """
    documents = b"\n".join(line.strip(_EDGES) for line in lines)
    store, seen = ox.Store(), set[str]()
    try:
        for document in read_documents(io.BytesIO(documents), name):
            store.bulk_extend(entity_triples(document, seen=seen))
    except BadFileError as error:
        raise BadFileError(name, None, error.problem) from error  # of no use is the line in a batch
    except BadDataError as error:
        raise BadFileError(name, None, str(error)) from error
    return rows_of(store)
