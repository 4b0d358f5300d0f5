"""The saved queries by family, and what each family is for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from tertium.queries.catalogue import bundled_catalogue

if TYPE_CHECKING:
    from tertium.queries.catalogue import Query

__all__ = ["Family", "families"]

_FIRST: Final = ("compare", "history", "statistics")
"""The families with what people ask; the others are how Tertium itself asks a graph."""
_ABOUT: Final = {
    "check": "What is wrong with the statements of a graph; each should answer nothing.",
    "claim": "Whether what a sentence claims is true in the graph.",
    "compare": "What entities share, what sets them apart, and what is missing.",
    "derive": "What is added to a graph when it is loaded.",
    "gather": "What is read of entities before they are compared.",
    "history": "Questions of history, to graphs in our own vocabulary.",
    "labels": "What things are called.",
    "link": "What is known of those who may be meant by a name.",
    "ontology": "What the ontology says of properties, classes and words.",
    "paths": "What leads from nodes and to them.",
    "patterns": "What fits a pattern.",
    "statistics": "How much there is of what.",
    "verify": "What a checker asks.",
    "void": "What a graph holds, as it is described to machines.",
}


@dataclass(frozen=True, slots=True)
class Family:
    """Queries of one kind."""

    name: str
    about: str
    queries: tuple[Query, ...]


@cache
def families() -> tuple[Family, ...]:
    """Return all saved queries by family, those for people first."""
    names = bundled_catalogue()
    grouped = groupby(names, key=lambda name: name.partition("/")[0])
    found = [
        Family(family, _ABOUT.get(family, ""), tuple(names[name] for name in members))
        for family, members in grouped
    ]
    return tuple(sorted(found, key=_place))


def _place(family: Family) -> tuple[int, str]:
    known = family.name in _FIRST
    return (_FIRST.index(family.name) if known else len(_FIRST), family.name)
