"""The values of a cell in the order in which a reader meets them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from tertium.compare.labels import label
from tertium.compare.peers import Peers
from tertium.model.alignment import Alignment
from tertium.model.dates import Date
from tertium.model.description import Description
from tertium.model.statement import Statement
from tertium.model.terms import Iri, Term
from tertium.model.values import Entity, Quantity

__all__ = ["FIRST", "Listing", "listings", "when"]

FIRST: Final = 6
"""So many values are read at once; of a longer cell, those come first which tell most, unless
they are all dated things: what somebody did year by year is a story.
"""

_LATER: Final = 32
"""Later than any month or day."""

_Place = tuple[bool, float, float]


@dataclass(frozen=True, slots=True)
class Listing:
    """Puts the values of one comparand in order.

    `common` says of how many comparands a value is stated, by the name of its property and the
    value; `comparands` are all that are compared.
    """

    peers: Peers | None = None
    alignment: Alignment = field(default_factory=Alignment)
    common: Mapping[tuple[Iri, Term], int] = field(default_factory=dict)
    comparands: frozenset[Term] = frozenset()

    def in_order(self, statements: Sequence[Statement]) -> list[Statement]:
        """Return statements by date, the undated last and the most telling of these first.

        Of more than six, the six most telling come first, among themselves and the rest in this
        order; but not of things which are all dated. Ranks are parted later.
        """
        telling = {s.iri: self._place(s) for s in statements}
        ordered = sorted(
            statements, key=lambda s: (*_time(s), telling[s.iri], label(s.value), s.iri)
        )
        if self.peers is None or len(ordered) <= FIRST or all(map(_is_event, ordered)):
            return ordered
        chosen = {s.iri for s in sorted(ordered, key=lambda s: telling[s.iri])[:FIRST]}
        return sorted(ordered, key=lambda s: s.iri not in chosen)

    def _place(self, statement: Statement) -> _Place:
        """Return the place of a value: comparands, then what is common to them, then by renown.

        What most entities have in the property is known best. A code where a name should be tells
        its reader nothing and comes last. Of amounts the latest tells most, then the greatest.
        """
        if self.peers is None:
            return (False, 0, 0)
        value, date = statement.value, when(statement)
        if isinstance(value, Quantity):
            return (date is None, float(-value.amount if date is None else -date.year), 0)
        nameless = isinstance(value, Entity) and value.nameless
        name = self.alignment.name(statement.predicate.iri)
        shared = self.common.get((name, statement.term), 1)
        if statement.term in self.comparands:
            shared = len(self.comparands) + 1
        return (nameless, -shared, -self.peers.sharers(statement))


def listings(
    descriptions: Sequence[Description], peers: Sequence[Peers], alignment: Alignment
) -> tuple[Listing, ...]:
    """Return how the values of each comparand are put in order; by label only without peers."""
    common = Counter[tuple[Iri, Term]]()
    for one in descriptions:
        stated = (*one.statements, *one.inward)
        common.update({(alignment.name(s.predicate.iri), s.term) for s in stated})
    sides = zip_longest(descriptions, peers)
    iris = frozenset(one.iri for one in descriptions)
    return tuple(Listing(whose, alignment, common, iris) for _, whose in sides)


def when(statement: Statement) -> Date | None:
    """Return the date by which a statement is sorted: its start, its end or its value."""
    interval = statement.interval
    value = statement.value if isinstance(statement.value, Date) else None
    return interval.start or interval.end or value


def _is_event(statement: Statement) -> bool:
    return when(statement) is not None and not isinstance(statement.value, Quantity)


def _time(statement: Statement) -> tuple[bool, tuple[int, ...]]:
    """Return the place in time; of dates as values the finer is first: 21 August before August."""
    date = when(statement)
    if date is None:
        return (True, ())
    unknown = _LATER if date is statement.value else 0
    return (False, (date.year, date.month or unknown, date.day or unknown))
