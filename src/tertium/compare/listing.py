"""The values of a cell in the order in which a reader meets them."""

from collections.abc import Sequence
from typing import Final

from tertium.compare.labels import label
from tertium.compare.peers import Peers
from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.values import Entity, Quantity

__all__ = ["FIRST", "in_order", "when"]

FIRST: Final = 6
"""So many values are read at once; of a longer cell, those come first which tell most."""

_LATER: Final = 32
"""Later than any month or day."""

_Telling = tuple[bool, bool, float]


def in_order(statements: Sequence[Statement], peers: Peers | None) -> list[Statement]:
    """Return statements by date, the undated last and the most telling of these first.

    Of more than six, the six most telling come first, among themselves and the rest in this
    order. Ranks are parted later.
    """
    telling = {s.iri: _telling(s, peers) for s in statements}
    ordered = sorted(statements, key=lambda s: (*_time(s), telling[s.iri], label(s.value), s.iri))
    if peers is None or len(ordered) <= FIRST:
        return ordered
    chosen = {s.iri for s in sorted(ordered, key=lambda s: telling[s.iri])[:FIRST]}
    return sorted(ordered, key=lambda s: s.iri not in chosen)


def when(statement: Statement) -> Date | None:
    """Return the date by which a statement is sorted: its start, its end or its value."""
    interval = statement.interval
    value = statement.value if isinstance(statement.value, Date) else None
    return interval.start or interval.end or value


def _time(statement: Statement) -> tuple[bool, tuple[int, ...]]:
    """Return the place in time; of dates as values the finer is first: 21 August before August."""
    date = when(statement)
    if date is None:
        return (True, ())
    unknown = _LATER if date is statement.value else 0
    return (False, (date.year, date.month or unknown, date.day or unknown))


def _telling(statement: Statement, peers: Peers | None) -> _Telling:
    """Return the place of a value by what it tells.

    A rare one tells most, but one which nobody shares may be anything, and a mere number where a
    name should be tells nothing. Of amounts the latest tells most, then the greatest.
    """
    if peers is None:
        return (False, False, 0.0)
    value, date = statement.value, when(statement)
    if isinstance(value, Quantity):
        return (False, date is None, float(-value.amount if date is None else -date.year))
    sharers = peers.sharers(statement)
    nameless = isinstance(value, Entity) and value.nameless
    return (nameless, sharers <= 1, -peers.informativeness(sharers))
