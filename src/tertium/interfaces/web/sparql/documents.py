"""The descriptions of the endpoint and of its graph, as they are sent."""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from tertium.interfaces.web.sparql.describing import About, dataset, service
from tertium.interfaces.web.sparql.sending import EXPOSED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tertium.interfaces.web.sparql.formats import Liking
    from tertium.interfaces.web.sparql.triples import Saying

__all__ = ["Described", "document"]

_KEPT: Final = "public, max-age=60"
"""What is whole may be kept: it changes with the graph only."""


class Described(Enum):
    """What is described."""

    SERVICE = "service"
    GRAPH = "graph"


_MAKERS: Final[Mapping[Described, Callable[[About], Saying]]] = {
    Described.SERVICE: service,
    Described.GRAPH: dataset,
}


async def document(what: Described, about: About, liking: Liking) -> Response:
    """Return a description in the syntax which is liked best.

    It is not kept as long as the graph is still being counted.
    """
    kind = liking.kinds[0]
    body = await run_in_threadpool(partial(_written, what, about, kind))
    headers = {**EXPOSED, **({"Cache-Control": _KEPT} if about.holdings else {})}
    return Response(body, media_type=liking.name_of(kind), headers=headers)


def _written(what: Described, about: About, media_type: str) -> bytes:
    return _MAKERS[what](about).written(media_type)
