"""Which predicates name the things of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertium.model.terms import Iri
from tertium.store.vocabulary import LABELS, names_things

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyspark.sql import DataFrame

    from tertium.batch.spark.population import Population

__all__ = ["label_predicates"]


def label_predicates(
    triples: DataFrame, predicates: Sequence[str], population: Population
) -> tuple[Iri, ...]:
    """Return the predicates which name things; see `tertium.store.sidecar.naming`.

    A predicate that is called like one has to lead to a text once at least.
    """
    known = tuple(predicate for predicate in LABELS if predicate in predicates)
    if _suffice(triples, known, population):
        return known
    places = {one: names_things(one) for one in predicates if one not in known}
    likely = sorted((place, one) for one, place in places.items() if place is not None)
    texts = _leading_to_texts(triples, [one for _, one in likely])
    return (*known, *(Iri(one) for _, one in likely if one in texts))


def _suffice(triples: DataFrame, known: Sequence[str], population: Population) -> bool:
    from pyspark.sql import functions as sql

    entities = population.classes.select("entity").distinct()
    named = triples.where(sql.col("predicate").isin(*(f"<{one}>" for one in known)))
    labelled = named.select(sql.col("subject").alias("entity")).distinct()
    have = entities.join(labelled, "entity", "left_semi").count() if known else 0
    return have >= max(1, (1 + entities.count()) // 2)


def _leading_to_texts(triples: DataFrame, predicates: Sequence[str]) -> frozenset[str]:
    from pyspark.sql import functions as sql

    asked = sql.col("predicate").isin(*(f"<{one}>" for one in predicates))
    found = triples.where(asked & sql.col("object").startswith('"')).select("predicate").distinct()
    return frozenset(row[0][1:-1] for row in found.collect()) if predicates else frozenset()
