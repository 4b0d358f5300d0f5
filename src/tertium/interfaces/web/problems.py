"""What goes wrong, as it is told: problem documents (RFC 9457) of kinds that do not change."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from http import HTTPStatus
from inspect import getdoc, isclass
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from tertium import errors
from tertium.errors import (
    AmbiguousEntityError,
    BadPageError,
    BadRequestError,
    BusyError,
    ElsewhereError,
    EntityError,
    LimitError,
    NotAcceptableError,
    NoTokenError,
    OverMemoryError,
    OverTimeError,
    RefusedError,
    SelfComparisonError,
    SourceUnavailableError,
    TertiumError,
    TooBusyError,
    TooFewEntitiesError,
    TooManyEntitiesError,
    TooManyReportsError,
    TooSlowError,
    UnknownQueryError,
    UnknownRowError,
    UnsupportedMediaTypeError,
    UnwritableError,
    UsageError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.render.json_values import Json

__all__ = ["KINDS", "MEDIA_TYPE", "Kind", "Problem", "address_of", "problem_of"]

MEDIA_TYPE: Final = "application/problem+json"
_FAILED: Final = HTTPStatus.INTERNAL_SERVER_ERROR
_STATUSES: Final[Mapping[type[TertiumError], HTTPStatus]] = {
    AmbiguousEntityError: HTTPStatus.MULTIPLE_CHOICES,
    BadPageError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ElsewhereError: HTTPStatus.NOT_IMPLEMENTED,
    NoTokenError: HTTPStatus.UNAUTHORIZED,
    NotAcceptableError: HTTPStatus.NOT_ACCEPTABLE,
    OverMemoryError: HTTPStatus.INSUFFICIENT_STORAGE,
    OverTimeError: HTTPStatus.GATEWAY_TIMEOUT,
    RefusedError: HTTPStatus.FORBIDDEN,
    SelfComparisonError: HTTPStatus.NOT_FOUND,
    TooBusyError: HTTPStatus.SERVICE_UNAVAILABLE,
    TooManyEntitiesError: HTTPStatus.BAD_REQUEST,
    TooManyReportsError: HTTPStatus.TOO_MANY_REQUESTS,
    TooSlowError: HTTPStatus.REQUEST_TIMEOUT,
    UnknownQueryError: HTTPStatus.NOT_FOUND,
    UnknownRowError: HTTPStatus.NOT_FOUND,
    UnsupportedMediaTypeError: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    UnwritableError: HTTPStatus.INSUFFICIENT_STORAGE,
    UsageError: HTTPStatus.BAD_REQUEST,
    EntityError: HTTPStatus.NOT_FOUND,
    LimitError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    SourceUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""The first that fits an error is its status: the special ones come first."""
_TOLD: Final = (
    *(BadRequestError, LimitError, NoTokenError, NotAcceptableError, TooFewEntitiesError),
    UnsupportedMediaTypeError,
)
"""Errors whose words are all ours; others may repeat the request or name a path."""
_SOON: Final = 2
"""After so many seconds it may be tried again, unless it is known better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of problem: its word in addresses, its status and what it means."""

    word: str
    status: HTTPStatus
    meaning: str

    @property
    def title(self) -> str:
        """The word as it is read."""
        return self.word.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong with a request: nothing of the request is repeated.

    `more` are members of the document besides those which all have.
    """

    kind: Kind
    detail: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, Json] = field(default_factory=dict)

    def response(self) -> Response:
        """Return the problem document."""
        kind = self.kind
        document = {
            "type": address_of(kind.word),
            "title": kind.title,
            "status": kind.status,
            "detail": self.detail or kind.meaning,
            **self.more,
        }
        text = json.dumps(document, ensure_ascii=False)
        return Response(text, kind.status, headers=self.headers, media_type=MEDIA_TYPE)


def address_of(word: str) -> str:
    """Return where a kind of problem is explained; it never changes."""
    return f"/problems/{word}"


def problem_of(error: TertiumError) -> Problem:
    """Return what is told of an error."""
    kind = KINDS[_word(type(error))]
    detail = str(error) if isinstance(error, _TOLD) else ""
    return Problem(kind=kind, detail=detail, headers=_headers(error, kind.status))


def _headers(error: TertiumError, status: HTTPStatus) -> Mapping[str, str]:
    if status is HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    if status is HTTPStatus.SERVICE_UNAVAILABLE:
        wait = (error.wait or _SOON) if isinstance(error, BusyError | TooBusyError) else _SOON
        return {"Retry-After": f"{wait:.0f}"}
    if isinstance(error, TooManyReportsError):
        return {"Retry-After": f"{error.wait:.0f}"}
    # what else comes over a connection of which the body was not read is not to be understood
    is_half_read = status in {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.REQUEST_TIMEOUT}
    return {"Connection": "close"} if is_half_read else {}


def _word(kind: type[TertiumError]) -> str:
    """Return the word of an error: of `UnknownEntityError`, `unknown-entity`."""
    return re.sub("(?<!^)(?=[A-Z])", "-", kind.__name__.removesuffix("Error")).casefold()


def _status(kind: type[TertiumError]) -> HTTPStatus:
    return next((status for one, status in _STATUSES.items() if issubclass(kind, one)), _FAILED)


def _of_errors() -> Mapping[str, Kind]:
    found = [kind for kind in vars(errors).values() if isclass(kind)]
    kinds = [kind for kind in found if issubclass(kind, TertiumError)]
    return {
        _word(kind): Kind(
            word=_word(kind),
            status=_status(kind),
            meaning=(getdoc(kind) or "").partition("\n")[0],
        )
        for kind in kinds
    }


_OF_HTTP: Final = (
    Kind(
        word="failed",
        status=_FAILED,
        meaning="The question cannot be answered: the fault is ours, and it is on record.",
    ),
    Kind(
        word="not-found",
        status=HTTPStatus.NOT_FOUND,
        meaning="There is nothing at this address.",
    ),
    Kind(
        word="method-not-allowed",
        status=HTTPStatus.METHOD_NOT_ALLOWED,
        meaning="This address does not answer this method; the header Allow names those it does.",
    ),
    Kind(
        word="bad-host",
        status=HTTPStatus.BAD_REQUEST,
        meaning="The request does not say, in one header Host, whom it is for.",
    ),
    Kind(
        word="misdirected",
        status=HTTPStatus.MISDIRECTED_REQUEST,
        meaning="The header Host has a name under which this server is not known.",
    ),
    Kind(
        word="long-address",
        status=HTTPStatus.REQUEST_URI_TOO_LONG,
        meaning="The address is longer than any that is answered.",
    ),
    Kind(
        word="large-headers",
        status=HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        meaning="The headers are larger than is read.",
    ),
)

KINDS: Final[Mapping[str, Kind]] = {
    **_of_errors(),
    **{kind.word: kind for kind in _OF_HTTP},
}
"""All kinds of problems by their words."""
