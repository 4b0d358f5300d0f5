"""One request through httpx and its answer: whole, right and in time, or not at all."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from ssl import SSLError
from threading import Thread
from typing import TYPE_CHECKING, Final

from tertium.errors import BadDataError, BusyError, MissingPageError, SourceUnavailableError
from tertium.fetch.body import unpacked
from tertium.fetch.manners import wait_asked
from tertium.fetch.request import Fetched

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from tertium.fetch.manners import Clock, Manners
    from tertium.fetch.request import Request

__all__ = ["Connection", "Elsewhere", "new_client"]

_CHARSETS: Final = ("", "ascii", "us-ascii", "utf-8", "utf8")
_GONE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
_GRACE: Final = 1.0
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A server says that another address has the answer."""

    url: str
    method: str


def new_client(seconds: float, *, outside: bool = False) -> httpx.Client:
    """Return what waits so many seconds for each byte; to be closed.

    No cookies are kept. Proxies are those of the environment, but for this machine. Of our own
    network is asked only what the user names, and nothing at all if it is to stay outside.
    """
    import httpx

    from tertium.fetch.pinning import Pinned

    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
    return httpx.Client(timeout=seconds, cookies=cookies, transport=Pinned(outside=outside))


class Connection:
    """Sends requests and reads answers, each in a thread of its own.

    The timeout of a connection starts anew with each byte, and that of a name look-up never: all
    in all, a request takes as long as its manners allow.
    """

    def __init__(self, *, agent: Callable[[str], str], manners: Manners, clock: Clock) -> None:
        """Keep who asks, and how; nothing is opened yet."""
        self._agent = agent
        self._manners = manners
        self._clock = clock
        self._client: httpx.Client | None = None

    def send(self, request: Request) -> Fetched | Elsewhere:
        """Return the answer to a request, or where else it is.

        Raises:
            BusyError: when the server has no time, or the connection was cut.
            MissingPageError: when there is nothing at the address.
            NoContactError: when nobody has said who asks.
            SourceUnavailableError: when no answer comes, or one that is not as it should be.

        """
        client, agent = self._opened(), self._agent(request.url)
        outcome: Future[Fetched | Elsewhere] = Future()

        def run() -> None:
            try:
                outcome.set_result(self._sent(client, request, agent=agent))
            except Exception as error:
                outcome.set_exception(error)

        Thread(target=run, daemon=True).start()
        try:
            return outcome.result(self._manners.seconds + _GRACE)
        except TimeoutError as error:
            self.close()
            raise self._late(request) from error

    def close(self) -> None:
        """Close what is open; a further request opens it again."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _opened(self) -> httpx.Client:
        if self._client is None:
            self._client = new_client(self._manners.seconds, outside=self._manners.outside)
        return self._client

    def _sent(self, client: httpx.Client, request: Request, *, agent: str) -> Fetched | Elsewhere:
        import httpx

        until = self._clock.now() + self._manners.seconds
        try:
            message = self._message(client, request, agent)
            with closing(client.send(message, stream=True)) as response:
                return self._read(response, request, late=lambda: self._clock.now() > until)
        except (TimeoutError, httpx.TimeoutException) as error:
            raise self._late(request) from error
        except BadDataError as error:
            raise SourceUnavailableError(request.url, _said(error)) from error
        except httpx.ConnectError as error:
            raise SourceUnavailableError(request.url, _unconnected(error)) from error
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise _broken(request, error) from error

    def _message(self, client: httpx.Client, request: Request, agent: str) -> httpx.Request:
        import httpx

        from tertium.fetch.pinning import LED

        headers = {
            "Accept": ", ".join(request.accept),
            "Accept-Encoding": "gzip",
            "User-Agent": f"{agent} httpx/{httpx.__version__}".encode("ascii", "replace").decode(),
        }
        if request.kind:
            headers["Content-Type"] = request.kind
        extensions = {LED: True} if request.led else {}
        return client.build_request(
            request.method,
            request.url,
            content=request.body or None,
            headers=headers,
            extensions=extensions,
        )

    def _read(
        self, response: httpx.Response, request: Request, *, late: Callable[[], bool]
    ) -> Fetched | Elsewhere:
        if response.next_request is not None:
            return Elsewhere(str(response.next_request.url), response.next_request.method)
        self._check_status(response, request.url)
        kind = _kind_of(response, request)
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        size = self._manners.size
        body = unpacked(response.iter_raw(), packing, size=size, late=late)
        try:
            request.check(body)
        except BusyError as error:  # says so in a body, and when to come again in a header
            raise BusyError(request.url, error.problem, wait_asked(response.headers)) from error
        moment = datetime.fromtimestamp(self._clock.wall(), UTC)
        retrieved = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return Fetched(body=body, kind=kind, retrieved=retrieved, place=str(response.url))

    def _check_status(self, response: httpx.Response, url: str) -> None:
        status, problem = response.status_code, f"HTTP {response.status_code} "
        problem += response.reason_phrase
        if status in self._manners.busy:
            raise BusyError(url, problem, wait_asked(response.headers))
        if status in _GONE:
            raise MissingPageError(url)
        if status != HTTPStatus.OK:
            raise SourceUnavailableError(url, problem)

    def _late(self, request: Request) -> SourceUnavailableError:
        problem = f"no answer within {self._manners.seconds:g} s"
        return SourceUnavailableError(request.url, problem)


def _kind_of(response: httpx.Response, request: Request) -> str:
    """Return the type of an answer, one of those which will do."""
    stated: str = response.headers.get("Content-Type", "")
    kind = stated.partition(";")[0].strip().lower()
    charset = (response.charset_encoding or "").lower()
    if kind not in (*request.accept, *request.tolerated):
        problem = f"it sent {kind[:40] or 'something'}, not {request.accept[0]}"
        raise BadDataError(problem)
    if charset not in _CHARSETS:
        problem = f"it sent {kind} in {charset[:40]}, not UTF-8"
        raise BadDataError(problem)
    return kind


def _broken(request: Request, error: Exception) -> SourceUnavailableError:
    """Return that the connection was cut, which may be different next time, or what else it was.

    A server which hangs up without a word has broken no rule of HTTP: httpcore finds that by
    itself, while h11 finds breaches.
    """
    import httpx

    cause = error.__cause__
    no_breach = cause is not None and cause.__context__ is None
    if (no_breach and isinstance(error, httpx.RemoteProtocolError)) or isinstance(
        error, httpx.ReadError | httpx.WriteError
    ):
        return BusyError(request.url, "the connection was cut")
    return SourceUnavailableError(request.url, _said(error))


def _unconnected(error: httpx.ConnectError) -> str:
    """Return whether nobody is there, or somebody who is not to be trusted."""
    insecure = error.__cause__ is not None and isinstance(error.__cause__.__context__, SSLError)
    problem = "no secure connection" if insecure else "no connection: are you offline?"
    return f"{problem} ({_said(error)})"


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:_LONGEST]
