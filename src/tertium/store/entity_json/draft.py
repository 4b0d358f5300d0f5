"""The triples of one entity, gathered until all of them are known to be sound."""

from typing import Final

import pyoxigraph as ox

__all__ = ["Draft"]

_REMEMBERED: Final = 100_000
"""So many nodes are remembered as told: to tell one again costs time, to remember it memory."""


class Draft:
    """A growing list of triples that knows which nodes were told before.

    >>> draft = Draft("http://www.wikidata.org/", set())
    >>> draft.is_untold("v1"), draft.is_untold("v1")
    (True, False)
    """

    def __init__(self, base: str, told: set[str]) -> None:
        """Begin with what earlier drafts told; only `settle` adds to it."""
        self.base = base
        self.quads: list[ox.Quad] = []
        self._before = told
        self._told: set[str] = set()

    def say(
        self,
        subject: ox.NamedNode,
        predicate: ox.NamedNode,
        value: ox.NamedNode | ox.BlankNode | ox.Literal,
    ) -> None:
        """Add a triple."""
        self.quads.append(ox.Quad(subject, predicate, value))

    def is_untold(self, node: str, *, always: bool = False) -> bool:
        """Return whether a node was not told yet; from now on it was.

        With many nodes told, a further one is remembered only when it always must be.
        """
        if node in self._before or node in self._told:
            return False
        if always or len(self._before) < _REMEMBERED:
            self._told.add(node)
        return True

    def settle(self) -> None:
        """Let later drafts know what this one told."""
        self._before |= self._told
