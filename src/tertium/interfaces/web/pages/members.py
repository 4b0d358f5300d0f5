"""The entities of a page, each with what a reader may do with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.viewing import Viewing
from tertium.queries.identifiers import identifier

if TYPE_CHECKING:
    from tertium.model.terms import Iri
    from tertium.render.layout import Heading

__all__ = ["Member", "entity_address", "members"]

_PAIR: Final = 2
_KEPT: Final = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An entity of a page; an address is empty where there is nothing to be done.

    `without` is the page without it, `earlier` and `later` that in which it has changed places
    with its neighbour; the order of two says nothing.
    """

    heading: Heading
    identifier: str
    without: str = ""
    earlier: str = ""
    later: str = ""


def members(viewing: Viewing, headings: tuple[Heading, ...]) -> tuple[Member, ...]:
    """Return the entities of a page in order."""
    iris, last = viewing.entities, len(viewing.entities) - 1
    several, many = last > 0, last >= _PAIR
    return tuple(
        Member(
            heading=heading,
            identifier=identifier(iris[at]),
            without=_of(viewing, (*iris[:at], *iris[at + 1 :])) if several else "",
            earlier=_of(viewing, _swapped(iris, at - 1)) if many and at else "",
            later=_of(viewing, _swapped(iris, at)) if many and at < last else "",
        )
        for at, heading in enumerate(headings)
    )


@lru_cache(_KEPT)
def entity_address(iri: Iri) -> str:
    """Return where the page of an entity is."""
    return Viewing(entities=(iri,)).address()


def _swapped(iris: tuple[Iri, ...], at: int) -> tuple[Iri, ...]:
    return (*iris[:at], iris[at + 1], iris[at], *iris[at + 2 :])


def _of(viewing: Viewing, iris: tuple[Iri, ...]) -> str:
    ordered = tuple(sorted(iris)) if len(iris) == _PAIR else iris
    return replace(viewing, entities=ordered).address()
