"""What somebody may be about to name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tertium.store.sidecar.beginning import beginning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tertium.api.search import SearchableGraph
    from tertium.model.terms import Iri
    from tertium.model.values import Entity

__all__ = ["Introduced", "introduced", "suggested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """A thing with its classes and what introduces it."""

    entity: Entity
    classes: tuple[Entity, ...]
    description: str


def suggested(graph: SearchableGraph, text: str, *, limit: int) -> tuple[Introduced, ...]:
    """Return what a text may mean or go on to be, the likeliest first.

    What is called so comes first, then what begins so, then what is found by it.
    """
    prefix = text.strip()
    if not prefix:
        return ()
    begun = _begun(graph, prefix, limit)
    found = () if len(begun) >= limit else graph.find(prefix, limit=limit)
    iris = dict.fromkeys((*begun, *(one.entity.iri for one in found)))
    return introduced(graph, tuple(iris)[:limit])


def introduced(graph: SearchableGraph, iris: Iterable[Iri]) -> tuple[Introduced, ...]:
    """Return things as they are introduced."""
    entities = graph.reader.entities(iris)
    blurbs = graph.reader.blurbs(one.iri for one in entities)
    names = graph.reader.names({kind for one in entities for kind in one.types})
    return tuple(
        Introduced(
            entity=one, classes=tuple(map(names.entity, one.types)), description=blurbs[one.iri]
        )
        for one in entities
    )


def _begun(graph: SearchableGraph, prefix: str, limit: int) -> tuple[Iri, ...]:
    if graph.sidecar is None:
        return ()
    called = graph.sidecar.names.weights(graph.sidecar.names.alike(prefix))
    likeliest = sorted(called, key=lambda iri: (-called[iri], iri))
    begun = beginning(graph.sidecar.connection, prefix, limit=limit)
    return tuple(dict.fromkeys((*likeliest, *begun)))[:limit]
