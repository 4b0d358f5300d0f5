"""Ways up from a value which may not be mixed: by kinds, and by wholes.

By kinds a chain goes from a thing to its class, if it does so, and then from class or concept to
wider ones. By wholes it goes from part to whole only. A chain of both would prove nothing: what
holds a wheel is no kind of wheel, and the class of a country is not that of its towns.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.hierarchy import Hierarchy
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Climb", "Ladder", "encloses", "kinds", "wholes"]

Climb = Mapping[Iri, tuple[Entity, int]]
"""What lies above a value and the value itself, each with the number of steps to it."""
_Steps = Mapping[Iri, tuple[Entity, ...]]


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps of one kind; `first` are those which lead onto it from a value."""

    steps: _Steps
    first: _Steps = field(default_factory=dict)

    def above(self, iri: Iri) -> tuple[Entity, ...]:
        """Return what is next above; in RDFS that may be the thing itself."""
        return self.steps.get(iri, ())

    def tops(self, iri: Iri) -> bool:
        """Return whether nothing else is above."""
        return all(parent.iri == iri for parent in self.above(iri))

    def climb(self, value: Entity) -> Climb:
        """Return each ancestor with its distance, by a breadth-first search; circles end."""
        climb = {value.iri: (value, 0)}
        level = [*self.above(value.iri), *self.first.get(value.iri, ())]
        steps = 0
        while level:
            steps += 1
            new = {one.iri: (one, steps) for one in level if one.iri not in climb}
            climb |= new
            level = [up for iri in new for up in self.above(iri)]
        return climb


def kinds(hierarchy: Hierarchy, *, of_things: bool) -> Ladder:
    """Return the ladder of classes and concepts, onto which things step by their classes or not."""
    return Ladder(hierarchy.parents, hierarchy.classes if of_things else {})


def wholes(hierarchy: Hierarchy) -> Ladder:
    """Return the ladder of wholes and places."""
    return Ladder(hierarchy.wholes)


def encloses(wide: Entity, narrow: Entity, hierarchy: Hierarchy) -> bool:
    """Return whether a thing lies above another, as kind or as whole."""
    ladders = (kinds(hierarchy, of_things=False), wholes(hierarchy))
    return any(wide.iri in ladder.climb(narrow) for ladder in ladders)
