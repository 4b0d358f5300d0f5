"""Requests to a service, one at a time, waiting as it asks."""

from contextlib import closing
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from tertium.api.agent import agent_for, is_web
from tertium.api.remote_linking.linker import RemoteLinker
from tertium.errors import BadDataError, SourceUnavailableError
from tertium.store.body import read_body
from tertium.store.profile import Profile
from tertium.store.protocol import one_line
from tertium.store.turns import Busy, Clock, Turns, wait_asked

__all__ = ["WebExchange", "remote_linker"]

_MANNERS: Final = Profile(name="reconciliation", title="Reconciliation services")
_HANDLERS: Final = (HTTPHandler, HTTPSHandler, ProxyHandler)
_ERRORS: Final = (HTTPErrorProcessor, HTTPDefaultErrorHandler)
_ALWAYS: Final = Clock()


def remote_linker(url: str, *, limit: int = 10, clock: Clock = _ALWAYS) -> RemoteLinker:
    """Return what links names by asking the service at an address, politely.

    Raises:
        NoContactError: when it is on another machine and nobody has said who asks.

    """
    return RemoteLinker(url, WebExchange(url, agent=agent_for(url), clock=clock), limit=limit)


class WebExchange:
    """Gets and posts, one request at a time; an answer arrives whole and in time, or not at all.

    Where a service leads on to another address, it is not followed: what is posted would be lost.
    """

    def __init__(self, url: str, *, agent: str, clock: Clock = _ALWAYS) -> None:
        """Keep who asks; the address says whose turns these are."""
        self._url = url
        self._agent = agent
        self._clock = clock
        self._turns = Turns(url, profile=_MANNERS, clock=clock)
        self._opener = _opener()

    def get(self, url: str) -> bytes:
        """Return what an address answers.

        Raises:
            SourceUnavailableError: when it does not, or is busy for too long.

        """
        return self._turns.take(lambda: self._asked(url, None, ""))

    def post(self, url: str, body: bytes, *, kind: str) -> bytes:
        """Return what an address answers to a body of a kind; it is a question, so may be repeated.

        Raises:
            SourceUnavailableError: when it does not, or is busy for too long.

        """
        return self._turns.take(lambda: self._asked(url, body, kind))

    def _asked(self, url: str, body: bytes | None, kind: str) -> bytes | Busy:
        if not is_web(url):
            raise SourceUnavailableError(url, "it is no web address")
        headers = {"User-Agent": self._agent, "Accept": "application/json"}
        until = self._clock.now() + _MANNERS.timeout
        try:
            request = Request(url, body, headers | ({"Content-Type": kind} if kind else {}))
            with closing(self._opener.open(request, timeout=_MANNERS.timeout)) as response:
                return read_body(response, late=lambda: self._clock.now() > until)
        except HTTPError as error:
            with closing(error):
                return _refused(url, error)
        except BadDataError as error:
            raise SourceUnavailableError(url, one_line(error)) from error
        except (HTTPException, OSError, ValueError) as error:
            raise SourceUnavailableError(url, _problem(error)) from error


def _opener() -> OpenerDirector:
    opener = OpenerDirector()  # for the web and nothing else, wherever an answer leads
    for handler in (*_HANDLERS, *_ERRORS):
        opener.add_handler(handler())
    return opener


def _refused(url: str, error: HTTPError) -> Busy:
    if error.code in _MANNERS.busy:
        return Busy(one_line(error), wait_asked(error.headers))
    if onward := error.headers.get("Location", ""):
        problem = f"it leads on to {onward}: name that address instead"
        raise SourceUnavailableError(url, one_line(problem)) from error
    raise SourceUnavailableError(url, one_line(error)) from error


def _problem(error: HTTPException | OSError | ValueError) -> str:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"no answer within {_MANNERS.timeout} s"
    words = cause.strerror if isinstance(cause, OSError) else None
    return one_line(words or cause)
