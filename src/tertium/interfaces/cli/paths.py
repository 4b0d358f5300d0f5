"""`tertium paths`."""

from itertools import combinations
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit, graph_of, page_format
from tertium.interfaces.cli.options import (
    GraphOption,
    JsonOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    ShapeOption,
    VerboseOption,
)

__all__ = ["paths"]

_AT_LEAST = 2


def paths(
    entities: Annotated[
        list[str], typer.Argument(metavar="A B [C…]", help="Labels, IRIs or CURIEs (wd:Q855).")
    ],
    *,
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
    steps: Annotated[
        int, typer.Option("--steps", metavar="N", help="How many steps at most, 1 to 4.")
    ] = 4,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", help="How many paths at most for each pair.")
    ] = 10,
    shape: ShapeOption = None,
    lang: LanguageOption = "en",
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show how entities are connected, in words.

    Statements come first, then what both have to do with, then longer paths; or it says that there
    is no meaningful link. Of three or more entities, each pair is told.
    """
    from tertium.errors import TooFewEntitiesError
    from tertium.render.paths import render_paths

    if len(entities) < _AT_LEAST:
        raise TooFewEntitiesError(len(entities))
    kg = graph_of(graph, shape=shape, quiet=quiet, verbose=verbose)
    pairs = [
        kg.paths(*pair, steps=steps, limit=limit, language=lang)
        for pair in combinations(entities, 2)
    ]
    emit(render_paths(page_format(name, output, as_json=json), pairs), output)
