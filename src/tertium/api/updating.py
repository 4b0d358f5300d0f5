"""SPARQL updates of whoever may make them: through the gate, to the one writer."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tertium.queries.gate import admit_update
from tertium.queries.using import using
from tertium.workers import UPDATE_LIMITS, Update, Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tertium.workers import Changed, Limits

__all__ = ["Updates"]


class Updates:
    """The updates of a store directory: one after the other, each as a whole.

    To be used within one event loop.
    """

    def __init__(
        self,
        directory: Path,
        *,
        limits: Limits = UPDATE_LIMITS,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Keep of which directory they are, and what tells the time for its record."""
        self._writer = Writer(directory, limits=limits)
        self._now = now

    async def make(
        self,
        sparql: str,
        *,
        base: str = "",
        graphs: Iterable[str] = (),
        named: Iterable[str] = (),
    ) -> Changed:
        """Make an update, and return what the store is then.

        `graphs` and `named` are where its patterns look (`using-graph-uri` and
        `using-named-graph-uri` of the SPARQL Protocol).

        Raises:
            BadQueryError: when it is no update, or names its graphs itself besides.
            BadTermError: when a graph's name is no IRI.
            LimitError: when it is too large, or the engine does not survive it.
            OverMemoryError: when it takes too much memory.
            OverTimeError: when it takes too long.
            RefusedError: when it reads an address (LOAD) or asks another server (SERVICE).
            SourceUnavailableError: when the store cannot be read.
            TooBusyError: when too many others wait.
            UnwritableError: when the store cannot be written, or its disk is full.

        """

        def admitted() -> str:
            admit_update(sparql)
            return using(sparql, graphs, named)

        text = await asyncio.to_thread(admitted)
        modified = self._now().strftime("%Y-%m-%dT%H:%M:%SZ")
        return await self._writer.update(Update(sparql=text, base=base, modified=modified))
