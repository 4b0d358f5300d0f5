"""`tertium verify`."""

import json as json_library
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit, graph_of, read_text
from tertium.interfaces.cli.options import GraphOption, JsonOption, QuietOption, VerboseOption

__all__ = ["verify"]


def verify(
    page: Annotated[
        Path,
        typer.Argument(
            metavar="PAGE.json",
            help="A page made with -f json, jsonld or turtle, or - for stdin.",
        ),
    ],
    *,
    graph: GraphOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Re-check a page against the graph.

    Every cell and every sentence is checked, whoever wrote it; exit 1 when one fails.
    """
    from tertium.api.documents import extent_of, read_document

    document = _document(page)
    failures = graph_of(graph, quiet=quiet, verbose=verbose).verify(document)
    extent = extent_of(read_document(document))
    if json:
        found = [
            {"where": one.where, "check": one.check.value, "problem": one.problem}
            for one in failures
        ]
        told = {"checked": asdict(extent), "failures": found}
        emit(json_library.dumps(told, ensure_ascii=False, indent=2) + "\n")
        return 1 if failures else 0
    emit("".join(f"{one.where}: {one.problem} ({one.check.value})\n" for one in failures))
    if not quiet:
        said = f"{len(failures)} failures" if failures else "every cell and every sentence holds"
        much = f"{extent.cells} cells, {extent.sentences} sentences and {extent.claims} claims"
        emit(f"{page}: {said} ({much} checked)\n")
    return 1 if failures else 0


def _document(page: Path) -> str:
    """Return the comparison document of a file, whichever way it is written."""
    from tertium.api.page_triples import read_page

    return read_page(sys.stdin.read() if str(page) == "-" else read_text(page))
