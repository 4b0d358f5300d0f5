"""The engine for what no single machine can do: the same pages, made where the data is."""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from itertools import groupby, islice
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from tertium.batch.making import Recipe
from tertium.batch.recording import write_part
from tertium.batch.spark.gathering import Gathering
from tertium.batch.spark.hadoop import remove
from tertium.batch.spark.lines import written_out
from tertium.batch.spark.listing import graph_knowing
from tertium.batch.spark.preparing import prepare
from tertium.batch.spark.sources import called, source_files
from tertium.batch.spark.tables import Tables
from tertium.batch.spark.vocabulary import vocabulary
from tertium.batch.spark.worker import Shared, outcome_in
from tertium.errors import BadParameterError
from tertium.model.comparison import GraphInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from pyspark.sql import DataFrame, Row, SparkSession

    from tertium.api import KnowledgeGraph
    from tertium.batch.folder import Folder
    from tertium.batch.pairing import Pairs
    from tertium.batch.planning import Part
    from tertium.batch.recording import Record
    from tertium.batch.spark.preparing import Graph
    from tertium.batch.spark.sources import SourceFile

__all__ = ["SparkEngine"]

_AT: Final = "--at"
_TABLE: Final = "PAIRS.csv"
_FORMAT: Final = 1
"""The layout of the tables of a graph."""
_TOGETHER: Final = 100
"""So many parts are gathered for in the same rounds."""


@dataclass(frozen=True, slots=True)
class SparkEngine:
    """Makes pages of a graph of which there are tables."""

    tables: Tables
    graph: Graph
    info: GraphInfo
    together: int = _TOGETHER

    @classmethod
    def open(cls, spark: SparkSession, paths: Sequence[str], work: str) -> SparkEngine:
        """Return the engine for the graph in some files, which Hadoop finds.

        Its tables are kept in a folder that all workers reach: the same files are not prepared
        again.

        Raises:
            BadFileError: when a file is malformed.
            SourceUnavailableError: when there is no such file.
            UnknownFormatError: when a file is neither N-Triples, Parquet nor entity JSON.

        """
        files = source_files(spark, paths)
        tables = Tables(spark, cls.place(files, work))
        graph = prepare(tables, files)
        info = GraphInfo(
            id=" + ".join(map(called, paths)),
            version=graph.about.version,
            sources=tuple(file.name for file in files),
        )
        return cls(tables, graph, info)

    @staticmethod
    def place(files: Sequence[SourceFile], work: str) -> str:
        """Return where the tables of some files are below a folder."""
        return f"{work}/graph-{_stamp(files)}"

    def graph_for(self, pairs: Pairs) -> AbstractContextManager[KnowledgeGraph]:
        """Return a graph of which is known what the names in a list of pairs mean.

        Raises:
            BadParameterError: when the pairs are to be found by asking the graph.

        """
        if pairs.asked:
            problem = "Spark takes a table of pairs, named by IRIs or CURIEs"
            raise BadParameterError(_TABLE, problem)
        return graph_knowing(pairs, self.gathering(Recipe()))

    def made(
        self, parts: Iterable[Part], recipe: Recipe, folder: Folder
    ) -> Iterator[tuple[Part, Record]]:
        """Yield parts when they are whole; many are made together.

        Raises:
            BadParameterError: when pages are to speak of a day.
            LimitError: when something is still missing after many rounds.
            UnwritableError: when the folder cannot be written, or is full.

        """
        if recipe.wanted.at is not None:
            raise BadParameterError(_AT, "Spark makes pages of what holds at any time")
        gathering, left = self.gathering(recipe), iter(parts)
        while some := tuple(islice(left, self.together)):
            name = f"pages-{_digest(pickle.dumps((some, recipe)))}"
            found = groupby(_ordered(gathering.outcomes(name, some)), itemgetter(0))
            for part, (_, rows) in zip(some, found, strict=True):
                outcomes = (outcome_in(row[1]) for row in rows)
                yield part, write_part(folder, part, outcomes, rows=recipe.rows)
            remove(self.tables.spark, f"{self.tables.folder}/{name}")

    def gathering(self, recipe: Recipe) -> Gathering:
        """Return what gathers for pages of a recipe."""
        graph, about = self.graph, self.graph.about
        shared = Shared(
            info=self.info,
            labels=about.labels,
            predicates=frozenset(about.predicates),
            totals={"entities": about.entities},
            vocabulary=written_out(sorted(vocabulary(graph.triples, about.predicates))),
            steps=graph.steps,
            recipe=recipe,
        )
        known = self.tables.spark.sparkContext.broadcast(shared)
        return Gathering(self.tables, graph.triples, graph.leading, graph.numbers, known)


def _ordered(outcomes: DataFrame) -> Iterator[Row]:
    """Yield the part and the text of outcomes, in the order of the tasks."""
    number = outcomes["one"].cast("long")
    part = outcomes["part"].cast("long")
    return outcomes.sort(number).select(part, "four").toLocalIterator()


def _stamp(files: Sequence[SourceFile]) -> str:
    """Return what changes when a file does, or what is made of it."""
    told = [(file.address, file.content.name, *map(repr, file.files)) for file in files]
    return _digest(json.dumps([_FORMAT, version("tertium"), told]).encode())


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
