"""The body of a request: how much of it is taken, and for how long it is waited for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tertium.errors import TooManyPartsError, TooSlowError

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope

__all__ = ["Body", "declared"]


def declared(scope: Scope) -> int:
    """Return how many bytes a request says that it brings."""
    text = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(text) if text.isdigit() else 0


@dataclass(slots=True)
class Body:
    """Takes the body of one request: so many bytes, within so many seconds."""

    receive: Receive
    most: int
    seconds: float
    _taken: int = field(default=0, init=False)
    _until: float | None = field(default=None, init=False)
    _is_whole: bool = field(default=False, init=False)

    async def take(self) -> Message:
        """Return what comes next.

        Raises:
            TooManyPartsError: when there is more than is taken.
            TooSlowError: when it did not come in time.

        """
        if self._is_whole:
            return await self.receive()
        message = await self._next()
        self._taken += len(message.get("body", b""))
        if self._taken > self.most:
            raise TooManyPartsError(self._taken, "bytes", self.most)
        self._is_whole = not message.get("more_body", False)
        return message

    async def _next(self) -> Message:
        if self._until is None:
            self._until = asyncio.get_running_loop().time() + self.seconds
        try:
            async with asyncio.timeout_at(self._until):
                return await self.receive()
        except TimeoutError as error:
            raise TooSlowError(self.seconds) from error
