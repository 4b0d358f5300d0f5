"""What was counted of a graph, with the names of the things counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.model.identity import Conflict
    from tertium.model.statistics import PropertyProfile
    from tertium.model.terms import Iri
    from tertium.model.values import Entity
    from tertium.queries.reader import Reader
    from tertium.store.sidecar import Sidecar

__all__ = ["Census", "census"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """The numbers of a whole graph: things with the most first, languages by their tags.

    `hubs` are the things most pointed at, by how many entities share them as a value; `tops` the
    widest classes and concepts, by how many are directly below them; `conflicts` what is linked
    but kept apart.
    """

    totals: Mapping[str, int]
    classes: tuple[tuple[Entity, int], ...]
    properties: tuple[tuple[Entity, PropertyProfile], ...]
    languages: Mapping[str, int]
    hubs: tuple[tuple[Entity, int], ...]
    tops: tuple[tuple[Entity, int], ...]
    conflicts: tuple[Conflict, ...]


def census(sidecar: Sidecar, reader: Reader) -> Census:
    """Return what was counted, each thing with its label."""
    profiles = sidecar.properties()
    tables = sidecar.classes(), sidecar.hubs(), sidecar.tops()
    names = reader.names([*(p.iri for p in profiles), *(iri for each in tables for iri in each)])

    def named(table: Mapping[Iri, int]) -> tuple[tuple[Entity, int], ...]:
        return tuple((names.entity(iri), number) for iri, number in table.items())

    classes, hubs, tops = map(named, tables)
    return Census(
        totals=sidecar.totals,
        classes=classes,
        properties=tuple((names.entity(profile.iri), profile) for profile in profiles),
        languages=sidecar.languages(),
        hubs=hubs,
        tops=tops,
        conflicts=reader.unifier.conflicts() if reader.unifier else (),
    )
