"""The schema with the classes of a graph which lie below some that it knows."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tertium.model.schema import Schema
from tertium.model.terms import Iri
from tertium.queries.climbing import Climber
from tertium.queries.reading.above import Widened

__all__ = ["Widener"]


@dataclass(frozen=True, slots=True)
class Widener:
    """Widens a schema class by class; what was found once is remembered."""

    schema: Schema
    climber: Climber
    _above: dict[Iri, frozenset[Iri]] = field(default_factory=dict, repr=False)

    def widened(self, classes: Iterable[Iri]) -> Schema:
        """Return the schema with these classes and those above them, as far as it knows some."""
        steps = self.climber.climb(classes)
        above = Widened(self.schema.superclasses, steps, self._above)
        return replace(self.schema, superclasses=above)
