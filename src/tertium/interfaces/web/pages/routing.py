"""Which address shows which page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse
from starlette.routing import Route

from tertium.interfaces.web.pages import beside
from tertium.interfaces.web.pages.assets import asset
from tertium.interfaces.web.pages.home import home_page

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from tertium.api import KnowledgeGraph
    from tertium.interfaces.web.site import Site

__all__ = ["routes"]

_KEPT: Final = {"Cache-Control": "public, max-age=60"}


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of the first page and of the files beside the pages."""

    async def home(_: Request) -> Response:
        return HTMLResponse(await site.ask(partial(_first, site)), headers=_KEPT)

    return (Route("/", home), Route("/static/{path:path}", asset), *beside.routes(site))


def _first(site: Site, graph: KnowledgeGraph) -> bytes:
    """Return the first page; its examples are looked for once in a state of the graph."""
    key = (site.served, "/")
    page = site.shelf.get(key)
    if page is None:
        page = home_page(graph, address=site.settings.address).encode()
        site.shelf.put(key, page, size=len(page))
    return page
