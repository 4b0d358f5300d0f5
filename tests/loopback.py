"""A web server on this machine that runs as long as a block."""

import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler
from ssl import SSLContext
from threading import Thread

__all__ = ["Quiet", "QuietServer", "running"]


class Quiet(BaseHTTPRequestHandler):
    """Answers; what it was asked, it keeps to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of who hangs up; what goes wrong here is for all to see."""
        if not isinstance(sys.exception(), OSError):
            traceback.print_exc()


@contextmanager
def running(
    handler: Callable[..., BaseRequestHandler], *, secret: SSLContext | None = None
) -> Iterator[str]:
    """Yield the address of a server at a free port, without a slash at its end."""
    with QuietServer(("127.0.0.1", 0), handler) as server:
        if secret:
            server.socket = secret.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http{'s' * bool(secret)}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
