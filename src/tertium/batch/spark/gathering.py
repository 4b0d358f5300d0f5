"""Rounds of gathering: workers say what is missing, tables are joined to find it, until all is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial, reduce
from typing import TYPE_CHECKING, Final

from tertium.batch.spark.facts import FACT, FACTS, Kind, is_fact, task_row
from tertium.batch.spark.reading import COLUMNS
from tertium.batch.spark.statistics import KEYS
from tertium.batch.spark.worker import work
from tertium.errors import LimitError
from tertium.store.reads import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark.sql import Column, DataFrame

    from tertium.batch.planning import Part
    from tertium.batch.spark.arrow import Sent
    from tertium.batch.spark.tables import Tables
    from tertium.batch.spark.worker import Shared

__all__ = ["Gathering"]

_MOST_ROUNDS: Final = 40
"""Six are usual."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """The tables of a graph, by which pages are made in rounds."""

    tables: Tables
    triples: DataFrame
    leading: DataFrame
    numbers: DataFrame
    shared: Sent[Shared]
    rounds: int = _MOST_ROUNDS

    def outcomes(self, name: str, parts: Sequence[Part]) -> DataFrame:
        """Return what became of tasks; the working tables have this name.

        A table that was written is not made again: what was interrupted goes on there.

        Raises:
            LimitError: when something is still missing after so many rounds.

        """
        rows = [task_row(part.number, task) for part in parts for task in part.tasks]
        tasks = self.tables.spark.createDataFrame(rows, FACT)
        known, made = tasks.limit(0), tasks.limit(0)
        for number in range(1, self.rounds + 1):
            worked = self._worked(f"{name}/round-{number}", known.unionAll(tasks), len(parts))
            made = made.unionAll(worked.where(is_fact(Kind.OUTCOME)))
            missing = worked.where(is_fact(Kind.READ) | is_fact(Kind.KEY))
            if missing.isEmpty():
                return made
            tasks = worked.where(is_fact(Kind.TASK))
            known = known.unionAll(self._gathered(f"{name}/found-{number}", missing))
        raise LimitError(name, f"something is still missing after {self.rounds} rounds")

    def _worked(self, name: str, facts: DataFrame, parts: int) -> DataFrame:
        """Return what workers make of the facts of each part, which one of them has together."""
        together = facts.repartition(parts, "part").sortWithinPartitions("part")
        return self.tables.written(
            name, lambda: together.mapInArrow(partial(work, self.shared), FACT)
        )

    def _gathered(self, name: str, missing: DataFrame) -> DataFrame:
        return self.tables.written(name, lambda: self.found(missing))

    def found(self, missing: DataFrame) -> DataFrame:
        """Return what is missing as what is known now, with all that there is of it."""
        keys = missing.where(is_fact(Kind.KEY)).select("part", *map(_renamed, KEYS))
        amounts = keys.join(self.numbers, [*KEYS])
        rows = [
            missing,
            *(_facts(Kind.TRIPLE, table, COLUMNS) for table in self._read(missing)),
            _facts(Kind.AMOUNT, amounts, (*KEYS, "amount")),
        ]
        return reduce(lambda one, other: one.unionAll(other), rows)

    def _read(self, missing: DataFrame) -> Iterator[DataFrame]:
        from pyspark.sql import functions as sql

        asked = missing.where(is_fact(Kind.READ)).select("part", "one", "two", "three")
        node, way = sql.col("two"), sql.col("three")
        from_node = asked.where(sql.col("one") == Reach.FROM.value)
        to_node = asked.where(sql.col("one") == Reach.TO.value)
        towards = node == sql.col("object")
        yield from_node.join(self.triples, node == sql.col("subject"))
        yield to_node.where(way == "").join(self.leading, towards)
        yield to_node.where(way != "").join(self.leading, towards & (way == sql.col("predicate")))


def _renamed(key: str) -> Column:
    from pyspark.sql import functions as sql

    return sql.col(FACTS[2 + KEYS.index(key)]).alias(key)


def _facts(kind: Kind, table: DataFrame, columns: Sequence[str]) -> DataFrame:
    from pyspark.sql import functions as sql

    said = [sql.col(name).cast("string") for name in columns]
    empty = [sql.lit("")] * (len(FACTS) - 2 - len(said))
    return table.select("part", sql.lit(kind.value), *said, *empty).toDF(*FACTS)
