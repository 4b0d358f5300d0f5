"""Which address answers what of the API."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from tertium.errors import NotAcceptableError
from tertium.interfaces.web.api.answers import Asked
from tertium.interfaces.web.api.fields import read
from tertium.interfaces.web.api.openapi import openapi
from tertium.interfaces.web.api.verifying import Verifier
from tertium.interfaces.web.api.ways import WAYS
from tertium.interfaces.web.documents.answering import KEPT
from tertium.interfaces.web.door import Door
from tertium.interfaces.web.negotiation import ranked
from tertium.interfaces.web.pages import fill
from tertium.queries.identifiers import identifier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request

    from tertium.api import KnowledgeGraph
    from tertium.interfaces.web.api.fields import Field
    from tertium.interfaces.web.api.ways import Answering
    from tertium.interfaces.web.site import Site

__all__ = ["routes"]

_HTML: Final = "text/html"
_OPENAPI: Final = ("application/vnd.oai.openapi+json", "application/json")


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of the API."""
    verifier, description = Verifier(site.settings.sources), _Description(site)
    return (
        Route("/api", Door({"GET": description.page})),
        Route("/api/openapi.json", Door({"GET": description.document})),
        Route("/api/verify", Door({"POST": verifier.answer})),
        *_asking(site),
    )


def _asking(site: Site) -> Iterator[Route]:
    """Yield the routes of what the API itself answers of a graph."""
    for way in WAYS:
        if way.answer is not None:
            handler = partial(_answer, site, way.answer, fields=way.fields)
            yield Route(way.path, Door({"GET": handler}))


async def _answer(
    site: Site, answer: Answering, request: Request, *, fields: tuple[Field, ...]
) -> Response:
    given = read(request, fields)
    return await site.ask(lambda graph: answer(Asked(graph, request, given)))


@dataclass(frozen=True, slots=True)
class _Description:
    """The API as it is described, with examples of the graph."""

    site: Site

    async def page(self, request: Request) -> Response:
        """Return the page for people, or the document for programs.

        Raises:
            NotAcceptableError: when neither is accepted.

        """
        accepted = ", ".join(request.headers.getlist("accept"))
        liked = ranked(accepted, (_HTML, *_OPENAPI))
        if not liked:
            raise NotAcceptableError((_HTML, *_OPENAPI))
        pair = await self.site.ask(_pair)
        if liked[0] != _HTML:
            return Response(openapi(pair), media_type=liked[0], headers=KEPT)
        return HTMLResponse(fill("api.html", ways=WAYS, examples=_examples(pair)), headers=KEPT)

    async def document(self, _: Request) -> Response:
        """Return the document."""
        pair = await self.site.ask(_pair)
        return Response(openapi(pair), media_type="application/json", headers=KEPT)


def _pair(graph: KnowledgeGraph) -> tuple[str, ...]:
    """Return the identifiers of two things which may be compared, if there are any."""
    iris = sorted(one.iri for pair in graph.pairs()[:1] for one in pair)
    return tuple(map(identifier, iris))


def _examples(pair: tuple[str, ...]) -> Mapping[str, str]:
    """Return an example of each way that has one."""
    if not pair:
        return {}
    one, other = (quote(name, safe=":") for name in pair)
    return {way.name: way.example.format(a=one, b=other) for way in WAYS if way.example}
