"""The door of the service: who may ask what, from where, and what is said when it fails."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from traceback import format_tb
from typing import TYPE_CHECKING, Final, TypeAlias

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from tertium.errors import (
    BadRequestError,
    EntityError,
    LimitError,
    SourceUnavailableError,
    TertiumError,
    UsageError,
)

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from tertium.render.json_values import Json

__all__ = [
    "Door",
    "Handler",
    "json_answer",
    "nothing_answer",
    "page_answer",
    "script_answer",
    "spoken",
]

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]

_LOG: Final = logging.getLogger(__name__)

_OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept, Accept-Language",
}
_PAGE: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Referrer-Policy": "no-referrer",
}
_DAY: Final = "86400"
_FAILED: Final = HTTPStatus.INTERNAL_SERVER_ERROR
_STATUSES: Final[Mapping[type[TertiumError], HTTPStatus]] = {
    UsageError: HTTPStatus.BAD_REQUEST,
    EntityError: HTTPStatus.NOT_FOUND,
    LimitError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    SourceUnavailableError: HTTPStatus.SERVICE_UNAVAILABLE,
}
_DETAILS: Final[Mapping[HTTPStatus, str]] = {
    HTTPStatus.BAD_REQUEST: "the request is not understood",
    HTTPStatus.NOT_FOUND: "the graph knows nothing of this identifier",
    HTTPStatus.SERVICE_UNAVAILABLE: "the graph cannot be asked now",
    _FAILED: "the question cannot be answered",
}
"""What is said of an error whose own words may repeat the request or name a path."""


@dataclass(frozen=True, slots=True)
class Door:
    """An address with what it answers to each method; open to pages from everywhere."""

    handlers: Mapping[str, Handler]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except TertiumError as error:
            response = _problem(error)
        except ClientDisconnect:
            return
        except Exception as error:
            _note(error)
            response = _document(_FAILED, _DETAILS[_FAILED])
        for name, value in _OPEN.items():
            response.headers.setdefault(name, value)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        if method == "OPTIONS":
            return self._preflight(request)
        if method not in self.handlers:
            allowed = {"Allow": self._methods}
            return _document(HTTPStatus.METHOD_NOT_ALLOWED, f"{self._methods} only", allowed)
        return await self.handlers[method](request)

    def _preflight(self, request: Request) -> Response:
        asked = request.headers.get("access-control-request-headers", "")
        headers = {
            "Access-Control-Allow-Methods": self._methods,
            "Access-Control-Max-Age": _DAY,
            **({"Access-Control-Allow-Headers": asked} if asked else {}),
        }
        return Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)

    @property
    def _methods(self) -> str:
        return ", ".join((*self.handlers, "OPTIONS"))


def json_answer(answer: Json, media_type: str = "application/json") -> Response:
    """Return an answer in JSON; half a character in a key of the asker is written as an escape."""
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Response(text.encode("utf-8", "backslashreplace"), media_type=media_type)


def nothing_answer() -> Response:
    """Return that there is nothing at an address."""
    return _document(HTTPStatus.NOT_FOUND, "there is nothing at this address")


def script_answer(answer: Json, callback: str) -> Response:
    """Return a script that gives an answer to a function, for pages which know no CORS.

    The comment before it keeps it from being read as anything but a script.
    """
    text = json.dumps(answer, separators=(",", ":"), allow_nan=False)
    return Response(f"/**/{callback}({text});", media_type="application/javascript")


def spoken(response: Response, language: str) -> Response:
    """Return a response which says its language."""
    response.headers["Content-Language"] = language
    return response


def page_answer(html: str) -> Response:
    """Return a page which may be shown in a frame, but does nothing."""
    return Response(html, media_type="text/html", headers=_PAGE)


def _document(
    status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return a problem document (RFC 9457)."""
    document = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail}
    text = json.dumps(document, ensure_ascii=False)
    return Response(
        text, status_code=status, headers=headers, media_type="application/problem+json"
    )


def _problem(error: TertiumError) -> Response:
    found = (status for kind, status in _STATUSES.items() if isinstance(error, kind))
    status = next(found, _FAILED)
    told = isinstance(error, BadRequestError | LimitError)
    return _document(status, str(error) if told else _DETAILS[status])


def _note(error: Exception) -> None:
    """Log a fault of ours: what and where, but not its words, which may repeat the request."""
    places = "".join(format_tb(error.__traceback__))
    _LOG.error("a question could not be answered: %s\n%s", type(error).__qualname__, places)
