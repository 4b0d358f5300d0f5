"""Whose turn it is to ask a server: one at a time, of all threads and processes."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final
from urllib.parse import quote

from tertium.errors import BusyError, SourceUnavailableError
from tertium.fetch.address import host_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tertium.fetch.manners import Clock, Manners

__all__ = ["Turns"]

_FOLDER: Final = "hosts"
_DAY: Final = 86_400.0
_LONGEST: Final = 200
_NOTED: Final = 64


@dataclass(frozen=True, slots=True)
class _Rest:
    """Until when a server wants no requests, in seconds since 1970; how often it was busy."""

    until: float = 0.0
    misses: int = 0

    @classmethod
    def read(cls, file: IO[bytes]) -> _Rest:
        """Return what is noted; a damaged note says nothing."""
        file.seek(0)
        try:
            until, misses = file.read(_NOTED).split()
            return cls(float(until), int(misses))
        except ValueError:
            return cls()

    def write(self, file: IO[bytes]) -> None:
        """Note this for whoever asks next, now or later."""
        file.seek(0)
        file.truncate()
        file.write(f"{self.until:.3f} {self.misses}".encode())
        file.flush()


class Turns:
    """Lets one request at a time go to each server, and leaves it alone for as long as it asks.

    A file in a folder is locked for each server, so that all processes with the same folder wait
    for each other; in it stands until when the server wants to be left alone.
    """

    def __init__(self, folder: Path, *, manners: Manners, clock: Clock) -> None:
        """Keep the folder, which is made if need be."""
        self._folder = folder / _FOLDER
        self._folder.mkdir(parents=True, exist_ok=True)
        self._manners = manners
        self._clock = clock

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Wait for a turn to ask at an address, and for its server to be ready.

        Raises:
            SourceUnavailableError: when the server wants to be left alone for too long.

        """
        with (self._folder / quote(host_of(url), safe="")[:_LONGEST]).open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            rest = _Rest.read(file)
            self._wait(rest, url)
            try:
                yield
            except BusyError as error:
                self._after(error, rest).write(file)
                raise
            if rest.misses:
                _Rest().write(file)

    def _wait(self, rest: _Rest, url: str) -> None:
        seconds = rest.until - self._clock.wall()
        if seconds > _DAY + 1:  # a clock was set meanwhile
            return
        if seconds > self._manners.longest_wait:
            problem = f"it asks to be left alone for {seconds:.0f} s"
            raise SourceUnavailableError(url, problem)
        if seconds > 0:
            self._clock.sleep(seconds)

    def _after(self, error: BusyError, rest: _Rest) -> _Rest:
        manners = self._manners
        backoff = min(manners.backoff * 2.0**rest.misses, manners.longest_wait)
        wait = backoff if error.wait is None else min(error.wait, _DAY)
        return _Rest(self._clock.wall() + wait, min(rest.misses, _NOTED) + 1)
