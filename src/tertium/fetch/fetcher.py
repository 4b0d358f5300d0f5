"""Asks servers, with manners, and remembers what they answered."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Final, Self

from tertium.errors import BusyError, SourceUnavailableError, UnwritableError
from tertium.fetch.address import check_address, check_redirection, is_inside
from tertium.fetch.cache import Cache
from tertium.fetch.connection import Connection, Elsewhere
from tertium.fetch.manners import Clock, Manners
from tertium.fetch.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from tertium.fetch.request import Fetched, Request

__all__ = ["Caching", "Fetcher"]

_MANNERS: Final = Manners()

logging.getLogger("stamina").addHandler(logging.NullHandler())  # nothing of it on the terminal


class Caching(Enum):
    """What is done with answers kept from another time."""

    USE = "use"
    """They are taken, however old; what is not kept is asked, and kept."""
    RENEW = "renew"
    """They are not taken; the new answer is kept instead."""
    OFFLINE = "offline"
    """Only they are taken; no server is asked."""
    NEVER = "never"
    """They are not taken, and the answer is not kept."""


class Fetcher:
    """Asks servers politely: by name, one request at a time, waiting as they ask, and giving up.

    What comes back is whole, of the type that was asked for and right by the check of the request,
    or it is an error; only such answers are kept. To be closed after use, or used as a context.
    `asked` counts the requests that were sent. Several threads may use one, and several processes
    one folder.

    `agent` returns how we introduce ourselves to the server of an address, and raises
    NoContactError where nobody has said who asks.
    """

    def __init__(
        self,
        folder: Path,
        *,
        agent: Callable[[str], str],
        caching: Caching = Caching.USE,
        manners: Manners = _MANNERS,
        clock: Clock | None = None,
    ) -> None:
        """Open the folder in which answers are kept; it is made if need be.

        Raises:
            UnwritableError: when it cannot be written.

        """
        clock = clock or Clock()
        with _writing(folder):
            self._turns = Turns(folder, manners=manners, clock=clock)
            self._cache = Cache(folder)
        self._folder = folder
        self._connection = Connection(agent=agent, manners=manners, clock=clock)
        self._caching = caching
        self._manners = manners
        self.asked = 0

    @property
    def offline(self) -> bool:
        """Whether no server is asked."""
        return self._caching is Caching.OFFLINE

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was found damaged, to be told."""
        return tuple(self._cache.remarks)

    def fetch(self, request: Request) -> Fetched:
        """Return the answer to a request.

        Raises:
            BadAddressError: when the address is none to be asked.
            MissingPageError: when there is nothing at the address.
            NoContactError: when nobody has said who asks.
            SourceUnavailableError: when no answer comes, or one that is not as it should be.
            UnwritableError: when what a server asked for cannot be noted.

        """
        check_address(request.url)
        if self._caching in {Caching.USE, Caching.OFFLINE}:
            kept = self._cache.find(request)
            if kept is not None:
                return kept
        if self.offline:
            problem = "it is not in the cache, and nothing is asked while offline"
            raise SourceUnavailableError(request.url, problem)
        answer = self._followed(request)
        if self._caching is not Caching.NEVER:
            self._cache.keep(request, answer)
        return answer

    def close(self) -> None:
        """Close the connection and the cache."""
        self._connection.close()
        self._cache.close()

    def __enter__(self) -> Self:
        """Use this as a context."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def _followed(self, request: Request) -> Fetched:
        """Return the answer, wherever a server says that it is."""
        trail = [request.url]
        while isinstance(answer := self._insisted(_at(request, trail)), Elsewhere):
            check_redirection(trail[-1], answer.url)
            problem = ""
            if answer.url in trail:
                problem = "it leads in a circle"
            elif len(trail) > self._manners.redirections:
                problem = f"it leads on more than {self._manners.redirections} times"
            elif answer.method != request.method:
                problem = f"it leads on to {answer.url}: ask there"
            if problem:
                raise SourceUnavailableError(request.url, problem)
            trail.append(answer.url)
        return answer

    def _insisted(self, request: Request) -> Fetched | Elsewhere:
        """Return the answer of a server, asking again while it is busy."""
        from stamina import RetryingCaller

        attempts = self._manners.attempts
        try:
            caller = RetryingCaller(attempts=attempts, timeout=None)
            return caller(_at_once, self._asked_once, request)
        except BusyError as error:
            problem = f"given up after {attempts} attempts ({error.problem})"
            raise SourceUnavailableError(request.url, problem) from error

    def _asked_once(self, request: Request) -> Fetched | Elsewhere:
        with _writing(self._folder), self._turns.turn(request.url):
            self.asked += 1
            return self._connection.send(request)


def _at(request: Request, trail: Sequence[str]) -> Request:
    """Return a request at the end of a trail; who began outside stays outside of our network."""
    return replace(request, url=trail[-1], led=len(trail) > 1 and not is_inside(trail[0]))


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritableError(str(folder), error.strerror or str(error)) from error


def _at_once(error: Exception) -> bool | float:
    """Return whether to ask again: with no delay, for waiting is part of taking a turn."""
    return 0.0 if isinstance(error, BusyError) else False
