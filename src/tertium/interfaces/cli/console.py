"""Where answers and remarks go: a terminal, a pipe or a file."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tertium.errors import BadParameterError, SourceUnavailableError, UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tertium.api import KnowledgeGraph, Page
    from tertium.model.shape import Shape

__all__ = ["emit", "emit_page", "graph_of", "page_format", "read_text", "rewritten", "table"]

_SUFFIXES = {
    ".bib": "bibtex",
    ".htm": "html",
    ".md": "markdown",
    ".tex": "latex",
    ".ttl": "turtle",
    ".txt": "text",
    ".zip": "crate",
}


def page_format(name: str | None, output: Path | None, *, as_json: bool) -> str:
    """Return the format asked for, or the one which the file's suffix means."""
    if as_json:
        return "json"
    if name or output is None:
        return name or "text"
    return _SUFFIXES.get(output.suffix, output.suffix.removeprefix(".") or "text")


def graph_of(
    sources: list[str] | None, *, shape: Shape | None = None, quiet: bool, verbose: bool
) -> KnowledgeGraph:
    """Open the graph named, with a sign of life on a terminal."""
    from tertium.api import open_graph

    with _busy("reading the graph", quiet=quiet):
        graph = open_graph(*(sources or ()), shape=shape)
    if verbose:
        remark = f"graph {graph.info.id}, version {graph.info.version[:12]}"
        print(f"{remark}, {len(graph.info.sources)} files", file=sys.stderr)
    return graph


def emit(answer: str | bytes, output: Path | None = None) -> None:
    """Write an answer to the file or to standard output; an archive is bytes.

    Raises:
        UnwritableError: when the file cannot be written.

    """
    if output is None or str(output) == "-":
        _say(answer)
        return
    try:
        output.write_bytes(answer.encode() if isinstance(answer, str) else answer)
    except OSError as error:
        raise UnwritableError(str(output), error.strerror or str(error)) from error


def _say(answer: str | bytes) -> None:
    if isinstance(answer, str):
        sys.stdout.write(answer)
        return
    if sys.stdout.isatty():
        key = "output"
        raise BadParameterError(key, "an archive is no text: name a file, such as -o page.zip")
    sys.stdout.buffer.write(answer)


def emit_page(page: Page, name: str, output: Path | None) -> None:
    """Write a page; in colour and to the width of a terminal if there is one."""
    if name == "text" and output is None and sys.stdout.isatty():
        from rich.console import Console

        from tertium.render.text import renderable

        Console().print(renderable(page.comparison, page.narrative))
        return
    emit(page.to_crate() if name == "crate" else page.render(name), output)


def rewritten(graph: KnowledgeGraph, page: Page, command: str | None, *, quiet: bool) -> Page:
    """Return a page with the sentences of a program which pass, and say how many do."""
    if command is None:
        return page
    page, done = graph.rewrite(page, command)
    if not quiet:
        print(done.note, file=sys.stderr)
    return page


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        SourceUnavailableError: when it cannot be read.

    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SourceUnavailableError(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise SourceUnavailableError(str(path), "no UTF-8 text") from error


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return rows as aligned columns, or as rich tables on a terminal."""
    from io import StringIO

    from rich.console import Console
    from rich.table import Table

    grid = Table(*header, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        grid.add_row(*row)
    text = StringIO()
    terminal = sys.stdout.isatty()
    width = None if terminal else 10_000
    Console(file=text, width=width, force_terminal=terminal, markup=False).print(grid)
    return "\n".join(line.rstrip() for line in text.getvalue().splitlines()) + "\n"


@contextmanager
def _busy(what: str, *, quiet: bool) -> Iterator[None]:
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield
