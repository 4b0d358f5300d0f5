"""`tertium serve`."""

import os
import signal
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tertium.interfaces.cli.loading import progress_bar
from tertium.interfaces.cli.options import GraphOption, QuietOption, VerboseOption
from tertium.interfaces.cli.serving_inputs import names_of, notes_of, site_of, token_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from socket import socket

    from tertium.interfaces.web.serving.stocking import Stock

__all__ = ["serve"]

_ADDRESS: Final = "--address"
_MOST: Final = 4


def serve(
    *,
    graph: GraphOption = None,
    host: Annotated[
        str, typer.Option("--host", metavar="HOST", help="Where to listen.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Where to listen; 0 for a free one.")
    ] = 8000,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            min=1,
            metavar="N",
            help="How many processes serve.  [default: one a core, at most 4]",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int,
        typer.Option("--workers", min=1, metavar="N", help="How many queries each runs at once."),
    ] = 2,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Take no updates and no reports; write nothing.")
    ] = False,
    address: Annotated[
        str, typer.Option(_ADDRESS, metavar="URL", help="Where the world sees the server.")
    ] = "",
    hosts: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="Answer to this name; may be repeated."),
    ] = None,
    frames: Annotated[
        list[str] | None,
        typer.Option(
            "--frame-site", metavar="URL", help="Let this site embed pages; may be repeated."
        ),
    ] = None,
    reports: Annotated[
        Path | None,
        typer.Option(
            "--reports",
            metavar="FILE",
            help="Where reported problems are kept.  [default: in the user's data folder]",
            show_default=False,
        ),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option("--token-file", metavar="FILE", help="What updates must bring."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--log-format",
            metavar="FORMAT",
            help="json or text.  [default: text on a terminal, else json]",
            show_default=False,
        ),
    ] = None,
    log_queries: Annotated[
        bool, typer.Option("--log-queries", help="Write down what is asked, too.")
    ] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Serve pages, an API and a SPARQL endpoint over HTTP.

    The token for updates may stand in the environment variable TERTIUM_TOKEN instead of a file.
    Ctrl-C stops; what was begun is ended first.
    """
    from tertium.api.reporting import reports_file
    from tertium.interfaces.web.serving.listening import listening
    from tertium.interfaces.web.serving.orders import Orders
    from tertium.interfaces.web.serving.supervising import Supervisor
    from tertium.interfaces.web.settings import Settings

    sources = tuple(graph or ())
    wished = partial(
        Settings,
        sources=sources,
        address=site_of(_ADDRESS, address) if address else "",
        hosts=names_of(hosts or [], host=host, address=address),
        frames=tuple(site_of("--frame-site", one) for one in frames or ()),
        token="" if read_only else token_of(token_file, graph or []),
        reports=None if read_only else reports or reports_file(),
        workers=workers,
    )
    notes = notes_of(form, queries=log_queries, quiet=quiet, verbose=verbose)
    with listening(host, port) as listener, _stocked(sources, quiet=quiet) as stock:
        settings = wished(store=stock.store, elsewhere=stock.elsewhere)
        told = f"Serving {_graph(sources)} on {_place(listener)} (Ctrl-C stops)"
        ready = (lambda: None) if quiet else partial(print, told, flush=True)
        count = processes or min(_MOST, len(os.sched_getaffinity(0)))
        orders = Orders(settings=settings, notes=notes)
        return Supervisor(orders, listener, count, stock.temporary).run(ready)


@contextmanager
def _stocked(sources: tuple[str, ...], *, quiet: bool) -> "Iterator[Stock]":
    """Yield a store directory for the workers; one that was made for them ends with the server."""
    from tertium.interfaces.web.serving.stocking import stocked

    with ExitStack() as files:
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)  # to remove what is made
        files.callback(signal.signal, signal.SIGTERM, before)
        with progress_bar(quiet=quiet) as progress:
            stock = files.enter_context(stocked(sources, progress=progress))
        yield stock


def _graph(sources: tuple[str, ...]) -> str:
    return " + ".join(sources) or "the bundled graph"


def _place(listener: "socket") -> str:
    """Return the address of a socket."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
