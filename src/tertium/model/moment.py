"""The day of which a comparison speaks."""

from dataclasses import dataclass

from tertium.model.dates import Date
from tertium.model.statement import Statement

__all__ = ["Moment"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year, and what says that a comparand was not there then.

    `unbegun` are statements by which a comparand began only later, `ended` those by which it had
    ended before.
    """

    date: Date
    unbegun: tuple[Statement, ...] = ()
    ended: tuple[Statement, ...] = ()
