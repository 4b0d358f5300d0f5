"""What share of statements has a value at or below each class, concept and whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Self

from tertium.batch.spark.arrow import Sent, packed, rows_in
from tertium.batch.spark.counting import is_thing
from tertium.store.sidecar.lineage import closure
from tertium.store.vocabulary import WHOLES, is_broader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["Steps", "below", "raised"]

_ROW: Final = ("property", "ancestor", "times")
_RAISED: Final = "property string, ancestor string, times string"


@dataclass(frozen=True, slots=True)
class Steps:
    """The steps to what is wider and to wholes, small enough for every worker."""

    kinds: Mapping[str, tuple[str, ...]]
    wholes: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, triples: DataFrame, predicates: Sequence[str]) -> Self:
        """Return the steps of a graph."""
        broader = [one for one in predicates if is_broader(one)]
        return cls(
            _steps(triples, broader), _steps(triples, [p for p in predicates if p in WHOLES])
        )

    @property
    def ends(self) -> frozenset[str]:
        """Whatever a step leads from or to."""
        both = (*self.kinds.items(), *self.wholes.items())
        return frozenset(end for low, highs in both for end in (low, *highs))

    def above(self, types: Iterable[str], own: str) -> frozenset[str]:
        """Return what lies above a thing of some classes, and itself if it is known."""
        found = closure({*types, own} - {""}, self.kinds)
        return found | closure({own}, self.wholes) if own in self.wholes else found


def below(
    values: DataFrame, classes: DataFrame, *, steps: Sent[Steps], ends: DataFrame
) -> DataFrame:
    """Return how many statements of each property have a value at or below each ancestor.

    Each statement counts once for whatever lies above its value (Resnik 1995).
    """
    from pyspark.sql import functions as sql

    kinds = classes.groupBy("entity").agg(
        sql.concat_ws(" ", sql.sort_array(sql.collect_set("class")))
    )
    kinds = kinds.toDF("object", "kinds")
    own = ends.withColumn("own", sql.col("object"))
    alike = (
        values.where(is_thing())
        .join(kinds, "object", "left")
        .join(own, "object", "left")
        .groupBy("property", "kinds", "own")
        .agg(sql.sum("times").cast("string").alias("times"))
        .na.fill("")
    )
    found = alike.mapInArrow(partial(raised, steps), _RAISED)
    total = sql.sum(sql.col("times").cast("long")).alias("times")
    return found.groupBy("property", "ancestor").agg(total)


def raised(steps: Sent[Steps], batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield how many statements lie at or below each ancestor of the values in batches."""
    known, found = steps.value, Counter[tuple[str, str]]()
    for name, kinds, own, times in rows_in(batches):
        for ancestor in known.above(kinds.split(), own):
            found[name, ancestor] += int(times)
    yield from packed(((*pair, str(times)) for pair, times in found.items()), _ROW)


def _steps(triples: DataFrame, predicates: Sequence[str]) -> dict[str, tuple[str, ...]]:
    from pyspark.sql import functions as sql

    asked = sql.col("predicate").isin(*(f"<{one}>" for one in predicates))
    named = sql.col("subject").startswith("<") & is_thing()
    found: dict[str, tuple[str, ...]] = {}
    for low, high in triples.where(asked & named).select("subject", "object").toLocalIterator():
        found[low] = (*found.get(low, ()), high)
    return found
