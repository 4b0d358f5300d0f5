"""Who is broader than whom, among classes and concepts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Hierarchy"]


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Each entity's next broader ones, over classes, concepts and parts."""

    parents: Mapping[Iri, tuple[Entity, ...]] = field(default_factory=dict)
