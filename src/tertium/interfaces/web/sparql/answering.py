"""What the endpoint answers to each operation, as it stands at an address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.responses import Response

from tertium.errors import BadQueryError, MissingGraphError
from tertium.interfaces.web.pages.answers import ACCEPTED
from tertium.interfaces.web.pages.editor import editor_page
from tertium.interfaces.web.problems import problem_of
from tertium.interfaces.web.sparql.attending import attended
from tertium.interfaces.web.sparql.describing import LIMITS_AT, About
from tertium.interfaces.web.sparql.documents import Described, document
from tertium.interfaces.web.sparql.faults import fault
from tertium.interfaces.web.sparql.formats import (
    GRAPHS,
    RESULTS,
    SPREADSHEET,
    Liking,
    prefers_page,
)
from tertium.interfaces.web.sparql.operations import (
    Kind,
    Operation,
    fields_of,
    formats_of,
    graph_of,
    read_operation,
)
from tertium.interfaces.web.sparql.permitting import permit
from tertium.interfaces.web.sparql.sending import sent, sent_to_spreadsheet
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.prefixes import iri_of, with_prefixes
from tertium.workers import Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.requests import Request

    from tertium.errors import TertiumError
    from tertium.interfaces.web.problems import Problem
    from tertium.interfaces.web.site import Site
    from tertium.interfaces.web.sparql.counting import Counter
    from tertium.model.terms import Iri
    from tertium.workers import Answered

__all__ = ["Service"]


@dataclass(frozen=True, slots=True)
class Service:
    """An endpoint and the graphs behind it, each at its path."""

    site: Site
    counter: Counter
    path: str

    async def ask(self, request: Request) -> Response:
        """Answer a query, do an update, or say what this endpoint is; to people, on a page."""
        operation = await read_operation(request)
        if operation.kind is Kind.UPDATE:
            return await self._updated(request, operation)
        if prefers_page(_accept(request), operation.formats):
            return await self._shown(request, operation)
        if operation.kind is Kind.QUERY:
            return await self._answered(request, operation)
        return await self._described(request, Described.SERVICE, operation.formats)

    async def describe(self, request: Request) -> Response:
        """Say what the graph holds."""
        formats = formats_of(fields_of(request))
        return await self._described(request, Described.GRAPH, formats)

    async def read(self, request: Request) -> Response:
        """Return the triples of a graph (SPARQL 1.1 Graph Store HTTP Protocol, 5.2).

        Raises:
            BadRequestError: when it is not said of which.
            MissingGraphError: when there is no such graph.

        """
        fields = fields_of(request)
        graph = graph_of(fields, self._direct(request))
        liking = Liking.of(_accept(request), formats_of(fields), GRAPHS)
        question = Question(
            sparql=bundled_catalogue()["void/contents"].bind(),
            accepts=liking.kinds,
            default_graphs=(graph,) if graph else (),
        )
        answered = await attended(request, self.site.endpoint.answer(question))
        if graph and not answered.rows:
            raise MissingGraphError
        return sent(answered, liking, self._limits(request))

    async def _answered(self, request: Request, operation: Operation) -> Response:
        liking = Liking.of(_accept(request), operation.formats, (*RESULTS, *GRAPHS))
        try:
            answered = await self._asked(request, operation, liking.kinds)
        except BadQueryError as error:
            return self._fault(operation, error).response()
        if operation.formats[:1] == (SPREADSHEET,):
            return await sent_to_spreadsheet(answered)
        return sent(answered, liking, self._limits(request))

    async def _shown(self, request: Request, operation: Operation) -> Response:
        """Return the page of the editor, with the answer to what was asked in it."""
        if operation.kind is Kind.DESCRIPTION:
            return await editor_page(self.site)
        ask = partial(self._asked, request, operation, ACCEPTED)
        told = partial(self._fault, operation)
        return await editor_page(self.site, operation.text, ask, told=told)

    async def _asked(
        self, request: Request, operation: Operation, kinds: tuple[str, ...]
    ) -> Answered:
        question = Question(
            sparql=with_prefixes(operation.text),
            accepts=kinds,
            default_graphs=operation.default_graphs,
            named_graphs=operation.named_graphs,
            base=self._address(request, self.path),
        )
        return await attended(request, self.site.endpoint.answer(question))

    def _fault(self, operation: Operation, error: TertiumError) -> Problem:
        """Return what is wrong; of a bad query, in which place."""
        if isinstance(error, BadQueryError):
            return fault(error, operation.text)
        return problem_of(error)

    async def _described(
        self, request: Request, what: Described, formats: Sequence[str]
    ) -> Response:
        liking = Liking.of(_accept(request), formats, GRAPHS)
        about = About(
            endpoint=self._address(request, self.path),
            updates=bool(self._token),
            holdings=await self.counter.holdings(),
        )
        return await document(what, about, liking)

    async def _updated(self, request: Request, operation: Operation) -> Response:
        permit(request, self._token)
        try:
            await self.site.updates.make(
                with_prefixes(operation.text),
                base=self._address(request, self.path),
                graphs=operation.default_graphs,
                named=operation.named_graphs,
            )
        except BadQueryError as error:
            return self._fault(operation, error).response()
        return Response(status_code=HTTPStatus.NO_CONTENT)

    @property
    def _token(self) -> str:
        """What whoever changes the graph must know; only a store directory can be changed."""
        settings = self.site.settings
        return settings.token if str(settings.store) in settings.sources else ""

    def _direct(self, request: Request) -> Iri | None:
        """Return the address which was asked, as long as it can be the name of a graph."""
        if not request.path_params.get("name"):
            return None
        raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
        return iri_of(self._address(request, raw.decode("ascii", "replace")))

    def _limits(self, request: Request) -> str:
        return self._address(request, self.path) + LIMITS_AT

    def _address(self, request: Request, path: str) -> str:
        """Return the address of a path of ours, as the world sees it."""
        root = self.site.settings.address or str(request.base_url)
        return root.rstrip("/") + path


def _accept(request: Request) -> str:
    return request.headers.get("accept", "")
