"""The rooms of the site: what is answered at an address."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware

from tertium.interfaces.web.door import method_answer, nothing_answer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterable

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp

__all__ = ["Rooms"]


class Rooms(Starlette):
    """All routes; nobody is redirected by a slash, to wherever a header Host says.

    Errors which no door has answered go out to the guard, which answers and notes them.
    """

    def __init__(
        self, routes: Iterable[BaseRoute], *, close: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        """Take the routes, the first that fits an address first, and what is done at the end."""

        @asynccontextmanager
        async def life(_: Starlette) -> AsyncIterator[None]:
            yield
            if close is not None:
                await close()

        super().__init__(
            routes=[*routes], exception_handlers={HTTPException: _answered}, lifespan=life
        )
        self.router.redirect_slashes = False

    def build_middleware_stack(self) -> ASGIApp:
        """Return the routes alone, without what else would note errors with all their words."""
        return ExceptionMiddleware(self.router, handlers=self.exception_handlers)


def _answered(_: Request, error: Exception) -> Response:
    """Return what is said when no route fits, or one that knows other methods."""
    headers = error.headers if isinstance(error, HTTPException) else None
    allowed = (headers or {}).get("Allow", "")
    return method_answer(allowed) if allowed else nothing_answer()
