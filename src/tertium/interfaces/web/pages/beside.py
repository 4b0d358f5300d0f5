"""Pages beside a comparison: what is missing, what connects two entities, what is claimed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from tertium.errors import TooFewEntitiesError, TooManyEntitiesError
from tertium.interfaces.web.door import Door
from tertium.interfaces.web.pages.mending import gaps_of
from tertium.interfaces.web.pages.panels import run_address
from tertium.interfaces.web.pages.shell import fill
from tertium.interfaces.web.viewing import Viewing, names_in
from tertium.model.comparison import MOST_COMPARANDS, Connection
from tertium.model.verdict import View
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.identifiers import identifier
from tertium.render import connections
from tertium.render.escaping import visible
from tertium.render.panels import Asking, Panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.requests import Request

    from tertium.api import KnowledgeGraph
    from tertium.api.page import Page
    from tertium.interfaces.web.site import Site
    from tertium.model.narrative import Sentence
    from tertium.model.paths import Paths
    from tertium.model.terms import Iri

__all__ = ["routes"]

_PAIR: Final = 2
_KEPT: Final = {"Cache-Control": "public, max-age=60"}
_RUNGS: Final = 40


def routes(site: Site) -> tuple[Route, ...]:
    """Return the routes of the pages beside a comparison."""
    return (
        Route("/missing/{names:path}", Door({"GET": partial(_missing, site)})),
        Route("/paths/{names:path}", Door({"GET": partial(_paths, site)})),
        Route("/claims/{names:path}", Door({"GET": partial(_claims, site)})),
    )


async def _missing(site: Site, request: Request) -> Response:
    """Answer what is missing in a comparison, each gap with where it can be mended."""
    iris, elsewhere = await _entities(site, request, "/missing/", most=MOST_COMPARANDS)
    if elsewhere:
        return RedirectResponse(elsewhere, 301)
    page = await site.ask(partial(_compared, iris=iris, view=View.MISSING))
    sparql = bundled_catalogue()["compare/missing"].bind(entity=iris)
    shown = fill(
        "missing.html",
        page.comparison.graph,
        title=visible(page.title),
        gaps=gaps_of(page),
        back=Viewing(entities=iris).address(),
        asking=(Asking("what is missing", run_address(sparql)),),
    )
    return HTMLResponse(shown, headers=_KEPT)


async def _paths(site: Site, request: Request) -> Response:
    """Answer all ways in which two entities are connected."""
    iris, elsewhere = await _entities(site, request, "/paths/", most=_PAIR)
    if elsewhere:
        return RedirectResponse(elsewhere, 301)
    found = await site.ask(partial(_joined, iris=iris))
    info = await site.ask(lambda graph: graph.info)
    shown = fill(
        "paths.html",
        info,
        title=visible(found.title),
        steps=found.steps,
        groups=tuple(_groups(found)),
        cuts=tuple(map(visible, found.cuts)),
        panel=_panel(found),
        back=Viewing(entities=iris).address(),
    )
    return HTMLResponse(shown, headers=_KEPT)


async def _claims(site: Site, request: Request) -> Response:
    """Answer what each sentence of a comparison claims, as a query that says whether it holds."""
    iris, elsewhere = await _entities(site, request, "/claims/", most=MOST_COMPARANDS)
    if elsewhere:
        return RedirectResponse(elsewhere, 301)
    page = await site.ask(partial(_compared, iris=iris, view=View.ALL))
    shown = fill(
        "claims.html",
        page.comparison.graph,
        title=visible(page.title),
        sentences=tuple(map(_asked, (*page.narrative.sentences, *page.narrative.relations))),
        back=Viewing(entities=iris).address(),
    )
    return HTMLResponse(shown, headers=_KEPT)


async def _entities(
    site: Site, request: Request, room: str, *, most: int
) -> tuple[tuple[Iri, ...], str]:
    """Return the entities of an address, and where else the page is if not at this address."""
    names = names_in(request, room)
    if len(names) < _PAIR:
        raise TooFewEntitiesError(len(names))
    if len(names) > most:
        raise TooManyEntitiesError(len(names), most)
    iris = await site.ask(lambda graph: tuple(map(graph.resolve, names)))
    ordered = tuple(sorted(iris)) if len(iris) == _PAIR else iris
    right = tuple(map(identifier, ordered))
    path = room + "/".join(quote(name, safe=":") for name in right)
    return ordered, "" if right == names else path


def _compared(graph: KnowledgeGraph, *, iris: tuple[Iri, ...], view: View) -> Page:
    return graph.compare(*iris, view=view)


def _asked(sentence: Sentence) -> tuple[str, tuple[Asking, ...]]:
    """Return a sentence with its claims, each with where it is asked."""
    claims = (Asking(claim.kind.value, run_address(claim.ask)) for claim in sentence.claims)
    return visible(sentence.text), tuple(claims)


def _joined(graph: KnowledgeGraph, *, iris: tuple[Iri, ...]) -> Paths:
    return graph.paths(iris[0], iris[1])


def _groups(found: Paths) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield headings with the sentences under them."""
    kinds = {
        "Stated directly": found.direct,
        "What both have to do with": found.shared,
        "Longer paths": found.longer,
    }
    for heading, some in kinds.items():
        if some:
            yield heading, tuple(visible(path.text) for path in some)


def _panel(found: Paths) -> Panel:
    ways = [Connection(path.statements, path.between) for path in found.paths]
    ladders = connections.ladders(found.ends, ways, most=_RUNGS)
    one, other = found.ends
    sparql = bundled_catalogue()["compare/links"].bind(entity=one.iri, other=other.iri)
    return Panel(
        picture=connections.drawn(ladders, f"How they are connected: {found.title}"),
        data=connections.web(ladders) if ladders else "",
        asking=(Asking("how they are connected", run_address(sparql)),),
    )
