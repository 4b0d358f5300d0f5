"""`tertium audit`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit, graph_of, page_format, read_text
from tertium.interfaces.cli.options import (
    GraphOption,
    JsonOption,
    OutputOption,
    QuietOption,
    VerboseOption,
)

__all__ = ["audit"]


def audit(
    text: Annotated[
        Path, typer.Argument(metavar="TEXT.txt", help="A prose comparison, or - for stdin.")
    ],
    *,
    entities: Annotated[
        list[str] | None,
        typer.Option(
            "--entities",
            "-e",
            metavar="ENTITY",
            help="Whom the text is about, one at a time, in the order of its table."
            "  [default: as its title says, “A vs. B”]",
            show_default=False,
        ),
    ] = None,
    graph: GraphOption = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, markdown or json.  [default: text, or by the output's suffix]",
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Hold the claims of an English prose comparison against the graph.

    Each is supported, contradicted, not in the graph, an opinion, or not understood; exit 1 when
    one is contradicted.
    """
    from tertium.render.auditing import render_audit

    prose = sys.stdin.read() if str(text) == "-" else read_text(text)
    found = graph_of(graph, quiet=quiet, verbose=verbose).audit(prose, *(entities or ()))
    emit(render_audit(page_format(name, output, as_json=json), found), output)
    return 1 if found.failed else 0
