"""`tertium verify`."""

import json as json_library
import sys
from pathlib import Path
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit, graph_of, read_text
from tertium.interfaces.cli.options import GraphOption, JsonOption, QuietOption, VerboseOption

__all__ = ["verify"]


def verify(
    page: Annotated[
        Path, typer.Argument(metavar="PAGE.json", help="A page made with -f json, or - for stdin.")
    ],
    *,
    graph: GraphOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Re-check a page against the graph.

    Every cell and every sentence is checked; exit 1 when one fails.
    """
    failures = graph_of(graph, quiet=quiet, verbose=verbose).verify(_document(page))
    if json:
        found = [{"where": failure.where, "problem": failure.problem} for failure in failures]
        emit(json_library.dumps({"failures": found}, ensure_ascii=False, indent=2) + "\n")
    elif failures:
        emit("".join(f"{failure.where}: {failure.problem}\n" for failure in failures))
    elif not quiet:
        emit(f"{page}: every cell and every sentence holds\n")
    return 1 if failures else 0


def _document(page: Path) -> str:
    return sys.stdin.read() if str(page) == "-" else read_text(page)
