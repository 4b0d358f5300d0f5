"""One request to an endpoint through SPARQLWrapper, and the bytes of its answer."""

from __future__ import annotations

from ast import literal_eval
from concurrent.futures import Future
from contextlib import closing, nullcontext
from http import HTTPStatus
from http.client import HTTPException
from threading import Thread
from typing import TYPE_CHECKING, Final
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qsl, quote_plus, urlsplit

from tertium.errors import BadDataError, BadQueryError, SourceUnavailableError
from tertium.store.body import read_body, unpacked
from tertium.store.protocol import Form, one_line
from tertium.store.turns import Busy, wait_asked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse

    from SPARQLWrapper import SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

    from tertium.store.profile import Profile
    from tertium.store.turns import Clock

__all__ = ["Exchange"]

_JSON: Final = ("application/sparql-results+json", "application/json")
_N_TRIPLES: Final = ("application/n-triples",)
_CHARSETS: Final = ("", "utf-8", "utf8", "us-ascii")
_PARTIAL: Final = ("X-SPARQL-Anytime", "X-SPARQL-MaxRows", "X-SQL-State")
"""What Virtuoso marks an answer with of which it has left out a part."""

_CUT: Final = (BrokenPipeError, ConnectionAbortedError, ConnectionResetError)
_GRACE: Final = 1


class Exchange:
    """Asks an endpoint; an answer arrives whole and of the right kind, in time, or not at all."""

    def __init__(self, url: str, *, agent: str, profile: Profile, clock: Clock) -> None:
        """Keep where to ask, as whom, how, and by which clock."""
        self._url = url
        self._agent = agent
        self._profile = profile
        self._clock = clock

    def fetch(self, sparql: str, form: Form) -> bytes | Busy:
        """Return the bytes of the answer, or that the endpoint has no time.

        The request runs in a thread of its own: the timeout of a connection starts anew with
        each byte, and that of a name look-up never.

        Raises:
            BadQueryError: when the endpoint refuses the query.
            SourceUnavailableError: when no answer comes, or one that is not as it should be.

        """
        outcome: Future[bytes | Busy] = Future()

        def run() -> None:
            try:
                outcome.set_result(self._fetch(sparql, form))
            except Exception as error:
                outcome.set_exception(error)

        Thread(target=run, daemon=True).start()
        try:
            return outcome.result(self._profile.timeout + _GRACE)
        except TimeoutError as error:
            raise self._unavailable(error) from error

    def _fetch(self, sparql: str, form: Form) -> bytes | Busy:
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        until = self._clock.now() + self._profile.timeout
        try:
            with closing(self._client(sparql, form).query().response) as response:
                self._check(response, form)
                return read_body(response, late=lambda: self._clock.now() > until)
        except QueryBadFormed as error:
            problem = _answered(error)
            raise BadQueryError(_said(error) or problem) from error
        except SPARQLWrapperException as error:  # stands for an HTTP error, which says more
            problem = ": ".join(filter(None, (_answered(error), _said(error))))
            raise SourceUnavailableError(self._url, one_line(problem)) from error
        except HTTPError as error:
            with closing(error):
                return self._refused(error)
        except BadDataError as error:
            raise SourceUnavailableError(self._url, one_line(error)) from error
        except (HTTPException, OSError, ValueError) as error:
            return self._broken(error)

    def _client(self, sparql: str, form: Form) -> SPARQLWrapper:
        from SPARQLWrapper import GET, POST, SPARQLWrapper

        parts = urlsplit(self._url)
        client = SPARQLWrapper(parts._replace(query="").geturl(), agent=self._agent)
        for name, value in self._parameters(parts.query):
            client.addParameter(name, value)
        client.timeout = self._profile.timeout
        client.setOnlyConneg(onlyConneg=True)
        client.addCustomHttpHeader("Accept", ", ".join(_accepted(form)))
        client.addCustomHttpHeader("Accept-Encoding", "gzip")
        short = len(quote_plus(sparql)) <= self._profile.longest_get
        client.setMethod(GET if short else POST)
        # not by setQuery, which guesses the form and takes `PREFIX add: <…>` for an update
        client.queryString, client.queryType = sparql, form.value
        return client

    def _parameters(self, query: str) -> Iterator[tuple[str, str]]:
        """Yield those of the address, and those of the profile which it leaves open."""
        given = parse_qsl(query)
        yield from given
        named = {name for name, _ in given}
        yield from ((n, v) for n, v in self._profile.parameters.items() if n not in named)

    def _check(self, response: HTTPResponse, form: Form) -> None:
        """Raise unless the answer is of the kind asked for, and says nothing of being partial."""
        headers, accepted = response.headers, _accepted(form)
        asked, answered = urlsplit(self._url).hostname, urlsplit(response.url).hostname
        if asked != answered:
            problem = f"it leads on to {response.url}: open that instead"
            raise SourceUnavailableError(self._url, one_line(problem))
        if response.status != HTTPStatus.OK:
            raise SourceUnavailableError(self._url, f"HTTP {response.status} {response.reason}")
        for name in _PARTIAL:
            if name in headers:
                problem = one_line(f"it left out a part ({name}: {headers[name]})")
                raise SourceUnavailableError(self._url, problem)
        kind, charset = headers.get_content_type(), headers.get_content_charset("")
        if kind not in accepted or charset not in _CHARSETS:
            sent = f"{kind} in {charset}" if kind in accepted else kind
            raise SourceUnavailableError(self._url, f"it sent {sent}, not {accepted[0]}")
        ended = "Content-Length" in headers or "Transfer-Encoding" in headers
        if form is Form.CONSTRUCT and not ended:  # any line may have been the last
            problem = "it does not say where its answer ends"
            raise SourceUnavailableError(self._url, problem)

    def _refused(self, error: HTTPError) -> Busy:
        if error.code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            problem = f"the question is longer than it takes ({one_line(error)})"
            raise SourceUnavailableError(self._url, problem) from error
        if error.code not in self._profile.busy:
            raise self._unavailable(error) from error
        return Busy(one_line(error), wait_asked(error.headers))

    def _broken(self, error: HTTPException | OSError | ValueError) -> Busy:
        """Return that the connection was cut, which may be different the next time."""
        cause = error.reason if isinstance(error, URLError) else error
        if isinstance(cause, _CUT):
            return Busy("the connection was cut")
        raise self._unavailable(cause) from error

    def _unavailable(self, cause: object) -> SourceUnavailableError:
        if isinstance(cause, TimeoutError):
            problem = f"no answer within {self._profile.timeout} s"
            return SourceUnavailableError(self._url, problem)
        words = cause.strerror if isinstance(cause, OSError) else None
        return SourceUnavailableError(self._url, one_line(words or cause))


def _accepted(form: Form) -> tuple[str, ...]:
    return _N_TRIPLES if form is Form.CONSTRUCT else _JSON


def _answered(error: SPARQLWrapperException) -> str:
    """Return the HTTP error for which another stands, and close its answer."""
    behind = error.__context__
    with closing(behind) if isinstance(behind, HTTPError) else nullcontext():
        return one_line(behind)


def _said(error: SPARQLWrapperException) -> str:
    """Return what the endpoint says, unless it is a page; the library quotes it as Python does."""
    quoted = str(error).partition("Response:\n")[2] or "b''"
    reason: bytes = literal_eval(quoted)
    text = unpacked(reason).decode("utf-8", "replace").strip()
    return "" if text.startswith("<") else one_line(text)
