"""`tertium stats` and `tertium version`."""

import json as json_library
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit, graph_of, table
from tertium.interfaces.cli.options import GraphOption, JsonOption, QuietOption, VerboseOption

__all__ = ["stats", "version"]


def stats(
    *,
    graph: GraphOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many of each at most.")] = 20,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Count what the graph holds.

    Entities by class, properties by frequency, languages, the things most pointed at; with --json
    all of them. An endpoint is asked for totals and classes only.
    """
    from tertium.api.censuses import asked_tables, stats_document
    from tertium.api.counting import census
    from tertium.interfaces.cli.census import census_tables

    kg = graph_of(graph, quiet=quiet, verbose=verbose)
    if json:
        emit(json_library.dumps(stats_document(kg), ensure_ascii=False, indent=2) + "\n")
        return
    if kg.sidecar is None:
        tables = tuple(asked_tables(kg).values())
    else:
        tables = tuple(census_tables(census(kg.sidecar, kg.reader), limit))
    emit("\n".join(table(*content) for content in tables))


def version(json: JsonOption = False) -> None:
    """Say which version this is."""
    from importlib.metadata import version as installed

    names = ("tertium", "pyoxigraph", "rdflib", "networkx", "typer")
    versions = {name: installed(name) for name in names}
    if json:
        emit(json_library.dumps(versions, indent=2) + "\n")
    else:
        emit("".join(f"{name} {number}\n" for name, number in versions.items()))
