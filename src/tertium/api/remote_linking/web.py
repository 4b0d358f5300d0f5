"""Services are asked as all servers are, but for what they call their answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import finalize

from tertium.api.agent import agent_for
from tertium.api.caching import cache_folder
from tertium.api.remote_linking.linker import RemoteLinker
from tertium.fetch.address import check_address
from tertium.fetch.fetcher import Caching, Fetcher
from tertium.fetch.request import Request

if TYPE_CHECKING:
    from tertium.fetch.manners import Clock

__all__ = ["WebExchange", "remote_linker"]

_TOLERATED: Final = (
    "application/reconciliation.v1+json",
    "application/reconciliation.v0.2+json",
    "application/javascript",
    "text/javascript",
    "text/json",
    "text/plain",
)
"""What services call their JSON. Asked for is plain JSON: of manifests, that names all versions."""


def remote_linker(url: str, *, limit: int = 10, clock: Clock | None = None) -> RemoteLinker:
    """Return what links names by asking the service at an address, politely.

    Raises:
        BadAddressError: when the address is none of the web.
        NoContactError: when it is on another machine and nobody has said who asks.
        UnwritableError: when the cache, in which is noted whose turn it is, cannot be written.

    """
    check_address(url)
    agent_for(url)
    fetcher = Fetcher(cache_folder(), agent=agent_for, caching=Caching.NEVER, clock=clock)
    linker = RemoteLinker(url, WebExchange(fetcher), limit=limit)
    finalize(linker, fetcher.close)
    return linker


@dataclass(frozen=True, slots=True)
class WebExchange:
    """Gets and posts through a fetcher; an answer is JSON, whatever its type is called.

    Both raise as `fetch` of the fetcher does.
    """

    fetcher: Fetcher

    def get(self, url: str) -> bytes:
        """Return what an address answers."""
        return self._body(Request(url=url, tolerated=_TOLERATED))

    def post(self, url: str, body: bytes, *, kind: str) -> bytes:
        """Return the answer to a body of a kind; it is a question, so may be repeated."""
        asked = Request(url=url, method="POST", body=body, kind=kind, tolerated=_TOLERATED)
        return self._body(asked)

    def _body(self, request: Request) -> bytes:
        return self.fetcher.fetch(request).body
