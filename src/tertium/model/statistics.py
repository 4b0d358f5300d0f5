"""How common properties and values are in the whole graph."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.terms import Iri, Term

__all__ = ["Statistics"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of entities, never of statements.

    `class_sizes` counts the entities of a class, `having` those of a class which have a property
    (key: class, property), `sharing` those which have a value in a property (key: property, value);
    a value which only one entity has is left out.
    """

    class_sizes: Mapping[Iri, int] = field(default_factory=dict)
    having: Mapping[tuple[Iri, Iri], int] = field(default_factory=dict)
    sharing: Mapping[tuple[Iri, Term], int] = field(default_factory=dict)
