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
    """Count what the graph holds: entities by class, properties, sources."""
    counts = graph_of(graph, quiet=quiet, verbose=verbose).counts()
    if json:
        emit(json_library.dumps(counts, ensure_ascii=False, indent=2) + "\n")
        return
    for kind, numbers in counts.items():
        emit(table((kind, "count"), [(name, str(count)) for name, count in numbers.items()]))
        emit("\n")


def version(json: JsonOption = False) -> None:
    """Say which version this is, and of what it is made."""
    from importlib.metadata import version as installed

    names = ("tertium", "pyoxigraph", "rdflib", "networkx", "typer")
    versions = {name: installed(name) for name in names}
    if json:
        emit(json_library.dumps(versions, indent=2) + "\n")
    else:
        emit("".join(f"{name} {number}\n" for name, number in versions.items()))
