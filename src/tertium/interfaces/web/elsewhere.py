"""What is said where the graph is that of an endpoint: queries are for that one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.routing import Route

from tertium.errors import ElsewhereError
from tertium.interfaces.web.door import Door

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

__all__ = ["routes"]


def routes() -> tuple[Route, ...]:
    """Return the routes of the SPARQL endpoint, where nothing is answered."""
    door = Door({"GET": _refused, "POST": _refused})
    return (Route("/sparql", door), Route("/graphs", door), Route("/graphs/{name:path}", door))


async def _refused(_: Request) -> Response:
    raise ElsewhereError
