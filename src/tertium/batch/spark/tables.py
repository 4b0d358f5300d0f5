"""A graph as tables of a working folder: written once, read by whatever comes after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.batch.spark.deriving import derived
from tertium.batch.spark.failing import told_plainly
from tertium.batch.spark.hadoop import exists
from tertium.batch.spark.leading import leading
from tertium.batch.spark.reading import COLUMNS, read_triples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pyspark.sql import DataFrame, SparkSession

    from tertium.batch.spark.sources import SourceFile

__all__ = ["Tables"]


@dataclass(frozen=True)
class Tables:
    """The tables of a graph in a folder which all workers can reach."""

    spark: SparkSession
    folder: str

    def written(self, name: str, make: Callable[[], DataFrame]) -> DataFrame:
        """Return a table, which is made if it is not there whole.

        Raises:
            BadFileError: when a file of the graph is malformed.
            SourceUnavailableError: when Spark fails.

        """
        address = f"{self.folder}/{name}"
        if not exists(self.spark, f"{address}/_SUCCESS"):
            with told_plainly():
                make().write.mode("overwrite").parquet(address)
        return self.spark.read.parquet(address)

    def triples(self, files: Sequence[SourceFile]) -> DataFrame:
        """Return all triples of files and of the ontology, and what follows of them; each once."""
        read = self.written("read", lambda: read_triples(self.spark, files))
        direct = self.written("direct", lambda: derived(read))
        return self.written("triples", lambda: _sorted(read.unionAll(direct)))

    def leading(self, triples: DataFrame) -> DataFrame:
        """Return the triples by the node to which they lead."""
        return self.written("leading", lambda: leading(triples))


def _sorted(triples: DataFrame) -> DataFrame:
    """Return each triple once; those of a subject together, so that few files are looked into."""
    return triples.repartitionByRange(*COLUMNS).dropDuplicates().sortWithinPartitions(*COLUMNS)
