"""From descriptions to a table: what is shared, what differs, what is silent."""

from tertium.compare.choosing import choose, comparable_first
from tertium.compare.connecting import connections
from tertium.compare.kinds import comparability
from tertium.compare.selection import select
from tertium.compare.tabling import table

__all__ = ["choose", "comparability", "comparable_first", "connections", "select", "table"]
