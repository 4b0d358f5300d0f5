"""`tertium common` and `tertium differ`."""

from typing import Annotated

import typer

from tertium.errors import UnknownFormatError
from tertium.interfaces.cli.console import emit, graph_of
from tertium.interfaces.cli.options import (
    GraphOption,
    JsonOption,
    LanguageOption,
    OutputOption,
    QuietOption,
    ShapeOption,
    VerboseOption,
)

__all__ = ["common", "differ"]

_FormOption = Annotated[str, typer.Option("--format", "-f", help="text, sparql or json.")]


def common(
    entities: Annotated[
        list[str], typer.Argument(metavar="A B [C…]", help="Labels, IRIs or CURIEs (wd:Q855).")
    ],
    *,
    graph: GraphOption = None,
    form: _FormOption = "text",
    output: OutputOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many others at most.")] = 10,
    radius: Annotated[
        int, typer.Option("--radius", min=1, max=2, help="How many steps to look.")
    ] = 2,
    shape: ShapeOption = None,
    lang: LanguageOption = "en",
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Say what entities share, as one query, and who else fits it.

    The query is the most specific one that all of them satisfy.
    """
    from tertium.render.likeness import write_likeness

    chosen = _chosen(form, as_json=json)
    kg = graph_of(graph, shape=shape, quiet=quiet, verbose=verbose)
    found = kg.common(*entities, radius=radius, limit=limit, language=lang)
    emit(write_likeness(found, chosen), output)


def differ(
    one: Annotated[str, typer.Argument(metavar="A", help="A label, IRI or CURIE (wd:Q855).")],
    other: Annotated[str, typer.Argument(metavar="B", help="What to hold against it.")],
    *,
    graph: GraphOption = None,
    form: _FormOption = "text",
    output: OutputOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many queries at most.")] = 10,
    shape: ShapeOption = None,
    lang: LanguageOption = "en",
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Say what holds of A and not of B, as queries, and the other way round.

    And what singles each of them out in its class.
    """
    from tertium.render.likeness import write_differences

    chosen = _chosen(form, as_json=json)
    kg = graph_of(graph, shape=shape, quiet=quiet, verbose=verbose)
    emit(write_differences(kg.differ(one, other, limit=limit, language=lang), chosen), output)


def _chosen(form: str, *, as_json: bool) -> str:
    from tertium.render.likeness import QUERY_FORMATS

    if form not in QUERY_FORMATS:
        raise UnknownFormatError(form, QUERY_FORMATS)
    return "json" if as_json else form
