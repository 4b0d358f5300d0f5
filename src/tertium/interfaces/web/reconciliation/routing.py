"""Which address answers what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from tertium.api.reconciling import Kind, LinkingGraph, Reconciler, Version
from tertium.errors import BadRequestError
from tertium.interfaces.web.reconciliation.asking import count_of, document, fields, version_of
from tertium.interfaces.web.reconciliation.door import Door, json_answer, page_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

    from tertium.render.json_values import Json

__all__ = ["application", "routes"]

_SUGGESTED: Final = 10
_PROPOSED: Final = 20
_MEDIA: Final = {
    Version.FINAL: "application/json",
    Version.DRAFT: "application/reconciliation.v1+json",
}


def routes(
    graph: LinkingGraph, *, path: str = "/reconcile", address: str = ""
) -> tuple[Route, ...]:
    """Return the routes of the service over a graph, below a path.

    `address` is where the world sees that path, if the server stands behind another.
    """
    service = _Service(Reconciler(graph), path, address.rstrip("/"))
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
    return tuple(Route(path + below or "/", door) for below, door in doors.items())


def application(graph: LinkingGraph, *, path: str = "/reconcile", address: str = "") -> Starlette:
    """Return an application with nothing but the service."""
    return Starlette(routes=routes(graph, path=path, address=address))


@dataclass(frozen=True, slots=True)
class _Service:
    """The service as it stands at an address; the graph is asked in threads."""

    reconciler: Reconciler
    path: str
    address: str

    async def root(self, request: Request) -> Response:
        """Answer the manifest, a batch or an extension of version 0.2."""
        asked = await fields(request)
        if "queries" in asked:
            ask = partial(self.reconciler.match, asked["queries"], Version.FINAL)
        elif "extend" in asked:
            ask = partial(self.reconciler.extend, asked["extend"], Version.FINAL)
        elif request.method == "POST":
            raise BadRequestError(place="the form", problem="a field queries or extend is expected")
        else:
            version = version_of(request) or Version.FINAL
            found = await run_in_threadpool(self.reconciler.manifest, self._root(request), version)
            return json_answer(found, _MEDIA[version])
        return json_answer(await run_in_threadpool(ask))

    async def match(self, request: Request) -> Response:
        """Answer a batch of version 1.0."""
        return await self._draft(request, self.reconciler.match)

    async def extend(self, request: Request) -> Response:
        """Answer an extension of version 1.0."""
        return await self._draft(request, self.reconciler.extend)

    async def suggest(self, kind: Kind, request: Request) -> Response:
        """Answer suggestions: `cursor` is what version 0.2 calls the offset."""
        offset = count_of(request, "offset", count_of(request, "cursor", 0))
        found = await run_in_threadpool(
            self.reconciler.suggest,
            kind,
            request.query_params.get("prefix", ""),
            version_of(request) or Version.FINAL,
            limit=count_of(request, "limit", _SUGGESTED),
            offset=offset,
        )
        return json_answer(found)

    async def flyout(self, kind: Kind, request: Request) -> Response:
        """Answer a piece of HTML on whatever was suggested."""
        return json_answer(
            await run_in_threadpool(self.reconciler.flyout, kind, _identifier(request))
        )

    async def preview(self, request: Request) -> Response:
        """Answer a small page on an entity."""
        return page_answer(await run_in_threadpool(self.reconciler.preview, _identifier(request)))

    async def propose(self, request: Request) -> Response:
        """Answer which properties may be fetched."""
        kind, limit = request.query_params.get("type", ""), count_of(request, "limit", _PROPOSED)
        return json_answer(await run_in_threadpool(self.reconciler.propose, kind, limit=limit))

    async def _draft(self, request: Request, ask: Callable[[str, Version], Json]) -> Response:
        version_of(request)
        body = await document(request)
        return json_answer(await run_in_threadpool(ask, body, Version.DRAFT), _MEDIA[Version.DRAFT])

    def _root(self, request: Request) -> str:
        """Return the address of the root, without a slash at its end."""
        return self.address or str(request.base_url).rstrip("/") + self.path


def _identifier(request: Request) -> str:
    identifier = request.query_params.get("id", "")
    if not identifier:
        raise BadRequestError(place="id", problem="an identifier is expected")
    return identifier
