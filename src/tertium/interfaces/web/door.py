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

from tertium.errors import TertiumError
from tertium.interfaces.web.problems import KINDS, Problem, problem_of

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from tertium.render.json_values import Json

__all__ = [
    "REQUEST",
    "Door",
    "Handler",
    "failure_answer",
    "json_answer",
    "method_answer",
    "note",
    "nothing_answer",
    "page_answer",
    "script_answer",
    "spoken",
]

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]

REQUEST: Final = "tertium.request"
"""Under this name the scope of a request has its number, which answer and log have too."""
_LOG: Final = logging.getLogger(__name__)

_SAID: Final = {
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept, Accept-Language",
}
_OPEN: Final = {"Access-Control-Allow-Origin": "*"}
_PAGE: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Referrer-Policy": "no-referrer",
}
_DAY: Final = "86400"


@dataclass(frozen=True, slots=True)
class Door:
    """An address with what it answers to each method; HEAD is answered like GET.

    Pages from everywhere may ask a door that is `shared`; what changes something is not.
    """

    handlers: Mapping[str, Handler]
    shared: bool = True

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        try:
            response = await self._answer(request)
        except ClientDisconnect:
            return
        except Exception as error:
            response = failure_answer(error, scope)
        for name, value in (_SAID | _OPEN if self.shared else _SAID).items():
            response.headers.setdefault(name, value)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        if method in self.handlers:
            return await self.handlers[method](request)
        if method == "OPTIONS":
            return self._preflight(request)
        return method_answer(self._methods)

    def _preflight(self, request: Request) -> Response:
        if not self.shared:
            return Response(status_code=HTTPStatus.NO_CONTENT, headers={"Allow": self._methods})
        asked = request.headers.get("access-control-request-headers", "")
        headers = {
            "Access-Control-Allow-Methods": self._methods,
            "Access-Control-Max-Age": _DAY,
            **({"Access-Control-Allow-Headers": asked} if asked else {}),
        }
        return Response(status_code=HTTPStatus.NO_CONTENT, headers=headers)

    @property
    def _methods(self) -> str:
        head = ("HEAD",) if "GET" in self.handlers else ()
        return ", ".join((*self.handlers, *head, "OPTIONS"))


def failure_answer(error: Exception, scope: Scope) -> Response:
    """Return what is said of an error; of one that is not ours, and noted, only that it was."""
    if isinstance(error, TertiumError):
        problem = problem_of(error)
        if problem.kind.status is not HTTPStatus.INTERNAL_SERVER_ERROR:
            return problem.response()
    note(error, scope)
    return Problem(kind=KINDS["failed"]).response()


def note(error: Exception, scope: Scope) -> None:
    """Log a fault of ours: what and where, but not its words, which may repeat the request."""
    places = "".join(format_tb(error.__traceback__))
    kind, number = type(error).__qualname__, scope.get(REQUEST, "-")
    _LOG.error("request %s could not be answered: %s\n%s", number, kind, places)


def json_answer(answer: Json, media_type: str = "application/json") -> Response:
    """Return an answer in JSON; half a character in a key of the asker is written as an escape."""
    text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Response(text.encode("utf-8", "backslashreplace"), media_type=media_type)


def nothing_answer() -> Response:
    """Return that there is nothing at an address."""
    return Problem(kind=KINDS["not-found"]).response()


def method_answer(allowed: str) -> Response:
    """Return that an address answers other methods than this."""
    detail, headers = f"This address answers {allowed} only.", {"Allow": allowed}
    return Problem(kind=KINDS["method-not-allowed"], detail=detail, headers=headers).response()


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
