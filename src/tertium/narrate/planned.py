"""A message with its place and its worth in a section."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Final

from tertium.model.terms import Iri
from tertium.narrate.budget import Budget
from tertium.narrate.messages import Message, statements_of

__all__ = ["Planned", "Tier", "Unit", "best", "in_order"]


_PLACE: Final = 3
"""How many parts of an order are the place; the next tells comparand from comparand."""


class Tier(IntEnum):
    """What is told first when not all can be told."""

    LEAD = 0
    MAIN = 1
    MORE = 2
    REST = 3


_TIERS: Final = {Tier.LEAD: 1.0, Tier.MAIN: 0.7, Tier.MORE: 0.5, Tier.REST: 0.3}
_SAME_KIND: Final = 0.85
_SAME_ROW: Final = 0.6
"""What a message counts, for each of its kind and each on its property told before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A message; `tier` and `worth` tell how much it matters.

    `order` is its place: that of the property, of the kind, a number, and that of the comparand.
    """

    message: Message
    order: tuple[int, ...]
    tier: Tier
    worth: float

    @property
    def row(self) -> Iri:
        """The property of which it tells."""
        return statements_of(self.message)[0].predicate.iri

    @property
    def kind(self) -> int:
        """What kind of message it is, as its order tells."""
        return self.order[1]


Unit = tuple[Planned, ...]
"""What is alike of several comparands: it stands or falls together."""


def best(planned: Iterable[Planned], budget: Budget) -> tuple[Unit, ...]:
    """Return what one section may tell, what matters most first.

    There are at most so many messages of a section and of a property; what is not of the first tier
    is told only until there are enough.
    """
    chosen, rows = list[Unit](), Counter[Iri]()
    for unit in _ranked(planned):
        most = budget.section if unit[0].tier is Tier.LEAD else budget.enough
        room = min(most - sum(map(len, chosen)), budget.row - rows[unit[0].row])
        if len(unit) <= room:
            chosen.append(unit)
            rows[unit[0].row] += len(unit)
    return tuple(chosen)


def in_order(units: Iterable[Unit]) -> tuple[Message, ...]:
    """Return the messages in the order of the section."""
    planned = sorted((one for unit in units for one in unit), key=lambda one: one.order)
    return tuple(one.message for one in planned)


def _ranked(planned: Iterable[Planned]) -> Iterator[Unit]:
    """Yield what matters most, then what matters most beside it: more of the same matters less."""
    units = [
        tuple(sorted(group, key=lambda one: one.order))
        for _, group in groupby(sorted(planned, key=_place), key=_place)
    ]
    told = Counter[int | Iri]()
    while units:
        first = min(units, key=lambda unit: (-_merit(unit[0], told), unit[0].order))
        units.remove(first)
        told.update((first[0].kind, first[0].row))
        yield first


def _merit(one: Planned, told: Mapping[int | Iri, int]) -> float:
    again = _SAME_KIND ** told[one.kind] * _SAME_ROW ** told[one.row]
    return one.worth * _TIERS[one.tier] * again


def _place(one: Planned) -> tuple[int, ...]:
    return one.order[:_PLACE]
