"""Who may change the graph: whoever knows the token, and no page of another site."""

from __future__ import annotations

from hmac import compare_digest
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tertium.errors import NoTokenError, RefusedError

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["permit"]

_UPDATE: Final = "the update"


def permit(request: Request, token: str) -> None:
    """Let a request pass that may change the graph.

    A browser sends no token of its own accord, so that no form of another site gets here.

    Raises:
        NoTokenError: when it comes without a token.
        RefusedError: when it has a wrong one, or nobody may change the graph.

    """
    if not token:
        raise RefusedError(_UPDATE, "nobody may change this graph")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.casefold() != "bearer":
        raise NoTokenError
    if not compare_digest(given.strip().encode(), token.encode()):
        raise RefusedError(_UPDATE, "this is not the token")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.url.netloc:
        raise RefusedError(_UPDATE, "it comes from a page of another site")
