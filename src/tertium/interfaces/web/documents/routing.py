"""Which address answers which document."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.routing import Route

from tertium.interfaces.web.documents.answering import Asking, Room
from tertium.interfaces.web.documents.forms import FILES, GRAPHS, TRIPLES
from tertium.interfaces.web.door import Door
from tertium.interfaces.web.pages import (
    comparison_page,
    embedded_page,
    entity_page,
    silent_page,
)

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from tertium.interfaces.web.site import Site

__all__ = ["COMPARE", "EMBED", "ENTITY", "routes"]

COMPARE: Final = Room(path="/compare/", forms=(*FILES, *TRIPLES), page=comparison_page)
ENTITY: Final = Room(path="/entity/", forms=(*FILES, *GRAPHS), page=entity_page, silent=silent_page)
EMBED: Final = Room(path="/embed/", forms=(), page=embedded_page, fixed=True)


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of comparisons, of entities, and of comparisons to be framed."""
    return (
        Route("/compare", _door(site, COMPARE)),
        Route("/compare/{names:path}", _door(site, COMPARE)),
        Route("/entity/{names:path}", _door(site, ENTITY)),
        Route("/embed/{names:path}", _door(site, EMBED)),
    )


def _door(site: Site, room: Room) -> Door:
    return Door({"GET": partial(_answer, site, room)})


async def _answer(site: Site, room: Room, request: Request) -> Response:
    return await site.ask(Asking(site, room, request).answer)
