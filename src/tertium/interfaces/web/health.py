"""Whether the server lives, and whether it is ready: for those who watch over it."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from tertium.interfaces.web.site import Site

__all__ = ["routes"]

_FRESH = {"Cache-Control": "no-store"}


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of `/healthz` (the process answers) and `/readyz` (the graph is open)."""

    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "ok"}, headers=_FRESH)

    async def ready(_: Request) -> Response:
        answer = {"status": "ok" if site.is_open else "starting", "version": version("tertium")}
        return JSONResponse(answer, 200 if site.is_open else 503, headers=_FRESH)

    return (Route("/healthz", alive), Route("/readyz", ready))
