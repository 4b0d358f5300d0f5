"""Makes pages where the data is: as far as what was gathered goes, and tells what is missing."""

from __future__ import annotations

import pickle
import sqlite3
import zlib
from base64 import b64decode, b64encode
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from tertium.api import KnowledgeGraph
from tertium.batch.making import make
from tertium.batch.spark.arrow import Sent, packed, rows_in
from tertium.batch.spark.facts import FACTS, Facts, Kind, key_row, read_row, task_row
from tertium.batch.spark.lines import filled
from tertium.batch.spark.numbers import Numbers
from tertium.model.terms import Iri
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.store.oxigraph import OxigraphStore
from tertium.store.reads import Reach, Read
from tertium.store.sidecar import Sidecar, write_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pyarrow as pa

    from tertium.batch.making import Recipe
    from tertium.batch.outcomes import Outcome
    from tertium.batch.spark.descending import Steps
    from tertium.batch.spark.facts import Row
    from tertium.batch.spark.partial import PartialStore
    from tertium.model.comparison import GraphInfo
    from tertium.model.statistics import Statistics

__all__ = ["Bench", "Shared", "bench", "outcome_in", "work"]

_MANY: Final = 100
"""How many rows are in a batch: some have a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What every worker knows of a graph, and how pages are made of it.

    `vocabulary` are lines of N-Triples: what queries may find on properties and classes.
    """

    info: GraphInfo
    labels: tuple[Iri, ...]
    predicates: frozenset[str]
    totals: Mapping[str, int]
    vocabulary: bytes
    steps: Steps
    recipe: Recipe


@dataclass(frozen=True)
class _Counted(Sidecar):
    """A sidecar without names, of which only some statistics are known."""

    numbers: Numbers

    @cached_property
    def statistics(self) -> Statistics:
        """How common properties and values are."""
        return self.numbers.statistics


@dataclass(frozen=True, slots=True)
class Bench:
    """A graph as far as it is known, and what was missing of it."""

    graph: KnowledgeGraph
    store: PartialStore
    numbers: Numbers

    def missing(self, part: str, steps: Steps) -> Iterator[Row]:
        """Yield what was missing so far, as facts to be found."""
        yield from (read_row(part, read) for read in _with_ancestors(self.store.missing, steps))
        yield from (key_row(part, key) for key in self.numbers.missing)


def work(shared: Sent[Shared], batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Yield what became of the tasks of each part, or what is missing for them.

    The facts of a part come one after another. Readers remember what they have read, also that
    there was nothing: a part is made whole, or again.
    """
    parts = groupby(rows_in(batches), itemgetter(0))
    rows = (row for part, facts in parts for row in _worked(part, Facts.of(facts), shared.value))
    yield from packed(rows, FACTS, many=_MANY)


def outcome_in(text: str) -> Outcome:
    """Return the outcome which a worker wrote."""
    outcome: Outcome = pickle.loads(zlib.decompress(b64decode(text)))
    return outcome


@contextmanager
def bench(facts: Facts, shared: Shared) -> Iterator[Bench]:
    """Yield the graph of some facts, as far as these go."""
    store = facts.store(shared.predicates, _vocabulary(shared.vocabulary))
    numbers = Numbers(facts.amounts)
    with closing(sqlite3.connect(":memory:")) as nothing:
        write_tables(nothing)
        sidecar = _Counted(nothing, "", shared.labels, shared.totals, numbers)
        reader = Reader(store, bundled_catalogue(), labels=shared.labels)
        yield Bench(KnowledgeGraph(reader, info=shared.info, sidecar=sidecar), store, numbers)


def _worked(part: str, facts: Facts, shared: Shared) -> Iterator[Row]:
    if not facts.tasks:
        return
    with bench(facts, shared) as here:
        outcomes = [make(here.graph, task, shared.recipe) for task in facts.tasks]
    if missing := tuple(here.missing(part, shared.steps)):
        yield from (task_row(int(part), task) for task in facts.tasks)
        yield from missing
    else:
        yield from (_outcome_row(part, outcome) for outcome in outcomes)


def _with_ancestors(missing: Iterable[Read], steps: Steps) -> Iterator[Read]:
    """Yield what is missing, and what will be asked of it next: what lies above things."""
    wanted = dict.fromkeys(missing)
    for read in missing:
        if read.reach is Reach.FROM and isinstance(read.node, str):
            above = steps.above((), f"<{read.node}>")
            wanted |= dict.fromkeys(Read(Reach.FROM, Iri(one[1:-1])) for one in sorted(above))
    return iter(wanted)


def _outcome_row(part: str, outcome: Outcome) -> Row:
    text = b64encode(zlib.compress(pickle.dumps(outcome), 1)).decode()
    return (part, Kind.OUTCOME.value, str(outcome.task.number), "", "", text)


@lru_cache(maxsize=1)
def _vocabulary(lines: bytes) -> OxigraphStore:
    """Return the store for queries, which is made once in a process and only read."""
    return OxigraphStore(filled(lines))
