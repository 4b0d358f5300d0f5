"""From descriptions to a table: what is shared, what differs, what is silent."""

from tertium.compare.choosing import choose, comparable_first, offered
from tertium.compare.connecting import connections
from tertium.compare.gendering import gender_of
from tertium.compare.kinds import comparability
from tertium.compare.living import ended, living, withhold
from tertium.compare.moment import as_of, moment_of
from tertium.compare.selection import select
from tertium.compare.tabling import table
from tertium.compare.telling import telling
from tertium.compare.uniting import united

__all__ = [
    "as_of",
    "choose",
    "comparability",
    "comparable_first",
    "connections",
    "ended",
    "gender_of",
    "living",
    "moment_of",
    "offered",
    "select",
    "table",
    "telling",
    "united",
    "withhold",
]
