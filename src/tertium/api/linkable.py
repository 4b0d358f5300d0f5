"""A graph in which names are linked."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.api.linking import Linker
from tertium.api.search import SearchableGraph
from tertium.model.link import LinkQuery

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tertium.model.link import Linking

__all__ = ["LinkableGraph"]

_ALONE: Final = 1000
"""For so many names, other processes are not started."""


class LinkableGraph(SearchableGraph):
    """A store with what tells which of its entities a name means."""

    def link(self, query: LinkQuery | str, *, limit: int = 10) -> Linking:
        """Return which entity is meant by a name and what else is known of it, with reasons.

        It is `match` of the answer, if one is meant beyond doubt; `candidates` are the likeliest.

        >>> import tertium
        >>> tertium.open().link("trotsky, leon").match.entity.label
        'Leon Trotsky'
        """
        wanted = LinkQuery(text=query) if isinstance(query, str) else query
        return self._linker(limit).link(wanted)

    def link_all(
        self, queries: Iterable[LinkQuery], *, limit: int = 10, processes: int = 1
    ) -> Iterator[Linking]:
        """Yield which entity is meant by each of many names, in order; they are read as needed.

        Several `processes` link what comes after the first thousand, if the graph is a store
        directory: each opens it for itself. A script that wants them does its work under
        `if __name__ == "__main__":`, as they read it, too.
        """
        rest = iter(queries)
        opening = self.opening if processes > 1 and not self.transient else None
        yield from self._linker(limit).link_all(rest if opening is None else islice(rest, _ALONE))
        if opening is not None:
            from tertium.api.link_crew import LinksNames, linked

            crew = LinksNames(opening=opening, limit=limit)
            yield from linked(rest, crew, processes=processes)

    def _linker(self, limit: int) -> Linker:
        return Linker(self.reader, self.sidecar.names if self.sidecar else None, limit)
