"""Pages are verified in a process of its own: a stranger's page may take its time."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import dataclass, field
from resource import RLIMIT_AS, prlimit
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from tertium.api.documents import read_document
from tertium.errors import (
    BadPageError,
    OverMemoryError,
    OverTimeError,
    TooBusyError,
    UnsupportedMediaTypeError,
)

if TYPE_CHECKING:
    from asyncio.subprocess import Process

    from starlette.requests import Request

__all__ = ["LARGEST", "Verifier"]

LARGEST: Final = 8 << 20
"""So many bytes a page may have."""
_JSON: Final = "application/json"
_SECONDS: Final = 60.0
_MEMORY: Final = 4 << 30
_WAIT: Final = 10
_DONE: Final = (0, 1)
_NO_PAGE: Final = (4, "the body is no comparison document")


@dataclass(frozen=True, slots=True)
class Verifier:
    """Verifies one page at a time against the graph of some sources."""

    sources: tuple[str, ...]
    seconds: float = _SECONDS
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def answer(self, request: Request) -> Response:
        """Return what of a page the graph does not bear out.

        Raises:
            BadPageError: when the body is no comparison document.
            OverTimeError: when it takes too long.
            OverMemoryError: when it takes too much memory.
            TooBusyError: when another page is being verified.
            UnsupportedMediaTypeError: when the body is no JSON.

        """
        kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
        if kind != _JSON:
            raise UnsupportedMediaTypeError((_JSON,))
        page = await request.body()
        await run_in_threadpool(_check, page)
        if self._turn.locked():
            raise TooBusyError(_WAIT)
        async with self._turn:
            code, said = await self._verified(page)
        if code == _NO_PAGE[0]:
            raise BadPageError(_NO_PAGE[1])
        if code not in _DONE:
            raise OverMemoryError(_MEMORY)
        return Response(said, media_type=_JSON)

    async def _verified(self, page: bytes) -> tuple[int, bytes]:
        graph = [part for source in self.sources for part in ("-g", source)]
        command = (sys.executable, "-m", "tertium", "verify", "-", "--json", *graph)
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        prlimit(process.pid, RLIMIT_AS, (_MEMORY, _MEMORY))
        try:
            async with asyncio.timeout(self.seconds):
                said, _ = await process.communicate(page)
        except TimeoutError as error:
            raise OverTimeError(self.seconds) from error
        finally:
            await _end(process)
        return process.returncode or 0, said


def _check(page: bytes) -> None:
    try:
        read_document(page.decode("utf-8"))
    except (UnicodeDecodeError, RecursionError) as error:
        raise BadPageError(_NO_PAGE[1]) from error


async def _end(process: Process) -> None:
    """End a process which is still there: the asker has gone, or it takes too long."""
    if process.returncode is None:
        process.kill()
        await process.wait()
