"""A pool of workers for one event loop: each question has a process to itself."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from tertium.errors import TooBusyError
from tertium.workers.question import LIMITS
from tertium.workers.worker import Worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tertium.workers.question import Answered, Limits, Question

__all__ = ["Workers"]

_WAITING: Final = 16
"""How many questions wait for each worker before others are sent away."""


class Workers:
    """Some processes which answer questions from a store directory.

    They start with the first question and answer one after the other. One that dies, is late or
    is no longer waited for is ended, and another one takes its place.
    """

    def __init__(self, directory: Path, *, count: int = 2, limits: Limits = LIMITS) -> None:
        """Keep of which directory how many processes answer; none is started yet."""
        self._directory = directory
        self._limits = limits
        self._count = count
        self._free = asyncio.Semaphore(count)
        self._waiting = 0
        self._idle = deque[Worker]()
        self._ending = set[asyncio.Task[None]]()

    async def answer(self, question: Question) -> Answered:
        """Return the answer to a question; to cancel it ends the process which looks for it.

        Raises:
            BadQueryError: when it is no query.
            LimitError: when the answer is too large, or the engine does not survive the query.
            NotAcceptableError: when the answer has none of the forms wanted.
            OverMemoryError: when it takes too much memory.
            OverTimeError: when it takes too long.
            SourceUnavailableError: when the store cannot be read.
            TooBusyError: when too many others wait.

        """
        async with self._turn():
            worker = self._next()
            try:
                return await worker.answer(question)
            finally:
                if worker.is_ready:
                    self._idle.append(worker)
                else:
                    self._end(worker)
                    self._idle.append(Worker(self._directory, self._limits))

    async def are_alone(self) -> bool:
        """Return whether the processes are in a network of their own, where nobody else is."""
        async with self._turn():
            worker = self._next()
            try:
                return await worker.is_alone()
            finally:
                self._idle.append(worker)

    async def close(self) -> None:
        """End all processes; a further question would start others."""
        while self._idle:
            self._end(self._idle.popleft())
        while self._ending:
            await asyncio.gather(*self._ending)

    def _next(self) -> Worker:
        """Return a process that has nothing to do; all are started before the first is needed."""
        if not self._idle:
            self._idle.extend(Worker(self._directory, self._limits) for _ in range(self._count))
        return self._idle.popleft()

    def _end(self, worker: Worker) -> None:
        ending = asyncio.create_task(worker.close())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait for a process to be free, not too long and not behind too many others."""
        if self._waiting >= _WAITING * self._count:
            raise TooBusyError(self._limits.seconds)
        self._waiting += 1
        try:
            async with asyncio.timeout(self._limits.seconds):
                await self._free.acquire()
        except TimeoutError as error:
            raise TooBusyError(self._limits.seconds) from error
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()
