"""What is shared and what is not, as queries with their sentences and what these match."""

from dataclasses import dataclass
from enum import Enum

from tertium.model.pattern import Branch, Pattern
from tertium.model.values import Entity

__all__ = ["Cut", "Difference", "Differences", "Ground", "Likeness", "Other", "Part", "Reference"]


class Ground(Enum):
    """Why something is not true of an entity, as far as the graph tells.

    It has other values (`other`); it has other values, of which the graph does not say enough
    (`partly`); or nothing is recorded (`silent`), from which nothing follows.
    """

    OTHER = "other"
    PARTLY = "partly"
    SILENT = "silent"

    @property
    def rank(self) -> int:
        """The place in an order from the most to the least certain."""
        return tuple(Ground).index(self)


@dataclass(frozen=True, slots=True)
class Cut:
    """What was left out: how many of how many were kept, or followed."""

    what: str
    kept: int
    total: int


@dataclass(frozen=True, slots=True)
class Part:
    """A branch in words, and how much it tells, in bits."""

    branch: Branch
    text: str
    bits: float


@dataclass(frozen=True, slots=True)
class Other:
    """Another entity that fits a pattern, or all of it but some branches, which it misses.

    `agreement` is how much it has in common with the comparands beyond the pattern, in bits.
    """

    entity: Entity
    agreement: float
    misses: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What all of some entities share: one query, in words, and who else fits it."""

    entities: tuple[Entity, ...]
    pattern: Pattern
    query: str
    sentence: str
    parts: tuple[Part, ...] = ()
    others: tuple[Other, ...] = ()
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is true of one entity and not of another, as a query and in words."""

    pattern: Pattern
    query: str
    sentence: str
    ground: Ground
    bits: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What singles an entity out in its class; without a pattern, nothing was found that does.

    `bits` is the length of the description.
    """

    entity: Entity
    kind: Entity | None
    sentence: str
    pattern: Pattern | None = None
    query: str = ""
    bits: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What is true of an entity and not of another, and what singles it out in its class."""

    entity: Entity
    other: Entity
    found: tuple[Difference, ...]
    reference: Reference
    cuts: tuple[Cut, ...] = ()
