"""What stands around one entity: what it is, what mentions it, what is like it."""

from dataclasses import dataclass

from tertium.model.schema import Property
from tertium.model.values import Entity

__all__ = ["Kindred", "Mentions", "Vicinity"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindred:
    """An entity which shares with another what few have: the rarest first."""

    entity: Entity
    shared: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """Who has an entity as the value of a property: some by name, all counted."""

    predicate: Property
    subjects: tuple[Entity, ...]
    total: int

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.total - len(self.subjects)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vicinity:
    """An entity's classes, the likest of other entities, and what mentions it.

    It is `crowded` when so much mentions it that nothing of that was read.
    """

    kinds: tuple[Entity, ...] = ()
    kindred: tuple[Kindred, ...] = ()
    mentions: tuple[Mentions, ...] = ()
    crowded: bool = False
