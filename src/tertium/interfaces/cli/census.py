"""Counts as tables and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tertium.queries.answers import columns
from tertium.store.protocol import Solutions

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.api import KnowledgeGraph
    from tertium.api.counting import Census
    from tertium.model.statistics import PropertyProfile
    from tertium.model.values import Entity

__all__ = ["Table", "asked_tables", "census_document", "census_tables"]

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]
"""A header and the lines below it."""


def asked_tables(graph: KnowledgeGraph) -> dict[str, Table]:
    """Return totals and classes of a graph of which nothing was counted, by asking it."""
    counts = {name: graph.query(f"statistics/{name}") for name in ("totals", "classes")}
    tables = {name: columns(a) for name, a in counts.items() if isinstance(a, Solutions)}
    return {name: (header, list(rows)) for name, (header, rows) in tables.items()}


def census_document(counted: Census) -> dict[str, object]:
    """Return all counts, to be written as JSON."""
    return {
        "totals": dict(counted.totals),
        "classes": list(map(_thing, counted.classes)),
        "properties": [
            {
                "iri": one.iri,
                "label": entity.label,
                "entities": one.entities,
                "statements": one.statements,
                "distinct_values": one.distinct_values,
                "reuse": round(one.reuse, 4),
                "kinds": dict(one.kinds),
            }
            for entity, one in counted.properties
        ],
        "languages": dict(counted.languages),
        "hubs": list(map(_thing, counted.hubs)),
        "tops": list(map(_thing, counted.tops)),
        "conflicts": [{"iris": list(one.iris), "why": one.why} for one in counted.conflicts],
    }


def _thing(pair: tuple[Entity, int]) -> dict[str, object]:
    entity, number = pair
    return {"iri": entity.iri, "label": entity.label, "count": number}


def census_tables(counted: Census, limit: int) -> Iterator[Table]:
    """Yield the tables to show, of at most so many lines but for the totals."""
    yield ("counted", "total"), _lines(counted.totals)
    for header, rows in _rankings(counted):
        if rows:
            yield header, rows[:limit]


def _rankings(counted: Census) -> Iterator[Table]:
    yield ("class", "iri", "entities"), [_line(*pair) for pair in counted.classes]
    header = ("property", "iri", "entities", "per entity", "values", "kinds")
    yield header, [_profile(*pair) for pair in counted.properties]
    yield ("language", "labels"), _lines(counted.languages)
    yield ("most pointed at", "iri", "by entities"), [_line(*pair) for pair in counted.hubs]
    yield ("widest", "iri", "directly below"), [_line(*pair) for pair in counted.tops]
    apart: list[tuple[str, ...]] = [(" ".join(one.iris), one.why) for one in counted.conflicts]
    yield ("linked, but kept apart", "because"), apart


def _lines(numbers: Mapping[str, int]) -> list[tuple[str, ...]]:
    return [(key or "(none)", str(number)) for key, number in numbers.items()]


def _line(entity: Entity, number: int) -> tuple[str, ...]:
    return entity.label, entity.iri, str(number)


def _profile(entity: Entity, one: PropertyProfile) -> tuple[str, ...]:
    kinds = ", ".join(kind.rpartition("#")[2] for kind in one.kinds)
    often = f"{one.statements / one.entities:.2f}"
    return (
        entity.label,
        one.iri,
        *(str(one.entities), often, str(one.distinct_values), kinds),
    )
