"""The place where a server listens."""

from __future__ import annotations

import os
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from tertium.errors import BadParameterError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["listening"]

_PORT: Final = "--port"
_WAITING: Final = 1024
"""So many connections may wait to be taken."""


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Yield a socket which listens, and can be given to other processes; port 0 is a free one.

    Raises:
        BadParameterError: when nobody can listen there.

    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        problem = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
        raise BadParameterError(_PORT, f"{host}:{port}: {problem}") from error
    with listener:
        listener.set_inheritable(True)
        yield listener
