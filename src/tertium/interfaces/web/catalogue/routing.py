"""Which address shows which saved query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from tertium.interfaces.web.catalogue.asking import Asker
from tertium.interfaces.web.door import Door

if TYPE_CHECKING:
    from tertium.interfaces.web.site import Site

__all__ = ["routes"]


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of the list of saved queries and of each of them."""
    asker = Asker(site)
    return (
        Route("/queries", Door({"GET": asker.all})),
        Route("/queries/{name:path}", Door({"GET": asker.one})),
    )
