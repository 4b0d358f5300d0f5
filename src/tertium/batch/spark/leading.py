"""The triples that lead to nodes, but of millions to one node no more than are ever read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.batch.spark.reading import COLUMNS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["leading"]

_MOST: Final = 5_001
"""So many triples are read that lead to a node by one predicate, and one more tells of a crowd."""
_SALTS: Final = 64
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_FOLLOWED: Final = (
    f"<{_RDF}subject>",
    f"<{_RDF}object>",
    f"<{_OWL}annotatedSource>",
    f"<{_OWL}annotatedTarget>",
)
"""By which predicates all nodes are read that lead to a thing, however many."""


def leading(triples: DataFrame, *, most: int = _MOST) -> DataFrame:
    """Return the triples that lead to nodes, by node; of very many by one predicate, the first.

    Whatever half the graph points at is no burden for one worker: the first are chosen in many
    places, then among these. Those of which the subject has a name are chosen apart.
    """
    from pyspark.sql import functions as sql

    nodes = triples.where(sql.col("object").rlike("^(<[^<]|_:)"))
    followed = sql.col("predicate").isin(*_FOLLOWED)
    named, salt = sql.col("subject").startswith("<"), sql.abs(sql.hash("subject")) % _SALTS
    others = nodes.where(~followed).withColumn("named", named).withColumn("salt", salt)
    first = _first(others, "object", "predicate", "named", "salt", most=most)
    first = _first(first, "object", "predicate", "named", most=most)
    whole = first.select(*COLUMNS).unionAll(nodes.where(followed))
    return whole.repartitionByRange("object").sortWithinPartitions("object", "predicate", "subject")


def _first(rows: DataFrame, *keys: str, most: int) -> DataFrame:
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    place = sql.row_number().over(Window.partitionBy(*keys).orderBy("subject"))
    return rows.withColumn("place", place).where(sql.col("place") <= most).drop("place")
