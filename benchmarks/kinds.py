"""Things of a Wikidata graph by kind: people, artists, places, works, organisations, others."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from random import Random
from typing import Final
from zlib import crc32

import tertium
from tertium.model.terms import Iri
from tertium.queries.climbing import Climber, reached
from tertium.queries.holding import held
from tertium.store.vocabulary import BACKGROUND

__all__ = ["KINDS", "things_by_kind"]

KINDS: Final = ("people", "artists", "places", "works", "organisations", "others")
_MORE: Final = 12
"""So many times more are looked at than are taken, that the much linked are among them."""
_WD: Final = "http://www.wikidata.org/"
_HUMAN: Final = Iri(f"{_WD}entity/Q5")
_ARTIST: Final = Iri(f"{_WD}entity/Q483501")
_OCCUPATION: Final = Iri(f"{_WD}prop/direct/P106")
_OTHERS: Final = {
    Iri(f"{_WD}entity/Q43229"): "organisations",
    Iri(f"{_WD}entity/Q386724"): "works",
    Iri(f"{_WD}entity/Q27096213"): "places",
}
_THINGS: Final = (
    "SELECT space.prefix || thing.local FROM thing JOIN space ON space.id = thing.space ORDER BY 1"
)


def things_by_kind(
    kg: tertium.KnowledgeGraph, *, half: int, count: int
) -> Mapping[str, tuple[Iri, ...]]:
    """Return some things of each kind in one half of a graph.

    Of each kind, half are any, and half are drawn by how much points at them.
    """
    random, weights = Random(half), kg.sidecar.names.weights
    found = _found(kg, half, _MORE * count, random)
    return {kind: tuple(_drawn(found[kind], weights(found[kind]), count, random)) for kind in KINDS}


def _found(
    kg: tertium.KnowledgeGraph, half: int, most: int, random: Random
) -> Mapping[str, list[Iri]]:
    names = kg.sidecar.names
    rows = [Iri(row[0]) for row in names.connection.execute(_THINGS)]
    every = [iri for iri in rows if crc32(iri.encode()) % 2 == half]
    random.shuffle(every)
    kinds = _Kinds(kg)
    found: dict[str, list[Iri]] = {kind: [] for kind in KINDS}
    for iri in every:
        classes = names.kinds((iri,)).get(iri, ())
        if classes and BACKGROUND.isdisjoint(classes):
            some = found[kinds.kind(iri, classes)]
            some += [iri] * (len(some) < most)
    return found


def _drawn(
    things: list[Iri], weights: Mapping[Iri, int], count: int, random: Random
) -> Iterator[Iri]:
    rest = things[count // 2 :]
    known = random.choices(rest, [weights.get(iri, 0) for iri in rest], k=count // 2)
    yield from dict.fromkeys((*things[: count // 2], *known))


class _Kinds:
    """Tells of what kind a thing is, by what is above its classes and its occupations."""

    def __init__(self, kg: tertium.KnowledgeGraph) -> None:
        self._reader = kg.reader
        self._climber = Climber(kg.reader.gatherer)
        self._above = cache(self._reached)

    def kind(self, iri: Iri, classes: Iterable[Iri]) -> str:
        if _HUMAN in classes:
            arcs = held(self._reader, (iri,), (_OCCUPATION,)).get(iri, ())
            trades = [Iri(str(term)) for _, term in arcs]
            return "artists" if any(_ARTIST in self._above(one) for one in trades) else "people"
        above = frozenset[Iri]().union(*map(self._above, classes))
        return next((kind for top, kind in _OTHERS.items() if top in above), "others")

    def _reached(self, start: Iri) -> frozenset[Iri]:
        return reached((start,), self._climber.climb((start,)))
