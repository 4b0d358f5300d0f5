"""An answer on its way out: with the headers of all, and for people as a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from starlette.requests import Request

from tertium.interfaces.web.negotiation import ranked
from tertium.interfaces.web.problems import MEDIA_TYPE

if TYPE_CHECKING:
    from starlette.types import Message, Scope, Send

    from tertium.interfaces.web.guards.headers import Added
    from tertium.render.json_values import Json

__all__ = ["Answer", "Twin"]

Twin: TypeAlias = Callable[[Request, Mapping[str, "Json"]], str]
"""What makes of a problem document a page for people."""

_PROBLEM: Final = (b"content-type", MEDIA_TYPE.encode())
_FORMS: Final = (MEDIA_TYPE, "application/json", "text/html")
_HTML: Final = b"text/html; charset=utf-8"
_REPLACED: Final = {b"content-type", b"content-length"}


@dataclass(slots=True, kw_only=True)
class Answer:
    """An answer on its way out; `number` is that of the request."""

    out: Send
    scope: Scope
    added: Added
    twin: Twin
    number: bytes
    has_begun: bool = field(default=False, init=False)
    _problem: Message | None = field(default=None, init=False)
    _told: bytes = field(default=b"", init=False)

    async def send(self, message: Message) -> None:
        """Send a part of the answer; a problem waits until it is whole, to become a page."""
        if message["type"] == "http.response.start":
            self.has_begun = True
            if self._is_for_people(message):
                self._problem = message
            else:
                await self._start(message)
        elif self._problem is not None:
            self._told += message.get("body", b"")
            if not message.get("more_body", False):
                await self._page(self._problem)
        elif self.scope["method"] == "HEAD" and message["type"] == "http.response.body":
            await self.out({**message, "body": b""})
        else:
            await self.out(message)

    async def _start(self, message: Message) -> None:
        path = self.scope["path"].encode("utf-8", "replace")
        headers = self.added.to(message["headers"], path)
        headers.append((b"x-request-id", self.number))
        await self.out({**message, "headers": headers})

    async def _page(self, start: Message) -> None:
        page = self.twin(Request(self.scope), json.loads(self._told)).encode()
        kept = [one for one in start["headers"] if one[0] not in _REPLACED]
        length = str(len(page)).encode()
        headers = [*kept, (b"content-type", _HTML), (b"content-length", length)]
        await self._start({**start, "headers": headers})
        body = b"" if self.scope["method"] == "HEAD" else page
        await self.out({"type": "http.response.body", "body": body})

    def _is_for_people(self, start: Message) -> bool:
        if _PROBLEM not in start["headers"]:
            return False
        accepted = Request(self.scope).headers.get("accept", "")
        return ranked(accepted, _FORMS)[:1] == (_FORMS[-1],)
