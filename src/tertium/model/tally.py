"""How the values of one row are spread over many comparands."""

from dataclasses import dataclass

from tertium.model.terms import Iri
from tertium.model.values import Value

__all__ = ["Group", "Spread", "Tally"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A value and the comparands which have it, in their order."""

    value: Value
    holders: tuple[Iri, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The least and the greatest of the dates, or of the quantities of one unit, in a row.

    `median` is the middle one, `far` those beyond Tukey's fences; both need one value each.
    """

    least: Group
    greatest: Group
    median: Value | None = None
    far: tuple[Group, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The distinct values of a row, the most widely held first; `having` have one at all."""

    groups: tuple[Group, ...]
    having: int
    spread: Spread | None = None
