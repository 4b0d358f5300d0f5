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
    from tertium.api.counting import census
    from tertium.errors import LimitError
    from tertium.interfaces.cli.census import asked_tables, census_document, census_tables

    kg = graph_of(graph, quiet=quiet, verbose=verbose)
    if kg.sidecar is None:
        if not kg.info.counted:
            raise LimitError(kg.info.id, "it is not to be asked to count its whole graph")
        asked = asked_tables(kg)
        tables = tuple(asked.values())
        document: dict[str, object] = {
            name: {k: int(n) for k, n in rows} for name, (_, rows) in asked.items()
        }
    else:
        counted = census(kg.sidecar, kg.reader)
        tables, document = tuple(census_tables(counted, limit)), census_document(counted)
    if json:
        emit(json_library.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
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
