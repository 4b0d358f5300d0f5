"""The direct triples of statement nodes, by the query that derives them for the local engine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.batch.spark.arrow import packed, rows_in
from tertium.batch.spark.lines import filled, written_out
from tertium.batch.spark.reading import COLUMNS, TRIPLES
from tertium.store.loading.deriving import direct_triples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["derived", "direct"]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT: Final = f"<{_RDF}subject>"
_PARTS: Final = (
    _SUBJECT,
    f"<{_RDF}predicate>",
    f"<{_RDF}object>",
    "<https://w3id.org/tertium/ontology#rank>",
)


def derived(triples: DataFrame) -> DataFrame:
    """Return what the statement nodes of a graph say directly.

    Which statement of an entity ranks best is told by its other statements: all of one entity
    are looked at together.
    """
    from pyspark.sql import functions as sql

    nodes = triples.where(sql.col("predicate").isin(*_PARTS))
    stated = nodes.where(sql.col("predicate") == _SUBJECT)
    owners = stated.select("subject", sql.col("object").alias("owner"))
    owned = nodes.join(owners, "subject").repartition("owner").select(*COLUMNS)
    return owned.mapInArrow(direct, TRIPLES)


def direct(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the direct triples of the nodes in batches."""
    rows = frozenset((s, p, o) for s, p, o in rows_in(batches))
    found = direct_triples(filled(written_out(rows)))
    told = ((str(one.subject), str(one.predicate), str(one.object)) for one in found)
    yield from packed(told, COLUMNS)
