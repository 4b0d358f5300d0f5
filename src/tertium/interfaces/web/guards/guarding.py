"""The guard of the site: every request passes it, and every answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from secrets import token_hex
from typing import TYPE_CHECKING, Final

from starlette.requests import ClientDisconnect

from tertium.errors import TooManyPartsError
from tertium.interfaces.web.door import REQUEST, failure_answer, note
from tertium.interfaces.web.guards.answers import Answer, Twin
from tertium.interfaces.web.guards.bodies import Body, declared
from tertium.interfaces.web.guards.headers import Added
from tertium.interfaces.web.guards.heads import Heads, names_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Receive, Scope, Send

    from tertium.interfaces.web.settings import Settings

__all__ = ["Guard", "Limits"]

_NUMBER: Final = 8
"""So many bytes of chance tell one request from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a request may bring, in bytes, and how long that may take, in seconds.

    `larger` are the paths where it may be more.
    """

    body: int = 1 << 20
    seconds: float = 30.0
    larger: Mapping[str, int] = field(default_factory=dict)

    def of(self, path: str) -> int:
        """Return how much a request to a path may bring."""
        return self.larger.get(path, self.body)


_USUAL: Final = Limits()


class Guard:
    """An application behind a guard.

    It lets in what is meant for this server and can be one of its addresses, in bodies that are
    not too large and not too slow. HEAD is asked as GET, and the body of the answer is kept back.
    Whatever is not answered for an error is answered here. Answers carry the headers which tell a
    browser how little to allow them; a problem is told to browsers as a page.
    """

    def __init__(
        self,
        application: ASGIApp,
        settings: Settings,
        *,
        twin: Twin,
        limits: Limits = _USUAL,
    ) -> None:
        """Read once from the settings who may ask, and who may frame."""
        self._application = application
        self._heads = Heads(names_of(settings.hosts, settings.address))
        self._added = Added(settings.frames)
        self._twin = twin
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        number = scope.get(REQUEST) or token_hex(_NUMBER)
        inner = {**scope, REQUEST: number}
        if scope["method"] == "HEAD":
            inner["method"] = "GET"
        answer = Answer(
            out=send, scope=scope, added=self._added, twin=self._twin, number=number.encode()
        )
        body = Body(receive, self._limits.of(scope["path"]), self._limits.seconds)
        try:
            await self._admitted(inner, body.take, answer.send)
        except ClientDisconnect:
            return
        except Exception as error:
            if answer.has_begun:
                note(error, inner)
            else:
                await failure_answer(error, inner)(inner, receive, answer.send)

    async def _admitted(self, scope: Scope, receive: Receive, send: Send) -> None:
        refused = self._heads.refused(scope)
        if refused is not None:
            await refused.response()(scope, receive, send)
        elif (size := declared(scope)) > (most := self._limits.of(scope["path"])):
            raise TooManyPartsError(size, "bytes", most)
        else:
            await self._application(scope, receive, send)
