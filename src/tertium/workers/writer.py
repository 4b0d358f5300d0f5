"""The one writer of a store directory: updates are made one after the other, each as a whole."""

from __future__ import annotations

import asyncio
import json
from asyncio.subprocess import DEVNULL
from dataclasses import asdict
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Final

from tertium.errors import TooBusyError
from tertium.workers.environment import command, environment
from tertium.workers.question import Limits
from tertium.workers.telling import Changed, Failed, told_in, unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tertium.workers.update import Update

__all__ = ["UPDATE_LIMITS", "Writer"]

UPDATE_LIMITS: Final = Limits(seconds=60.0, memory=2 << 30)
"""What an update may take; to make the next generation takes as long as it takes."""

_WAITING: Final = 16
"""So many updates wait before others are sent away."""


class Writer:
    """Makes updates of a store directory, one at a time, whoever else changes it.

    Who reads sees all of an update or nothing of it; what was made is there whatever happens
    afterwards.
    """

    def __init__(self, directory: Path, *, limits: Limits = UPDATE_LIMITS) -> None:
        """Keep of which directory it is."""
        self._directory = directory
        self._limits = limits
        self._turn = asyncio.Lock()
        self._waiting = 0

    async def update(self, update: Update) -> Changed:
        """Make an update, after those which came before, and return what the store is then.

        Raises:
            BadQueryError: when it is no update.
            LimitError: when the engine does not survive it.
            OverMemoryError: when it takes too much memory.
            OverTimeError: when it takes too long.
            SourceUnavailableError: when the store cannot be read.
            TooBusyError: when too many others wait.
            UnwritableError: when the store cannot be written, or its disk is full.

        """
        if self._waiting >= _WAITING:
            raise TooBusyError(self._limits.seconds)
        self._waiting += 1
        try:
            async with self._turn:
                return await self._made(update)
        finally:
            self._waiting -= 1

    async def _made(self, update: Update) -> Changed:
        asked = command("changing", str(self._directory), json.dumps(asdict(self._limits)))
        with TemporaryFile() as given, TemporaryFile() as said:
            given.write(update.written().encode())
            given.seek(0)
            await _ended(asked, given.fileno(), said.fileno())
            said.seek(0)
            text = said.read().decode()
        message = told_in(text) if text else None
        if isinstance(message, Changed):
            return message
        raise message.error() if isinstance(message, Failed) else unreadable()


async def _ended(asked: Sequence[str], given: int, said: int) -> None:
    """Wait for a process to end; when nobody waits any more, end it.

    It has no pipes: asyncio waits for ever for those of a process which it is told to forget while
    it starts.
    """
    process = await asyncio.create_subprocess_exec(
        *asked, stdin=given, stdout=said, stderr=DEVNULL, env=environment()
    )
    try:
        await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
