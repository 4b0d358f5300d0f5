"""The page of one saved query: its form, its answer, its text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from tertium.errors import TertiumError
from tertium.interfaces.web.catalogue.families import families
from tertium.interfaces.web.catalogue.fields import bound, groups
from tertium.interfaces.web.negotiation import ranked
from tertium.interfaces.web.pages.answers import ACCEPTED
from tertium.interfaces.web.pages.outcomes import Outcome, downloads, outcome_of
from tertium.interfaces.web.pages.shell import fill
from tertium.interfaces.web.problems import problem_of
from tertium.interfaces.web.sparql.attending import attended
from tertium.queries.catalogue import bundled_catalogue
from tertium.workers import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.requests import Request

    from tertium.api import KnowledgeGraph
    from tertium.interfaces.web.site import Site
    from tertium.queries.catalogue import Query
    from tertium.workers import Answered

__all__ = ["SPARQL", "Asker"]

SPARQL = "application/sparql-query"
_HTML = "text/html"
_SUFFIX = ".rq"
_KEPT = {"Cache-Control": "public, max-age=60"}


@dataclass(frozen=True, slots=True)
class Asker:
    """Answers with the pages of saved queries."""

    site: Site

    async def all(self, _: Request) -> Response:
        """Answer which saved queries there are."""
        info = await self.site.ask(lambda graph: graph.info)
        return HTMLResponse(fill("queries.html", info, families=families()), headers=_KEPT)

    async def one(self, request: Request) -> Response:
        """Answer the page of a query, or its text as a file; it is run if anything is given.

        Raises:
            UnknownQueryError: when there is no query of this name.

        """
        name = request.path_params["name"]
        query = bundled_catalogue()[name.removesuffix(_SUFFIX)]
        given = _given(request, query)
        if name.endswith(_SUFFIX) or ranked(_accept(request), (_HTML, SPARQL))[:1] == (SPARQL,):
            return Response(await self._text(query, given), media_type=SPARQL)
        if not given and "run" not in request.query_params:
            return await self._page(query, given)
        try:
            sparql = await self._text(query, given)
        except TertiumError as error:
            return await self._page(query, given, outcome=Outcome(problem=problem_of(error)))
        outcome = await outcome_of(self.site, partial(self._answered, request, sparql))
        return await self._page(query, given, sparql=sparql, outcome=outcome)

    async def _text(self, query: Query, given: Mapping[str, Sequence[str]]) -> str:
        if not given:
            return query.text

        def work(graph: KnowledgeGraph) -> str:
            return bound(query, given, resolve=graph.resolve)

        return await self.site.ask(work)

    async def _answered(self, request: Request, sparql: str) -> Answered:
        question = Question(sparql=sparql, accepts=ACCEPTED)
        return await attended(request, self.site.endpoint.answer(question))

    async def _page(
        self,
        query: Query,
        given: Mapping[str, Sequence[str]],
        *,
        sparql: str = "",
        outcome: Outcome | None = None,
    ) -> Response:
        info = await self.site.ask(lambda graph: graph.info)
        found = outcome or Outcome()
        page = fill(
            "query.html",
            info,
            query=query,
            groups=groups(query, given),
            sparql=sparql,
            outcome=found,
            downloads=downloads(sparql, found),
        )
        return HTMLResponse(page, found.status, headers={} if found.words else _KEPT)


def _given(request: Request, query: Query) -> Mapping[str, Sequence[str]]:
    """Return what was given for the parameters of a query; fields left empty do not count."""
    names = [name for parameter in query.params for name in parameter.names]
    found = {name: request.query_params.getlist(name) for name in names}
    return {name: values for name, values in found.items() if any(map(str.strip, values))}


def _accept(request: Request) -> str:
    return request.headers.get("accept", "")
