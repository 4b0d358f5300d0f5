"""What the names in a list mean, looked up in the tables of a graph for all of them together."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Final

from tertium.batch.spark.facts import FACT, Facts, Kind, is_fact
from tertium.batch.spark.worker import bench
from tertium.errors import LimitError
from tertium.store.reads import Reach
from tertium.store.vocabulary import IDENTITIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tertium.api import KnowledgeGraph
    from tertium.batch.pairing import Pairs
    from tertium.batch.spark.facts import Row
    from tertium.batch.spark.gathering import Gathering
    from tertium.store.oxigraph import OxigraphStore

__all__ = ["graph_knowing"]

_PAIRS: Final = "pairs"
_HERE: Final = "0"


@contextmanager
def graph_knowing(pairs: Pairs, gathering: Gathering) -> Iterator[KnowledgeGraph]:
    """Yield a graph of which so much is known as it takes to list pairs.

    Raises:
        LimitError: when that takes too many rounds; else as the pairs do.

    """
    shared = gathering.shared.value
    known: list[Row] = []
    for _ in range(gathering.rounds):
        with bench(Facts.of(known), shared) as here:
            for _pair in pairs.named(here.graph):
                pass
            missing = list(here.missing(_HERE, shared.steps))
            if not missing:
                yield here.graph
                return
            linked = _linked(here.store.vocabulary)
        known += _found(missing, gathering, linked)
    raise LimitError(_PAIRS, f"what they mean is not known after {gathering.rounds} rounds")


def _linked(vocabulary: OxigraphStore) -> frozenset[str]:
    """Return what is linked to something, as N-Triples write it."""
    links = chain.from_iterable(map(vocabulary.linked, IDENTITIES))
    return frozenset(f"<{end}>" for link in links for end in link)


def _found(missing: Sequence[Row], gathering: Gathering, linked: frozenset[str]) -> Iterator[Row]:
    """Yield what there is of what is missing; of what is not linked, that there is something."""
    brief = [row for row in missing if row[2] == Reach.FROM.value and row[3] not in linked]
    whole = sorted({*missing} - {*brief})
    for rows, wanted in ((brief, True), (whole, False)):
        if rows:
            table = gathering.found(gathering.tables.spark.createDataFrame(rows, FACT))
            said = table.where(is_fact(Kind.TRIPLE))
            said = said.dropDuplicates(["one"]) if wanted else said
            told = table.where(~is_fact(Kind.TRIPLE)).unionAll(said)
            yield from (tuple(row) for row in told.toLocalIterator())
