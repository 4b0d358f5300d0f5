"""Which address answers what."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from tertium.api.reconciling import Kind, LinkingGraph, Reconciler, Version
from tertium.errors import BadRequestError
from tertium.interfaces.web.door import (
    Door,
    json_answer,
    nothing_answer,
    page_answer,
    script_answer,
    spoken,
)
from tertium.interfaces.web.negotiation import preferred
from tertium.interfaces.web.reconciliation.asking import (
    callback_of,
    count_of,
    document,
    fields,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from tertium.render.json_values import Json

__all__ = ["Alone", "Asked", "application", "routes"]

_T = TypeVar("_T")
_SUGGESTED: Final = 10
_PROPOSED: Final = 20
_MEDIA: Final = {
    Version.FINAL: "application/json",
    Version.DRAFT: "application/reconciliation.v1+json",
}


class Asked(Protocol):
    """What asks a graph, in a thread: the site does, of the graph that it serves."""

    async def ask(self, work: Callable[[LinkingGraph], _T]) -> _T:
        """Return what some work on the graph gives."""
        ...


@dataclass(frozen=True, slots=True)
class Alone:
    """Asks one graph."""

    graph: LinkingGraph

    async def ask(self, work: Callable[[LinkingGraph], _T]) -> _T:
        """Return what some work on the graph gives."""
        return await run_in_threadpool(work, self.graph)


def routes(asked: Asked, *, path: str = "/reconcile", address: str = "") -> tuple[Route, ...]:
    """Return the routes of the service over a graph, below a path.

    `address` is where the world sees that path, if the server stands behind another.
    """
    service = _Service(asked, path, address.rstrip("/"))
    doors = {
        "": Door({"GET": service.root, "POST": service.root}),
        "/": Door({"GET": service.root, "POST": service.root}),
        "/match": Door({"POST": service.match}),
        "/preview": Door({"GET": service.preview}),
        "/extend": Door({"POST": service.extend}),
        "/extend/propose": Door({"GET": service.propose}),
    }
    for kind in Kind:
        doors[f"/suggest/{kind.value}"] = Door({"GET": partial(service.suggest, kind)})
        doors[f"/suggest/{kind.value}/flyout"] = Door({"GET": partial(service.flyout, kind)})
    doors["/{rest:path}"] = Door(dict.fromkeys(("GET", "POST"), _nowhere))
    return tuple(Route(path + below or "/", door) for below, door in doors.items())


def application(graph: LinkingGraph, *, path: str = "/reconcile", address: str = "") -> Starlette:
    """Return an application with nothing but the service."""
    return Starlette(routes=routes(Alone(graph), path=path, address=address))


@dataclass(slots=True)
class _Service:
    """The service as it stands at an address; the graph is asked in threads.

    What was found out of a graph is kept as long as that is the one that is asked.
    """

    asked: Asked
    path: str
    address: str
    _standing: Reconciler | None = field(default=None, init=False)

    async def root(self, request: Request) -> Response:
        """Answer the manifest, a batch or an extension of version 0.2."""
        asked, version = await fields(request), version_of(request) or Version.FINAL
        batch, extension = asked.get("queries"), asked.get("extend")
        if batch is not None:
            return await self._answered(request, lambda r: r.match(batch, Version.FINAL))
        if extension is not None:
            return await self._answered(request, lambda r: r.extend(extension, Version.FINAL))
        if request.method == "POST":
            raise BadRequestError(place="the form", problem="a field queries or extend is expected")
        root, kind = self._root(request), _MEDIA[version]
        return await self._answered(request, lambda r: r.manifest(root, version), kind)

    async def match(self, request: Request) -> Response:
        """Answer a batch of version 1.0."""
        return await self._drafted(request, Reconciler.match)

    async def extend(self, request: Request) -> Response:
        """Answer an extension of version 1.0."""
        return await self._drafted(request, Reconciler.extend)

    async def suggest(self, kind: Kind, request: Request) -> Response:
        """Answer suggestions: `cursor` is what version 0.2 calls the offset."""
        ask = partial(
            Reconciler.suggest,
            kind=kind,
            prefix=request.query_params.get("prefix", ""),
            version=version_of(request) or Version.FINAL,
            limit=count_of(request, "limit", _SUGGESTED),
            offset=count_of(request, "offset", count_of(request, "cursor", 0)),
        )
        return await self._answered(request, ask)

    async def flyout(self, kind: Kind, request: Request) -> Response:
        """Answer a piece of HTML on whatever was suggested."""
        name = _identifier(request)
        return await self._answered(request, lambda r: r.flyout(kind, name))

    async def preview(self, request: Request) -> Response:
        """Answer a small page on an entity."""
        name = _identifier(request)
        language, page = await self._asked(request, lambda r: r.preview(name))
        return spoken(page_answer(page), language)

    async def propose(self, request: Request) -> Response:
        """Answer which properties may be fetched."""
        kind, limit = request.query_params.get("type", ""), count_of(request, "limit", _PROPOSED)
        return await self._answered(request, lambda r: r.propose(kind, limit=limit))

    async def _drafted(
        self, request: Request, ask: Callable[[Reconciler, str, Version], Json]
    ) -> Response:
        version_of(request)
        body, kind = await document(request), _MEDIA[Version.DRAFT]
        return await self._answered(request, lambda r: ask(r, body, Version.DRAFT), kind)

    async def _answered(
        self, request: Request, ask: Callable[[Reconciler], Json], kind: str = "application/json"
    ) -> Response:
        callback = callback_of(request)
        language, answer = await self._asked(request, ask)
        response = script_answer(answer, callback) if callback else json_answer(answer, kind)
        return spoken(response, language)

    async def _asked(self, request: Request, ask: Callable[[Reconciler], _T]) -> tuple[str, _T]:
        """Return the answer in a language that is preferred, and which it is."""
        wanted = preferred(request.headers.get("accept-language", ""))

        def run(graph: LinkingGraph) -> tuple[str, _T]:
            service = self._of(graph).speaking(wanted)
            return service.language, ask(service)

        return await self.asked.ask(run)

    def _of(self, graph: LinkingGraph) -> Reconciler:
        standing = self._standing
        if standing is None or standing.graph is not graph:
            self._standing = standing = Reconciler(graph)
        return standing

    def _root(self, request: Request) -> str:
        """Return the address of the root, without a slash at its end."""
        return self.address or str(request.base_url).rstrip("/") + self.path


async def _nowhere(_: Request) -> Response:
    return nothing_answer()


def _identifier(request: Request) -> str:
    identifier = request.query_params.get("id", "")
    if not identifier:
        raise BadRequestError(place="id", problem="an identifier is expected")
    return identifier
