"""A worker, seen from the server: a process that is asked one thing at a time."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from asyncio.subprocess import DEVNULL, Process
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from tertium.errors import LimitError, OverMemoryError, OverTimeError, TertiumError
from tertium.workers.environment import OUT_OF_MEMORY, command, environment
from tertium.workers.telling import Begun, Done, Failed, asked, told_in, unreadable
from tertium.workers.wire import PREFIX, length_of, packed

if TYPE_CHECKING:
    from pathlib import Path

    from tertium.workers.question import Answered, Limits, Question
    from tertium.workers.telling import Told

__all__ = ["Worker"]


class Worker:
    """A process which answers from a store directory; it starts at once, and is to be closed.

    Whoever awaits an answer and stops to, or is too late, leaves it busy: `is_ready` says whether
    it can be asked again.
    """

    def __init__(self, directory: Path, limits: Limits) -> None:
        """Start the process; a running event loop is needed."""
        self._limits = limits
        self._answers = os.memfd_create("answers")
        self._line = asyncio.create_task(_called(directory, self._answers, limits))
        self._begun: Begun | None = None
        self.is_ready = True

    async def answer(self, question: Question) -> Answered:
        """Return the answer to a question.

        Raises:
            TertiumError: what the process tells, or what it died of.

        """
        self.is_ready = False  # until it has answered
        await self.is_alone()
        try:
            async with asyncio.timeout(self._limits.seconds):
                message = await self._told(question)
        except TimeoutError as late:
            raise OverTimeError(self._limits.seconds) from late
        if isinstance(message, Done):
            self.is_ready = True
            return message.answer(os.pread(self._answers, message.size, 0))
        error = message.error() if isinstance(message, Failed) else unreadable()
        self.is_ready = not isinstance(error, OverMemoryError)
        raise error

    async def is_alone(self) -> bool:
        """Return whether the process is in a network of its own, as soon as it is there."""
        line = await asyncio.shield(self._line)
        if self._begun is None:
            told = await self._next(line)
            self._begun = told if isinstance(told, Begun) else Begun(alone=False)
        return self._begun.alone

    async def close(self) -> None:
        """End the process, whatever it is doing."""
        line = await self._line
        with suppress(ProcessLookupError):
            line.process.kill()
        await line.process.wait()
        line.writer.close()
        os.close(self._answers)

    async def _told(self, question: Question) -> Told:
        line = await self._line
        line.writer.write(packed(asked(question)))
        return await self._next(line)

    async def _next(self, line: _Line) -> Told:
        """Return what the process tells next."""
        try:
            size = length_of(await line.reader.readexactly(PREFIX))
            return told_in((await line.reader.readexactly(size)).decode())
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise self._obituary(await line.process.wait()) from error

    def _obituary(self, code: int) -> TertiumError:
        """Return what the process died of."""
        if code in OUT_OF_MEMORY:
            return OverMemoryError(self._limits.memory)
        if code < 0:
            return LimitError("the query", "the engine did not survive it")
        return unreadable()


@dataclass(frozen=True, slots=True)
class _Line:
    """A process, and the two ends of what is said between it and us."""

    process: Process
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


async def _called(directory: Path, answers: int, limits: Limits) -> _Line:
    """Start a process and return the line to it; its other end is input and output at once."""
    mine, its = socket.socketpair()
    with its:
        process = await asyncio.create_subprocess_exec(
            *command("serving", str(directory), str(answers), json.dumps(asdict(limits))),
            stdin=its.fileno(),
            stdout=its.fileno(),
            stderr=DEVNULL,
            pass_fds=(answers,),
            env=environment(),
        )
    return _Line(process, *await asyncio.open_connection(sock=mine))
