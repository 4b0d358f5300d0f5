"""Pages by Spark on graphs of growing size: what a triple costs, and what a page costs.

Run `python -m benchmarks.spark --work DIR --date DATE FILE.nt…` with files of 1, 6.4 and 10 million
triples; it prints a table and rewrites benchmarks/spark.md. Pages are of pairs of one class.
"""

import argparse
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.circumstances import circumstances
from tertium.batch import Order, make_pages
from tertium.batch.pairing import Given
from tertium.batch.spark import SparkEngine, open_session
from tertium.batch.spark.sources import source_files
from tertium.batch.spark.tables import Tables

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

TABLE = Path(__file__).with_suffix(".md")
WIKIDATA = 1_600_000_000
"""Truthy statements of Wikidata."""
CORES = 2
HEAD = (
    "| file | triples | read s | count s | µs a triple | pages | pages s | ms a page | tables MB |",
    "|---|---|---|---|---|---|---|---|---|",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What one graph took, in seconds; `size` is that of its tables, in bytes."""

    name: str
    triples: int
    read: float
    counted: float
    pages: int
    made: float
    size: int

    @property
    def line(self) -> str:
        """A line of the table."""
        prepared = self.read + self.counted
        cells = (
            *(self.name, f"{self.triples:,}", f"{self.read:.0f}", f"{self.counted:.0f}"),
            *(f"{prepared / self.triples * 1e6:.1f}", f"{self.pages:,}", f"{self.made:.0f}"),
            *(f"{self.made / max(1, self.pages) * 1e3:.0f}", f"{self.size / 1e6:,.0f}"),
        )
        return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, print and keep the table."""
    chosen = _arguments()
    spark = open_session(f"local[{CORES}]", spark_driver_memory=chosen.memory)
    try:
        found = [_measured(spark, file, chosen) for file in chosen.files]
    finally:
        spark.stop()
    table = "\n".join((*HEAD, *(one.line for one in found)))
    parts = ["# Pages by Spark", circumstances(chosen.date), table, *_slopes(found)]
    text = "\n\n".join(parts) + "\n"
    chosen.output.write_text(text, encoding="utf-8")
    print(text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add = parser.add_argument
    add("--work", type=Path, required=True, help="where tables and pages are put")
    add("--date", required=True, help="the day, for the record")
    add("--pages", type=int, default=1000, help="of each graph")
    add("--class", dest="kind", default="http://www.wikidata.org/entity/Q5", help="of whom")
    add("--memory", default="4g", help="of the Java process")
    add("--output", type=Path, default=TABLE)
    add("files", type=Path, nargs="+")
    return parser.parse_args()


def _measured(spark: "SparkSession", file: Path, chosen: argparse.Namespace) -> Measured:
    work, pages = chosen.work / f"{file.name}.spark", chosen.work / f"{file.name}.pages"
    for folder in (work, pages):
        shutil.rmtree(folder, ignore_errors=True)
    started = perf_counter()
    place = SparkEngine.place(source_files(spark, [str(file)]), work.absolute().as_uri())
    triples = Tables(spark, place).triples(source_files(spark, [str(file)])).count()
    read = perf_counter() - started
    engine = SparkEngine.open(spark, [str(file)], work.absolute().as_uri())
    counted = perf_counter() - started - read
    pairs = Given(_pairs(spark, place, chosen.kind, chosen.pages))
    started = perf_counter()
    with engine.graph_for(pairs) as graph:
        report = make_pages(graph, pairs, pages, order=Order(), engine=engine)
    made = perf_counter() - started
    size = sum(path.stat().st_size for path in work.rglob("*") if path.is_file())
    return Measured(file.name, triples, read, counted, report.pages, made, size)


def _pairs(spark: "SparkSession", place: str, kind: str, pages: int) -> list[tuple[str, ...]]:
    classes = spark.read.parquet(f"{place}/classes")
    members = classes.where(classes["class"] == f"<{kind}>").sort("entity").limit(pages + 1)
    return list(pairwise(row["entity"][1:-1] for row in members.collect()))


def _slopes(found: Sequence[Measured]) -> Iterator[str]:
    """Yield what another triple costs, and what all of Wikidata would."""
    if len({one.triples for one in found}) == 1:
        return
    sizes = [one.triples for one in found]
    slope, _ = linear_regression(sizes, [one.read + one.counted for one in found])
    hours = slope * CORES * WIKIDATA / 3600
    yield (
        f"Another triple takes {slope * 1e6:.1f} µs of {CORES} cores. If that went on to"
        f" {WIKIDATA:,} triples, it would be {hours:,.0f} core hours: extrapolated, not measured."
    )
    first, last = found[0], found[-1]
    growth = (last.made / last.pages) / (first.made / first.pages)
    yield f"A page of the largest graph takes {growth:.2f} times what one of the smallest does."


if __name__ == "__main__":
    main()
