"""From the names in an address to the things they mean, or to what may be meant instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.errors import AmbiguousEntityError, EntityError, UnknownEntityError
from tertium.interfaces.web.problems import Problem, problem_of
from tertium.interfaces.web.viewing import Viewing
from tertium.queries.identifiers import identifier, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tertium.api import KnowledgeGraph
    from tertium.api.suggesting import Introduced
    from tertium.model.terms import Iri
    from tertium.queries.finding import Found
    from tertium.render.json_values import Json

__all__ = ["LONGEST", "Unclear", "found_json", "meant", "problem"]

LONGEST: Final = 1000
"""No thing has a name of more characters."""
_CHOICES: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """It is not clear what the name in a place means; `near` is what may be meant."""

    place: int
    error: EntityError
    near: tuple[Found, ...]


def meant(graph: KnowledgeGraph, names: Sequence[str]) -> tuple[Iri | Unclear, ...]:
    """Return what each name means, or what it may mean."""
    return tuple(_meant(graph, place, name) for place, name in enumerate(names))


def problem(found: Sequence[Iri | Unclear], unclear: Unclear) -> Problem:
    """Return what is told when a name is unclear, with what may be meant and where that leads.

    If all other names are clear, it leads to the page of all; nothing of the request is repeated.
    """
    told = problem_of(unclear.error)
    others = [one for one in found if not isinstance(one, Unclear)]
    clear = len(others) == len(found) - 1
    choices: list[Json] = []
    for one in unclear.near:
        iri = one.entity.iri
        all_of = (*others[: unclear.place], iri, *others[unclear.place :]) if clear else (iri,)
        all_of = in_order(all_of)
        choices.append({**found_json(one), "address": Viewing(entities=all_of).address()})
    member = "candidates" if isinstance(unclear.error, AmbiguousEntityError) else "suggestions"
    more: dict[str, Json] = {"place": unclear.place, member: choices}
    return Problem(kind=told.kind, detail=told.detail, headers=told.headers, more=more)


def found_json(found: Found | Introduced) -> dict[str, Json]:
    """Return something that was found, with the address of its page."""
    entity = found.entity
    return {
        "id": identifier(entity.iri),
        "iri": entity.iri,
        "label": entity.label,
        "description": found.description,
        "types": [{"iri": kind.iri, "label": kind.label} for kind in found.classes],
        "address": Viewing(entities=(entity.iri,)).address(),
    }


def _meant(graph: KnowledgeGraph, place: int, name: str) -> Iri | Unclear:
    if len(name) > LONGEST:
        return Unclear(place=place, error=UnknownEntityError(name), near=())
    try:
        return graph.resolve(name)
    except EntityError as error:
        return Unclear(place=place, error=error, near=graph.find(name, limit=_CHOICES))
