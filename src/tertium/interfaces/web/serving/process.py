"""A serving process: it serves until it is told to stop, or nobody watches over it."""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
import time
from shutil import rmtree
from threading import Thread
from typing import TYPE_CHECKING, Final

import uvicorn

from tertium.errors import TertiumError
from tertium.interfaces.web.application import application
from tertium.interfaces.web.serving.noting import Noted, note_down
from tertium.interfaces.web.serving.orders import GRACE, Orders
from tertium.interfaces.web.serving.patience import Patient
from tertium.render.escaping import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.types import ASGIApp

__all__ = ["main", "site_of"]

_HEADERS: Final = 2**18
"""So many bytes the head of a request may have."""

_RARELY: Final = 50_000, 10, 10
"""So many new objects, and so many rounds, before those are collected which nobody needs."""
_CONNECTIONS: Final = 1000
"""So many connections a process keeps; whoever comes then is sent away."""

_ENDING: Final = 2
"""So many seconds after its grace, a process ends whatever it does."""


class _Server(uvicorn.Server):
    """A server which says when it takes requests."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self._ready()


def site_of(orders: Orders) -> ASGIApp:
    """Return the site, with a note of each request."""
    note_down(orders.notes)
    site = Noted(application(orders.settings), orders.notes)
    gc.freeze()  # what was read to serve it stays
    gc.set_threshold(*_RARELY)
    return site


def main(arguments: Sequence[str]) -> int:
    """Serve on an open socket and return the exit code.

    The arguments are numbers of open files: the socket, a pipe to be written to once requests
    are taken, and a pipe which ends with the process that watches; and a folder to be removed if
    that one is gone, if there is any.
    """
    listening, ready, watched = map(int, arguments[:3])
    for number in (signal.SIGINT, signal.SIGTERM):  # to be asked to stop is no failure
        signal.signal(number, lambda *_: sys.exit())
    orphaned = _watch(watched)
    orders = Orders.of(os.environ)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    try:
        config = _config(site_of(orders), behind=bool(orders.settings.address))
        with socket.socket(fileno=listening) as listener:
            _Server(config, lambda: _say(ready)).run([listener])
    except TertiumError as error:
        sys.stderr.write(f"tertium: {visible(str(error))}\n")
        return error.exit_code
    finally:
        for folder in arguments[3:] if orphaned() else ():
            rmtree(folder, ignore_errors=True)
    return 0


def _config(site: ASGIApp, *, behind: bool) -> uvicorn.Config:
    """Return how uvicorn serves a site; only behind a server of ours others say who asks."""
    return uvicorn.Config(
        site,
        loop="asyncio",
        http=Patient,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=behind,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=GRACE,
        h11_max_incomplete_event_size=_HEADERS,
    )


def _watch(pipe: int) -> Callable[[], bool]:
    """Stop this process when a pipe ends; return what says whether it has."""

    def wait() -> None:
        os.read(pipe, 1)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(GRACE + _ENDING)
        os._exit(1)  # it hangs

    thread = Thread(target=wait, daemon=True)
    thread.start()
    parent = os.getppid()
    return lambda: os.getppid() != parent


def _say(pipe: int) -> None:
    """Say through a pipe that requests are taken."""
    with os.fdopen(pipe, "wb") as out:
        out.write(b"\n")
