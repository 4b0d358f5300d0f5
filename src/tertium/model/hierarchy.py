"""What lies above what: classes and concepts above narrower ones, wholes above their parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Hierarchy", "Rarity"]

_ENOUGH: Final = 20
_ONE_IN_FIVE: Final = 0.2
_ONE_IN_TWENTY: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Rarity:
    """How much of what is stated lies at or below an ancestor.

    `of_property` has the share of a property's statements (key: property, ancestor), `of_all` that
    of all statements; `links` counts the statements of a property whose values are entities. The
    negative logarithm of a share is the information content of the ancestor (Resnik 1995).
    """

    of_property: Mapping[tuple[Iri, Iri], float] = field(default_factory=dict)
    of_all: Mapping[Iri, float] = field(default_factory=dict)
    links: Mapping[Iri, int] = field(default_factory=dict)

    def known(self, predicate: Iri) -> bool:
        """Return whether enough values of a property were counted to tell what is rare."""
        return self.links.get(predicate, 0) >= _ENOUGH

    def share(self, predicate: Iri, ancestor: Iri) -> float:
        """Return the share of a property's statements with a value at or below an ancestor."""
        return self.of_property.get((predicate, ancestor), 0.0)

    def informs(self, predicate: Iri, ancestor: Iri, *, values: int = 1) -> bool:
        """Return whether it tells something that values of a property meet in an ancestor.

        It does when at most one in twenty of all statements lies there, which is an information
        content of 4.3 bits, and at most one in five of the property, which is 2.3 bits. For who has
        many values, it is the chance that one of so many lies there: 1 - (1 - share) ^ values.
        """
        chance = 1 - (1 - self.share(predicate, ancestor)) ** values
        return chance <= _ONE_IN_FIVE and self.of_all.get(ancestor, 0.0) <= _ONE_IN_TWENTY


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The next steps up from each thing, by kind of step, and how rare what lies above is.

    `parents` leads from classes and concepts to wider ones, `wholes` from parts to wholes and from
    places to those around them, `classes` from a thing to its classes.
    """

    parents: Mapping[Iri, tuple[Entity, ...]] = field(default_factory=dict)
    wholes: Mapping[Iri, tuple[Entity, ...]] = field(default_factory=dict)
    classes: Mapping[Iri, tuple[Entity, ...]] = field(default_factory=dict)
    rarity: Rarity = field(default_factory=Rarity)
