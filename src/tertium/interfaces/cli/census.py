"""Counts as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.api.censuses import Table
    from tertium.api.counting import Census
    from tertium.model.statistics import PropertyProfile
    from tertium.model.values import Entity

__all__ = ["census_tables"]


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
