"""A web server on this machine that runs as long as a block."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler
from threading import Thread

__all__ = ["Quiet", "running"]


class Quiet(BaseHTTPRequestHandler):
    """Answers; what it was asked, it keeps to itself."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running(handler: Callable[..., BaseRequestHandler]) -> Iterator[str]:
    """Yield the address of a server at a free port, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
