"""Which address takes reports, and which tells what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from tertium.interfaces.web.door import Door
from tertium.interfaces.web.reports.desk import PATH, Desk
from tertium.store.reports import ReportBook

if TYPE_CHECKING:
    from tertium.interfaces.web.site import Site

__all__ = ["routes"]


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of the form and of what became of a report; none if none are taken."""
    file = site.settings.reports
    if file is None:
        return ()
    desk = Desk(site, ReportBook(file))
    return (
        Route(PATH, Door({"GET": desk.show, "POST": desk.take}, shared=False)),
        Route(f"{PATH}/{{identifier}}", Door({"GET": desk.tell}, shared=False)),
    )
