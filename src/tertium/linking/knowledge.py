"""What a graph knows of a candidate, as far as a query asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tertium.model.terms import Iri
from tertium.model.values import Entity, Value

__all__ = ["UNCOUNTED", "Asked", "Held", "Known", "unknown"]


UNCOUNTED: Final = 6.0
"""What it tells, in bits, to have a value of which nobody counted who has it."""


def unknown(_: str, /) -> None:
    """Return nothing: nobody counted."""


@dataclass(frozen=True, slots=True)
class Held:
    """The values which a candidate has where something is given; none when that is not stated.

    `around` are the wholes and places around values which are entities, and what lies around those.
    """

    values: tuple[Value, ...] = ()
    around: frozenset[Iri] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A candidate: its names, classes with all that is above them, and values of what is given.

    `labels` are the names which are no alias, in whatever language.
    `weight` says how many statements point at it or are made of it; 0 when nobody counted. `held`
    is in the order of what the query gives.
    """

    entity: Entity
    names: tuple[str, ...]
    labels: frozenset[str] = frozenset()
    description: str = ""
    types: frozenset[Iri] = frozenset()
    weight: int = 0
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the graph knows of the words of a query.

    `meant` are the things which a text that is given may mean, `labels` what properties and classes
    are called; `unused` are the properties which the graph states of nothing. What is known of
    rarity is told in bits: `rarity` of a word among names, `informs` of having a value.
    """

    meant: Mapping[str, frozenset[Iri]] = field(default_factory=dict)
    labels: Mapping[Iri, str] = field(default_factory=dict)
    unused: frozenset[Iri] = frozenset()
    rarity: Callable[[str], float | None] = unknown
    informs: Callable[[Iri], float | None] = unknown

    def bits(self, iri: Iri) -> float:
        """Return what it tells to have a value or a class, in bits, as far as anybody counted."""
        counted = self.informs(iri)
        return UNCOUNTED if counted is None else counted
