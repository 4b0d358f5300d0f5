"""How often properties and values are stated: the numbers of a sidecar, by grouping tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.store.vocabulary import canonical, is_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import Column, DataFrame

    from tertium.batch.spark.population import Population
    from tertium.model.terms import Iri

__all__ = ["Counts", "is_text", "is_thing", "stated"]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each property is stated of each entity, and has each value.

    `holders` has the columns property, entity, times; `values` property, object, times.
    """

    holders: DataFrame
    values: DataFrame

    def having(self, population: Population) -> DataFrame:
        """Return how many entities of a class have a property, and how many statements of it."""
        from pyspark.sql import functions as sql

        grouped = self.holders.join(population.classes, "entity").groupBy("class", "property")
        return grouped.agg(sql.count("*").alias("entities"), sql.sum("times").alias("statements"))

    def shared(self) -> DataFrame:
        """Return the values which two entities have, or more."""
        from pyspark.sql import functions as sql

        return self.values.where((sql.col("times") > 1) & (is_thing() | is_text()))

    def totals(self) -> DataFrame:
        """Return the numbers of each property from which its reuse and crowding follow."""
        from pyspark.sql import functions as sql

        times = sql.col("times")
        shared = (times > 1) & (is_thing() | is_text())
        values = self.values.groupBy("property").agg(
            sql.count("*").alias("distinct"),
            _sum(times, where=is_thing()).alias("links"),
            _sum(times, where=(times > 1) & is_thing()).alias("reused"),
            _sum(times, where=shared).alias("shared"),
            _sum(times * times, where=shared).alias("squares"),
            _sum(sql.lit(1), where=shared).alias("kinds"),
        )
        holders = self.holders.groupBy("property").agg(
            sql.count("*").alias("entities"), sql.sum("times").alias("statements")
        )
        return values.join(holders, "property")


def stated(
    triples: DataFrame, predicates: Sequence[Iri], labels: Sequence[Iri], *, nobody: DataFrame
) -> DataFrame:
    """Return what is stated of entities: property, entity, object.

    A statement by two predicates of one property, as a Wikibase may have them, counts once.
    """
    from pyspark.sql import functions as sql

    stating = [one for one in predicates if is_statement(one) and one not in labels]
    ways = [(f"<{one}>", f"<{canonical(one)}>") for one in stating]
    several = {name for _, name in ways if sum(name == other for _, other in ways) > 1}
    session = triples.sparkSession
    names = sql.broadcast(session.createDataFrame(ways, "predicate string, property string"))
    told = triples.where(sql.col("subject").startswith("<")).join(names, "predicate")
    found = told.select("property", sql.col("subject").alias("entity"), "object")
    many = sql.col("property").isin(*several)
    whole = found.where(~many).unionAll(found.where(many).distinct()) if several else found
    return whole.join(nobody, "entity", "left_anti")


def is_thing() -> Column:
    """Return whether an object is a thing with an address."""
    from pyspark.sql import functions as sql

    return sql.col("object").rlike("^<[^<]")


def is_text() -> Column:
    """Return whether an object is a literal."""
    from pyspark.sql import functions as sql

    return sql.col("object").startswith('"')


def _sum(number: Column, *, where: Column) -> Column:
    from pyspark.sql import functions as sql

    return sql.sum(sql.when(where, number).otherwise(0))
