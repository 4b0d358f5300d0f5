"""How long a client is waited for: a slow one must not keep a place for ever."""

from __future__ import annotations

import asyncio
import json
import sys
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from asyncio import BaseTransport, TimerHandle

    from uvicorn.protocols.http.h11_impl import RequestResponseCycle

__all__ = ["Patient"]

_REQUEST: Final = "the request did not come to its end"


class Patient(H11Protocol):
    """A connection which is closed when the client keeps it waiting.

    Attributes:
        head: so many seconds a client has for the head of a request.
        body: so many seconds it has for the body.
        reading: in so many seconds it must take some of an answer that waits for it.
        pace: so many bytes are some.

    """

    head: float = 10
    body: float = 30
    reading: float = 30
    pace: int = 32 << 10
    _waiting: tuple[float, RequestResponseCycle | None] | None = None
    _timer: TimerHandle | None = None
    _reading: TimerHandle | None = None

    def connection_made(self, transport: BaseTransport) -> None:
        """Wait for the first request."""
        if isinstance(transport, asyncio.Transport):
            super().connection_made(transport)
            self._wait()

    def data_received(self, data: bytes) -> None:
        """Take a piece of a request, and wait for the next."""
        super().data_received(data)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        super().connection_lost(exc)
        for timer in (self._timer, self._reading):
            if timer:
                timer.cancel()

    def pause_writing(self) -> None:
        """Give the client time to take what there is."""
        super().pause_writing()
        self._reading = self.loop.call_later(self.reading, self._look, self._unread)

    def resume_writing(self) -> None:
        """Go on, now that it has."""
        super().resume_writing()
        if self._reading:
            self._reading.cancel()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no request; h11 says which status fits."""
        error = sys.exception()
        hint = error.error_status_hint if isinstance(error, h11.RemoteProtocolError) else 400
        self._refuse(HTTPStatus(hint), msg)

    def _awaited(self) -> tuple[float, RequestResponseCycle | None] | None:
        """Return what the client owes: for how many seconds, and in which request."""
        cycle = self.cycle
        if cycle is None or cycle.response_complete:
            return self.head, cycle
        return (self.body, cycle) if cycle.more_body else None

    def _wait(self) -> None:
        awaited = self._awaited()
        if awaited == self._waiting:
            return
        self._waiting = awaited
        if self._timer:
            self._timer.cancel()
        self._timer = self.loop.call_later(awaited[0], self._end) if awaited else None

    def _end(self) -> None:
        """Refuse a request which does not come to an end."""
        if self._awaited() != self._waiting or self.transport.is_closing():
            return
        if self.conn.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, _REQUEST)
        else:
            self.transport.abort()

    def _refuse(self, status: HTTPStatus, detail: str) -> None:
        title = status.phrase
        document = {"type": "about:blank", "title": title, "status": status, "detail": detail}
        headers = [("content-type", "application/problem+json"), ("connection", "close")]
        reason = title.encode()
        for event in (
            h11.Response(status_code=status, headers=headers, reason=reason),
            h11.Data(data=json.dumps(document).encode()),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    @property
    def _unread(self) -> int:
        return self.transport.get_write_buffer_size()

    def _look(self, before: int) -> None:
        """Leave a client which takes next to nothing of its answer."""
        if before - self._unread < self.pace:
            self.transport.abort()
        else:
            self._reading = self.loop.call_later(self.reading, self._look, self._unread)
