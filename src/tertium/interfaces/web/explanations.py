"""The pages which explain kinds of problems, and those which tell people of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse
from starlette.routing import Route

from tertium.interfaces.web.door import Door, nothing_answer
from tertium.interfaces.web.pages import explanation_page, problem_page
from tertium.interfaces.web.pages.choices import Choice
from tertium.interfaces.web.problems import KINDS, address_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from tertium.interfaces.web.site import Site
    from tertium.render.json_values import Json

__all__ = ["routes", "twin"]

_ALL = "What can go wrong, by the addresses at which problem documents say what they mean."


def routes(_: Site) -> tuple[BaseRoute, ...]:
    """Return the routes of the pages on problems."""
    return (
        Route("/problems", Door({"GET": _all})),
        Route("/problems/{word}", Door({"GET": _one})),
    )


def twin(_: Request, problem: Mapping[str, Json]) -> str:
    """Return a page that tells of a problem what its document does."""
    return problem_page(problem)


async def _all(_: Request) -> Response:
    links = [Choice(label=KINDS[word].title, address=address_of(word)) for word in sorted(KINDS)]
    return HTMLResponse(explanation_page("Problems", _ALL, links))


async def _one(request: Request) -> Response:
    kind = KINDS.get(request.path_params["word"])
    if kind is None:
        return nothing_answer()
    told = f"{kind.meaning} Its status is {kind.status} ({kind.status.phrase})."
    return HTMLResponse(explanation_page(kind.title, told))
