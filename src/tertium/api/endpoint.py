"""SPARQL of strangers: through the gate, with a bound of rows, to a process of its own."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from tertium.queries.capping import capped, chooses_graphs
from tertium.queries.gate import admit_stranger
from tertium.workers import LIMITS, Workers

if TYPE_CHECKING:
    from pathlib import Path

    from tertium.workers import Answered, Limits, Question

__all__ = ["Endpoint"]


class Endpoint:
    """A store directory that anybody may query: the one way from a query to the workers.

    To be used within one event loop, and closed.
    """

    def __init__(self, directory: Path, *, workers: int = 2, limits: Limits = LIMITS) -> None:
        """Keep of which directory how many processes answer; none is started yet."""
        self._workers = Workers(directory, count=workers, limits=limits)
        self._limits = limits

    async def answer(self, question: Question) -> Answered:
        """Return the answer to a question; to cancel it ends the process which looks for it.

        Raises:
            BadQueryError: when it is no query, or is written so that engines disagree on it.
            LimitError: when the query or the answer is too large.
            NotAcceptableError: when the answer has none of the forms wanted.
            OverMemoryError: when it takes too much memory.
            OverTimeError: when it takes too long.
            RefusedError: when it asks another server (SERVICE).
            SourceUnavailableError: when the store cannot be read.
            TooBusyError: when too many others wait.

        """
        admitted = await asyncio.to_thread(self._admitted, question)
        return await self._workers.answer(admitted)

    def _admitted(self, question: Question) -> Question:
        """Return a question as it is asked, if the gate lets it pass."""
        admit_stranger(question.sparql)
        cut = capped(question.sparql, self._limits.rows)
        choosy = chooses_graphs(question.sparql)
        return replace(question, sparql=cut.sparql, beyond=cut.beyond, is_choosy=choosy)

    async def are_alone(self) -> bool:
        """Return whether queries are answered in a network of their own, where nobody else is."""
        return await self._workers.are_alone()

    async def close(self) -> None:
        """End all processes."""
        await self._workers.close()
