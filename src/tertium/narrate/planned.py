"""A message with its place and its worth in a section."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Final

from tertium.narrate.messages import Message

__all__ = ["Planned", "Tier", "best"]


_PLACE: Final = 3
"""How many parts of an order are the place; the next tells comparand from comparand."""


class Tier(IntEnum):
    """What is told first when not all can be told."""

    LEAD = 0
    MAIN = 1
    MORE = 2
    REST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A message; `tier` and `worth` tell how much it matters.

    `order` is its place: that of the property, of the kind, a number, and that of the comparand.
    """

    message: Message
    order: tuple[int, ...]
    tier: Tier
    worth: float


def best(planned: Iterable[Planned], *, most: int, enough: int) -> tuple[Planned, ...]:
    """Return the messages most worth telling, in the order of the section.

    There are at most so many; what is not of the first tier is told only until there are enough.
    """
    chosen = list[Planned]()
    ranked = sorted(planned, key=lambda one: (*_rank(one), one.order))
    for (tier, *_), group in groupby(ranked, key=_rank):
        together = list(group)
        if len(chosen) + len(together) <= (most if tier is Tier.LEAD else enough):
            chosen += together
    return tuple(sorted(chosen, key=lambda one: one.order))


def _rank(one: Planned) -> tuple[Tier, float, tuple[int, ...]]:
    """Return by what messages are chosen: what is alike of several stands or falls together."""
    return (one.tier, -one.worth, one.order[:_PLACE])
