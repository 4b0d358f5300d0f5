"""From files to the tables of a graph: what it says, and what was counted of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Self

from tertium.batch.spark.counting import Counts, stated
from tertium.batch.spark.descending import Steps, below
from tertium.batch.spark.digesting import digest
from tertium.batch.spark.labelling import label_predicates
from tertium.batch.spark.population import Population
from tertium.batch.spark.statistics import numbers
from tertium.model.terms import Iri

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame

    from tertium.batch.spark.sources import SourceFile
    from tertium.batch.spark.tables import Tables

__all__ = ["About", "Graph", "prepare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a whole graph: the digest of what it says, its predicates and labels.

    `entities` counts the things of which something is stated.
    """

    version: str
    predicates: tuple[Iri, ...]
    labels: tuple[Iri, ...]
    entities: int

    @classmethod
    def read(cls, text: str) -> Self:
        """Return what was written."""
        known = json.loads(text)
        return cls(
            version=known["version"],
            predicates=tuple(map(Iri, known["predicates"])),
            labels=tuple(map(Iri, known["labels"])),
            entities=known["entities"],
        )

    def written(self) -> str:
        """Return this as a text."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """The tables of a graph, and what is small enough to be known everywhere."""

    about: About
    triples: DataFrame
    leading: DataFrame
    numbers: DataFrame
    steps: Steps


def prepare(tables: Tables, files: Sequence[SourceFile]) -> Graph:
    """Return the graph of some files; what was prepared before is not prepared again."""
    triples = tables.triples(files)
    predicates = _predicates(tables, triples)
    population = _population(tables, triples, predicates)
    about = _about(tables, triples, predicates, population=population)
    counts = _counts(tables, stated(triples, predicates, about.labels, nobody=population.nobody))
    steps = Steps.of(triples, predicates)
    return Graph(
        about=about,
        triples=triples,
        leading=tables.leading(triples),
        numbers=tables.written(
            "numbers", lambda: _numbers(tables, counts, population, steps=steps)
        ),
        steps=steps,
    )


def _predicates(tables: Tables, triples: DataFrame) -> tuple[Iri, ...]:
    found = tables.written("predicates", lambda: triples.select("predicate").distinct())
    return tuple(sorted(Iri(row[0][1:-1]) for row in found.collect()))


def _population(tables: Tables, triples: DataFrame, predicates: Sequence[Iri]) -> Population:
    found = Population.of(triples, predicates)
    nobody = tables.written("nobody", lambda: found.nobody)
    return Population(nobody, tables.written("classes", lambda: found.classes))


def _about(
    tables: Tables, triples: DataFrame, predicates: tuple[Iri, ...], *, population: Population
) -> About:
    def counted() -> DataFrame:
        labels = label_predicates(triples, predicates, population)
        told = stated(triples, predicates, labels, nobody=population.nobody)
        about = About(
            version=digest(triples),
            predicates=predicates,
            labels=labels,
            entities=told.select("entity").distinct().count(),
        )
        return tables.spark.createDataFrame([(about.written(),)], "about string")

    return About.read(tables.written("about", counted).collect()[0][0])


def _counts(tables: Tables, told: DataFrame) -> Counts:
    def counted(key: str) -> DataFrame:
        return told.groupBy("property", key).count().withColumnRenamed("count", "times")

    holders = tables.written("holders", lambda: counted("entity"))
    return Counts(holders, tables.written("values", lambda: counted("object")))


def _numbers(tables: Tables, counts: Counts, population: Population, *, steps: Steps) -> DataFrame:
    context, session = tables.spark.sparkContext, tables.spark
    ends = session.createDataFrame([(end,) for end in sorted(steps.ends)], "object string")
    ends = ends.unionAll(population.classes.select("class")).distinct()
    found = below(counts.values, population.classes, steps=context.broadcast(steps), ends=ends)
    lower = tables.written("below", lambda: found)
    return numbers(counts, population, lower)
