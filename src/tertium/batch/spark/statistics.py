"""The statistics of a graph as one table: which number, of what, and how much it is."""

from __future__ import annotations

from enum import Enum
from functools import reduce
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from tertium.batch.spark.counting import Counts
    from tertium.batch.spark.population import Population

__all__ = ["KEYS", "Number", "numbers"]

KEYS: Final = ("number", "one", "other")
"""The columns before `amount`: which number, and of which terms as N-Triples write them."""


class Number(Enum):
    """Which mapping of `tertium.model.statistics.Statistics`, or of its `rarity`, has a number."""

    CLASS_SIZES = "class_sizes"
    HAVING = "having"
    STATED = "stated"
    SHARING = "sharing"
    REUSE = "reuse"
    CROWDING = "crowding"
    LINKS = "links"
    OF_PROPERTY = "of_property"
    OF_ALL = "of_all"


def numbers(counts: Counts, population: Population, below: DataFrame) -> DataFrame:
    """Return all statistics, by the formulas of a sidecar from the same whole numbers.

    `below` says how many statements of a property have a value at or below each ancestor.
    """
    tables = [
        *_of_classes(counts, population),
        _rows(Number.SHARING, counts.shared(), ("property", "object"), amount="times"),
        *_of_properties(counts.totals()),
        *_of_ancestors(below, counts.totals()),
    ]
    return reduce(lambda one, other: one.unionAll(other), tables)


def _of_classes(counts: Counts, population: Population) -> list[DataFrame]:
    sizes, having = population.classes.groupBy("class").count(), counts.having(population)
    return [
        _rows(Number.CLASS_SIZES, sizes, ("class",), amount="count"),
        _rows(Number.HAVING, having, ("class", "property"), amount="entities"),
        _rows(Number.STATED, having, ("class", "property"), amount="statements"),
    ]


def _of_properties(totals: DataFrame) -> list[DataFrame]:
    from pyspark.sql import functions as sql

    reuse = sql.least(sql.lit(1.0), sql.col("reused") / sql.col("entities"))
    alone = sql.col("distinct") - sql.col("kinds")
    crowd = (sql.col("squares") + alone) / (sql.col("shared") + alone)
    told = totals.withColumn("reuse", reuse).withColumn("crowding", crowd)
    return [
        _rows(Number.REUSE, told, ("property",), amount="reuse"),
        _rows(Number.CROWDING, told, ("property",), amount="crowding"),
        _rows(Number.LINKS, told, ("property",), amount="links"),
    ]


def _of_ancestors(below: DataFrame, totals: DataFrame) -> list[DataFrame]:
    from pyspark.sql import functions as sql

    share = sql.col("times") / sql.col("links")
    own = below.join(totals.select("property", "links"), "property").withColumn("share", share)
    every = totals.agg(sql.sum("links").alias("links"))
    whole = below.groupBy("ancestor").agg(sql.sum("times").alias("times")).crossJoin(every)
    return [
        _rows(Number.OF_PROPERTY, own, ("property", "ancestor"), amount="share"),
        _rows(Number.OF_ALL, whole.withColumn("share", share), ("ancestor",), amount="share"),
    ]


def _rows(number: Number, table: DataFrame, keys: tuple[str, ...], *, amount: str) -> DataFrame:
    from pyspark.sql import functions as sql

    one, other = (*map(sql.col, keys), sql.lit(""))[:2]
    return table.select(
        sql.lit(number.value).alias("number"),
        one.alias("one"),
        other.alias("other"),
        sql.col(amount).cast("double").alias("amount"),
    )
