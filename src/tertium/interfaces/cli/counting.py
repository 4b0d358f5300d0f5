"""`tertium stats` and `tertium version`."""

import json as json_library

from tertium.interfaces.cli.console import emit, graph_of, table
from tertium.interfaces.cli.options import GraphOption, JsonOption, QuietOption, VerboseOption

__all__ = ["stats", "version"]


def stats(
    *,
    graph: GraphOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Count what the graph holds.

    Statements, judgements, sources; entities by class.
    """
    from tertium.queries.answers import columns
    from tertium.store.protocol import Solutions

    kg = graph_of(graph, quiet=quiet, verbose=verbose)
    counts = {name: kg.query(f"statistics/{name}") for name in ("totals", "classes")}
    tables = {name: columns(a) for name, a in counts.items() if isinstance(a, Solutions)}
    if json:
        numbers = {name: {key: int(n) for key, n in rows} for name, (_, rows) in tables.items()}
        emit(json_library.dumps(numbers, ensure_ascii=False, indent=2) + "\n")
    else:
        emit("\n".join(table(*content) for content in tables.values()))


def version(json: JsonOption = False) -> None:
    """Say which version this is."""
    from importlib.metadata import version as installed

    names = ("tertium", "pyoxigraph", "rdflib", "networkx", "typer")
    versions = {name: installed(name) for name in names}
    if json:
        emit(json_library.dumps(versions, indent=2) + "\n")
    else:
        emit("".join(f"{name} {number}\n" for name, number in versions.items()))
