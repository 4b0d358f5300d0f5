"""Which address answers what."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.responses import Response
from starlette.routing import Route

from tertium.interfaces.web.door import Door
from tertium.interfaces.web.sparql.answering import Service
from tertium.interfaces.web.sparql.counting import Counter

if TYPE_CHECKING:
    from starlette.requests import Request

    from tertium.interfaces.web.site import Site

__all__ = ["routes"]

_PATH: Final = "/sparql"
_GRAPHS: Final = "/graphs"
_PREFLIGHT: Final = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type",
    "Access-Control-Max-Age": "86400",
}


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of the endpoint, of its graphs and of what it says of them."""
    service = Service(site, Counter(site), _PATH)
    asking = Door({"GET": service.ask, "POST": service.ask, "OPTIONS": _preflight})
    reading = Door({"GET": service.read})
    return (
        Route(_PATH, asking),
        Route(f"{_PATH}/", asking),
        Route(_GRAPHS, reading),
        Route(f"{_GRAPHS}/{{name:path}}", reading),
        Route("/.well-known/void", Door({"GET": service.describe})),
    )


async def _preflight(_: Request) -> Response:
    """Let pages of other sites ask, but send no token: what they may not do, they cannot."""
    return Response(status_code=HTTPStatus.NO_CONTENT, headers=_PREFLIGHT)
