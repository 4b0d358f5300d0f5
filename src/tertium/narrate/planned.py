"""A message with its place and its worth in a section."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from tertium.narrate.messages import Message

__all__ = ["Planned", "Tier", "best"]


class Tier(IntEnum):
    """What is told first when not all can be told."""

    LEAD = 0
    MAIN = 1
    MORE = 2
    REST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A message; `order` is its place, `tier` and `worth` how much it matters."""

    message: Message
    order: tuple[int, ...]
    tier: Tier
    worth: float


def best(planned: Iterable[Planned], *, most: int, enough: int) -> tuple[Planned, ...]:
    """Return the messages most worth telling, in the order of the section.

    There are at most so many; what is not of the first tier is told only until there are enough.
    """
    ranked = sorted(planned, key=lambda one: (one.tier, -one.worth, one.order))
    chosen = [
        one
        for place, one in enumerate(ranked)
        if place < (most if one.tier is Tier.LEAD else enough)
    ]
    return tuple(sorted(chosen, key=lambda one: one.order))
