"""Web servers on this machine which run as long as a block."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

__all__ = ["QuietServer", "running"]


class QuietServer(ThreadingHTTPServer):
    """A server which says nothing of who hangs up."""

    def handle_error(self, *_: object) -> None:
        """Show what goes wrong here, unless whoever asked has had enough."""
        if not isinstance(sys.exception(), OSError):
            traceback.print_exc()


@contextmanager
def running(handler: type[BaseHTTPRequestHandler]) -> Iterator[QuietServer]:
    """Yield a server that answers like this until the block ends."""
    with QuietServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
