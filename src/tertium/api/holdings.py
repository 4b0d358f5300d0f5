"""What a graph holds, counted in the words of VoID by asking it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tertium.model.terms import Iri
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reading.columns import number_in
from tertium.store.directory import open_directory
from tertium.store.protocol import GraphStore, select
from tertium.store.sidecar import open_sidecar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Holdings", "holdings", "holdings_of"]

_MOST: Final = 20_000_000
"""In a store of so many triples, all is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a graph holds, as it answers itself; predicates, classes and graphs in order.

    Attributes:
        triples: how many triples.
        entities: how many things are described, where that is known.
        subjects: how many different subjects, unless there are too many to be kept apart.
        objects: how many different objects, unless there are too many.
        kinds: how many different classes, whether they have an address or not.
        predicates: how many triples each predicate has.
        classes: how many things are given as being of each class that has an address.
        graphs: how many triples each named graph has.

    """

    triples: int
    entities: int | None
    subjects: int | None
    objects: int | None
    kinds: int | None
    predicates: Mapping[Iri, int]
    classes: Mapping[Iri, int]
    graphs: Mapping[Iri, int]


def holdings_of(directory: Path) -> Holdings:
    """Return what a store directory holds; it takes seconds for each million triples.

    In a large one, what takes memory for each thing is not counted: subjects, objects, classes.

    Raises:
        BadStoreError: when it is damaged or of another version.
        StaleStatisticsError: when its statistics are of another version.

    """
    kept = open_directory(directory)
    sidecar = open_sidecar(kept.generation.sidecar, kept.manifest.version)
    entities = sidecar.totals["entities"]
    sidecar.connection.close()
    return holdings(kept.store, entities, whole=kept.manifest.triples <= _MOST)


def holdings(store: GraphStore, entities: int | None = None, *, whole: bool = True) -> Holdings:
    """Return what a store holds, or only what is counted without much memory."""
    predicates = _table(store, "predicates")
    held = Holdings(
        triples=sum(predicates.values()),
        entities=entities,
        subjects=None,
        objects=None,
        kinds=None,
        predicates=_named(predicates),
        classes={},
        graphs=_named(_table(store, "graphs")),
    )
    return _completed(held, store) if whole else held


def _completed(held: Holdings, store: GraphStore) -> Holdings:
    (ends,) = select(store, bundled_catalogue()["void/ends"].bind())
    classes = _table(store, "classes")
    return replace(
        held,
        subjects=number_in(ends, "subjects"),
        objects=number_in(ends, "objects"),
        kinds=len(classes),
        classes=_named(classes),
    )


def _table(store: GraphStore, name: str) -> Mapping[object, int]:
    query = bundled_catalogue()[f"void/{name}"]
    thing, number = query.returns
    return {row[thing]: number_in(row, number) for row in select(store, query.bind())}


def _named(table: Mapping[object, int]) -> Mapping[Iri, int]:
    """Return the part of a table that speaks of what has an address."""
    return {Iri(thing): number for thing, number in table.items() if isinstance(thing, str)}
