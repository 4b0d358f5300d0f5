"""The entities of a graph and their classes, told as a sidecar tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from tertium.batch.spark.arrow import packed, rows_in
from tertium.store.vocabulary import BACKGROUND, RDF_SUBJECT, RDF_TYPE, is_class, is_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["Population", "entity_classes"]

_NAMED: Final = "^<[^<]"


@dataclass(frozen=True, slots=True)
class Population:
    """What is no entity (`node`), and the classes of what is one (`entity`, `class`)."""

    nobody: DataFrame
    classes: DataFrame

    @classmethod
    def of(cls, triples: DataFrame, predicates: Sequence[str]) -> Self:
        """Return the population of a graph; see `tertium.store.sidecar.population`."""
        from pyspark.sql import functions as sql

        predicate, value = sql.col("predicate"), sql.col("object")
        of_type = predicate == f"<{RDF_TYPE}>"
        behind = of_type & value.isin(*(f"<{kind}>" for kind in sorted(BACKGROUND)))
        nobody = triples.where((predicate == f"<{RDF_SUBJECT}>") | behind)
        nobody = nobody.select(sql.col("subject").alias("entity")).distinct()
        types = [f"<{one}>" for one in predicates if is_type(one)]
        typed = triples.where(predicate.isin(*types) & value.rlike(_NAMED))
        typed = typed.where(sql.col("subject").rlike(_NAMED))
        given = typed.select(sql.col("subject").alias("entity"), value.alias("class")).distinct()
        kept = given.select("class").distinct().mapInArrow(entity_classes, "class string")
        return cls(nobody, given.join(kept, "class").join(nobody, "entity", "left_anti"))


def entity_classes(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield the classes of entities, not of what serves to state something."""
    yield from packed((row for row in rows_in(batches) if is_class(row[0][1:-1])), ("class",))
