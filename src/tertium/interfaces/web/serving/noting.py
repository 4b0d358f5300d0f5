"""The log: a line a request, and what went wrong; never the words of who asked, unless wished."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from traceback import format_tb
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.serving.orders import LogForm, Loudness, Notes
from tertium.render.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["REQUESTS", "Noted", "note_down"]

REQUESTS: Final = "tertium.requests"
"""The name of the log in which each request has its line."""

_LONGEST: Final = 300
_QUERIES: Final = 2**16
_LEVELS: Final = {
    Loudness.QUIET: logging.ERROR,
    Loudness.NORMAL: logging.WARNING,
    Loudness.VERBOSE: logging.INFO,
}
_NAMED: Final = {"request": b"x-request-id", "truncated": b"tertium-truncated"}
"""What is noted of the headers of an answer: the number of the request, and if it was cut."""


class _Line(logging.Formatter):
    """A record as one line; of an error it has the place but not the words."""

    def __init__(self, form: LogForm) -> None:
        super().__init__()
        self._form = form

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: Mapping[str, object] = getattr(record, "request", None) or self._remark(record)
        if self._form is LogForm.JSON:
            return json.dumps({"time": moment, **told}, ensure_ascii=True)
        words = (visible(str(value)) for value in told.values())
        return f"{moment} {' '.join(words)}"

    def _remark(self, record: logging.LogRecord) -> dict[str, object]:
        message = record.getMessage().strip()
        if record.exc_info and record.exc_info[0]:
            places = "".join(format_tb(record.exc_info[2]))
            message = f"{message}: {record.exc_info[0].__qualname__}\n{places}"
        return {"level": record.levelname.lower(), "from": record.name, "message": message}


def note_down(notes: Notes) -> None:
    """Let the log of this process go to standard error, as lines of a form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Line(notes.form))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(_LEVELS[notes.loudness])
    quiet = notes.loudness is Loudness.QUIET
    logging.getLogger(REQUESTS).setLevel(logging.ERROR if quiet else logging.INFO)


class Noted:
    """An application of which each request is noted once it is answered."""

    def __init__(self, application: ASGIApp, notes: Notes) -> None:
        """Wrap an application."""
        self._application = application
        self._queries = notes.queries
        self._log = logging.getLogger(REQUESTS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note how it was answered."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        request = _Noting(scope)
        heard = request.heard(receive) if self._queries else receive
        try:
            await self._application(scope, heard, request.said(send))
        finally:
            told = request.told() | (request.asked() if self._queries else {})
            self._log.info("request", extra={"request": told})


class _Noting:
    """What is noted of a request while it is answered."""

    def __init__(self, scope: Scope) -> None:
        self._begun = time.perf_counter()
        self._scope = scope
        self._body = bytearray()
        self._status = 0
        self._size = 0
        self._headers: Mapping[bytes, bytes] = {}

    def heard(self, receive: Receive) -> Receive:
        """Return a way to hear the request which keeps the beginning of its body."""

        async def heard() -> Message:
            message = await receive()
            self._body += message.get("body", b"")[: _QUERIES - len(self._body)]
            return message

        return heard

    def said(self, send: Send) -> Send:
        """Return a way to answer which counts."""

        async def said(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._status = message["status"]
                self._headers = dict(message["headers"])
            self._size += len(message.get("body", b""))
            await send(message)

        return said

    def told(self) -> dict[str, object]:
        """Return what is noted of every request; no status means that the client has left."""
        named = {name: self._headers.get(header) for name, header in _NAMED.items()}
        return {
            "method": self._scope["method"],
            "path": self._scope["path"][:_LONGEST],
            "status": self._status,
            "ms": round((time.perf_counter() - self._begun) * 1000, 1),
            "bytes": self._size,
            **{name: value.decode("latin-1") for name, value in named.items() if value},
        }

    def asked(self) -> dict[str, object]:
        """Return what was asked for, in the words of the client."""
        fields = self._scope["query_string"].decode("utf-8", "replace")
        body = self._body.decode("utf-8", "replace")
        return {name: text for name, text in (("query", fields), ("body", body)) if text}
