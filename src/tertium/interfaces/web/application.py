"""All that is served, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tertium.interfaces.web import (
    api,
    catalogue,
    documents,
    elsewhere,
    explanations,
    health,
    pages,
    reconciliation,
    reports,
    sparql,
)
from tertium.interfaces.web.api.verifying import LARGEST
from tertium.interfaces.web.guards import Guard, Limits
from tertium.interfaces.web.keeping import Keeper
from tertium.interfaces.web.rooms import Rooms
from tertium.interfaces.web.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp

    from tertium.interfaces.web.settings import Settings

__all__ = ["application"]

_LIMITS: Final = Limits(larger={"/api/verify": LARGEST})


def application(settings: Settings) -> ASGIApp:
    """Return the whole site over a graph, behind its guard."""
    site = Site(settings)
    site.open()
    rooms = Keeper(Rooms(_rooms(site), close=site.close), lambda: site.state)
    return Guard(rooms, settings, twin=explanations.twin, limits=_LIMITS)


def _rooms(site: Site) -> Iterator[BaseRoute]:
    """Yield the routes of each room; each has a function `routes(site)`."""
    yield from pages.routes(site)
    yield from documents.routes(site)
    yield from api.routes(site)
    yield from catalogue.routes(site)
    yield from health.routes(site)
    yield from explanations.routes(site)
    yield from reports.routes(site)
    yield from reconciliation.routes(site)
    yield from elsewhere.routes() if site.settings.elsewhere else sparql.routes(site)
