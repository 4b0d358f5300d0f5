"""Where `tertium batch` makes its pages: by processes of this machine, or on Spark."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from tertium.errors import BadParameterError
from tertium.interfaces.cli.console import graph_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tertium.api import KnowledgeGraph
    from tertium.batch import Engine, Pairs
    from tertium.model.shape import Shape

__all__ = ["EngineName", "Local", "OnSpark"]

_GRAPH: Final = "--graph"
_SHAPE: Final = "--shape"
_Opened: TypeAlias = "tuple[KnowledgeGraph, Engine]"


class EngineName(Enum):
    """What makes pages."""

    LOCAL = "local"
    SPARK = "spark"


@dataclass(frozen=True, slots=True)
class Local:
    """Processes of this machine: so many, or one for each processor."""

    graph: list[str] | None
    shape: Shape | None
    processes: int | None
    quiet: bool
    verbose: bool

    @contextmanager
    def opened(self, pairs: Pairs) -> Iterator[_Opened]:
        """Yield the graph, and what makes pages of it."""
        from tertium.batch import LocalEngine

        del pairs
        kg = graph_of(self.graph, shape=self.shape, quiet=self.quiet, verbose=self.verbose)
        yield kg, LocalEngine(kg, self.processes or len(os.sched_getaffinity(0)))


@dataclass(frozen=True, slots=True)
class OnSpark:
    """A master of Spark, and the folder for tables."""

    graph: list[str] | None
    shape: Shape | None
    master: str
    work: str | Path

    @contextmanager
    def opened(self, pairs: Pairs) -> Iterator[_Opened]:
        """Yield a graph which knows what the pairs mean, and what makes pages of it.

        Raises:
            BadParameterError: when no file is named, or a shape.

        """
        from tertium.batch.spark import SparkEngine, open_session

        if not self.graph:
            problem = "Spark reads files of N-Triples, Parquet or entity JSON: name them"
            raise BadParameterError(_GRAPH, problem)
        if self.shape is not None:
            raise BadParameterError(_SHAPE, "Spark reads all shapes that there are")
        spark = open_session(self.master)
        try:
            engine = SparkEngine.open(spark, self.graph, self._folder)
            with engine.graph_for(pairs) as kg:
                yield kg, engine
        finally:
            spark.stop()

    @property
    def _folder(self) -> str:
        """The address of the folder for tables: beside that of the pages, if no other is named."""
        if isinstance(self.work, str):
            return self.work
        return self.work.with_name(f"{self.work.name}.spark").absolute().as_uri()
