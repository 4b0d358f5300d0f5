"""A remote SPARQL endpoint as a store; nothing that it sends is taken on trust."""

from __future__ import annotations

import re
from ast import literal_eval
from contextlib import closing
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qsl, urlsplit

from tertium.errors import BadDataError, BadQueryError, SourceUnavailableError
from tertium.store.protocol import Answer, Form, one_line
from tertium.store.results import read_solutions, read_triples, read_truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from http.client import HTTPResponse

    from SPARQLWrapper import SPARQLWrapper
    from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

__all__ = ["EndpointStore"]

_LONGEST_GET: Final = 2000
_JSON: Final = ("application/sparql-results+json", "application/json")
_N_TRIPLES: Final = ("application/n-triples",)
_FORM: Final = re.compile(
    r"""(?: \s | \#[^\n]*+
          | BASE (?:\s|\#[^\n]*+)*+ <[^>]*>
          | PREFIX (?:\s|\#[^\n]*+)++ [^\s:]*: (?:\s|\#[^\n]*+)*+ <[^>]*>
        )*+ (SELECT|ASK|CONSTRUCT|DESCRIBE)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_FORMS: Final = {
    "ASK": Form.ASK,
    "CONSTRUCT": Form.CONSTRUCT,
    "DESCRIBE": Form.CONSTRUCT,
    "SELECT": Form.SELECT,
}
_READERS: Final[Mapping[Form, Callable[[bytes], Answer]]] = {
    Form.ASK: read_truth,
    Form.CONSTRUCT: read_triples,
    Form.SELECT: read_solutions,
}


class EndpointStore:
    """A graph behind a SPARQL endpoint; an answer arrives whole and well-formed or not at all."""

    def __init__(self, url: str, *, agent: str, timeout: int = 60) -> None:
        """Keep where to ask, as whom, and after how many seconds of silence to give up."""
        self._url = url
        self._agent = agent
        self._timeout = timeout

    def query(self, sparql: str) -> Answer:
        """Return the answer to a query.

        Raises:
            BadQueryError: when the text is no query, or the endpoint refuses it as none.
            SourceUnavailableError: when no answer comes, or one that is not as it should be.

        """
        form = _form_of(sparql)
        body = self._fetch(sparql, form)
        try:
            return _READERS[form](body)
        except BadDataError as error:
            raise SourceUnavailableError(self._url, one_line(error)) from error

    def _fetch(self, sparql: str, form: Form) -> bytes:
        from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

        try:
            with closing(self._client(sparql, form).query().response) as response:
                self._check(response, _accepted(form))
                return response.read()
        except QueryBadFormed as error:
            raise BadQueryError(_refusal(error)) from error
        except SPARQLWrapperException as error:  # stands for an HTTP error, which says more
            raise self._unavailable(error.__context__) from error
        except HTTPError as error:
            error.close()
            raise self._unavailable(error) from error
        except (HTTPException, OSError, ValueError) as error:
            raise self._unavailable(error) from error

    def _client(self, sparql: str, form: Form) -> SPARQLWrapper:
        from SPARQLWrapper import GET, POST, SPARQLWrapper

        parts = urlsplit(self._url)
        client = SPARQLWrapper(parts._replace(query="").geturl(), agent=self._agent)
        for name, value in parse_qsl(parts.query):
            client.addParameter(name, value)
        client.timeout = self._timeout
        client.setOnlyConneg(onlyConneg=True)
        client.addCustomHttpHeader("Accept", ", ".join(_accepted(form)))
        client.setMethod(GET if len(sparql) <= _LONGEST_GET else POST)
        # not by setQuery, which guesses the form and takes `PREFIX add: <…>` for an update
        client.queryString, client.queryType = sparql, form.value
        return client

    def _check(self, response: HTTPResponse, accepted: tuple[str, ...]) -> None:
        if response.status != HTTPStatus.OK:
            raise SourceUnavailableError(self._url, f"HTTP {response.status} {response.reason}")
        kind = response.headers.get_content_type()
        if kind not in accepted:
            raise SourceUnavailableError(self._url, f"it sent {kind}, not {accepted[0]}")

    def _unavailable(self, error: BaseException | None) -> SourceUnavailableError:
        cause = error.reason if type(error) is URLError else error
        if isinstance(cause, TimeoutError):
            return SourceUnavailableError(self._url, f"no answer within {self._timeout} s")
        words = cause.strerror if isinstance(cause, OSError) else None
        return SourceUnavailableError(self._url, one_line(words or cause))


def _form_of(sparql: str) -> Form:
    found = _FORM.match(sparql)
    if found is None:
        problem = "SELECT, ASK, CONSTRUCT or DESCRIBE expected"
        raise BadQueryError(problem)
    return _FORMS[found[1].upper()]


def _accepted(form: Form) -> tuple[str, ...]:
    return _N_TRIPLES if form is Form.CONSTRUCT else _JSON


def _refusal(error: QueryBadFormed) -> str:
    """Return what the endpoint says of a query; the library quotes it as Python does."""
    quoted = str(error).partition("Response:\n")[2] or "b''"
    reason: bytes = literal_eval(quoted)
    return one_line(reason.decode("utf-8", "replace")) or one_line(error.__context__)
