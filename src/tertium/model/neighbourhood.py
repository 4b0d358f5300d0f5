"""What some entities are linked to, before it is known which links mean something."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.terms import Iri

__all__ = ["Edge", "Neighbourhood"]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """That a property leads from one entity to another; the property goes by its canonical IRI."""

    subject: Iri
    predicate: Iri
    value: Iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """All edges from some nodes, and those to them unless too many are alike.

    `crowds` counts the edges to a node by property and node, also where these are left out;
    `surveyed` are the nodes asked about, `crowded` those to which more edges lead than are read.
    """

    edges: frozenset[Edge] = frozenset()
    crowds: Mapping[tuple[Iri, Iri], int] = field(default_factory=dict)
    surveyed: frozenset[Iri] = frozenset()
    crowded: frozenset[Iri] = frozenset()

    @property
    def size(self) -> int:
        """How many edges were read, or counted and left out."""
        return len(self.edges) + sum(self.crowds.values())

    def __or__(self, other: "Neighbourhood") -> "Neighbourhood":
        """Return both together."""
        return Neighbourhood(
            edges=self.edges | other.edges,
            crowds={**self.crowds, **other.crowds},
            surveyed=self.surveyed | other.surveyed,
            crowded=self.crowded | other.crowded,
        )
