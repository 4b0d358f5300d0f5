"""A graph in which one looks around: what stands near a thing, what may be compared."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tertium.api.checkable import CheckableGraph
from tertium.api.pairs import pairs
from tertium.api.vicinity import vicinity

if TYPE_CHECKING:
    from tertium.model.values import Entity
    from tertium.model.vicinity import Vicinity

__all__ = ["ExplorableGraph"]


class ExplorableGraph(CheckableGraph):
    """A store with what helps those who do not know yet what there is."""

    def vicinity(self, entity: str, *, language: str = "en") -> Vicinity:
        """Return what one entity is, what mentions it, and what is likest to it.

        Raises:
            UnknownEntityError: when the graph does not know it.
            AmbiguousEntityError: when a name is that of several.
            BadLanguageTagError: when no page can be written in the language.

        """
        iri = self.resolve(entity)
        return vicinity(iri, self._pathfinder(self._reader(language)).surveying)

    def pairs(self, *, limit: int = 6, language: str = "en") -> tuple[tuple[Entity, Entity], ...]:
        """Return pairs worth comparing, of different classes; none if no names were counted."""
        if self.sidecar is None:
            return ()
        surveying = self._pathfinder(self._reader(language)).surveying
        return tuple(islice(pairs(self.sidecar.names, surveying), limit))
