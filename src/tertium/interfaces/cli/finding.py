"""`tertium find`."""

import json as json_library
from typing import TYPE_CHECKING, Annotated

import typer

from tertium.errors import UnknownEntityError
from tertium.interfaces.cli.console import emit, graph_of, table
from tertium.interfaces.cli.options import GraphOption, JsonOption, QuietOption, VerboseOption

if TYPE_CHECKING:
    from tertium.queries.finding import Found

__all__ = ["find"]

_NOT_FOUND = 3


def find(
    text: Annotated[str, typer.Argument(help="A label, alias or identifier, well spelt or not.")],
    *,
    graph: GraphOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 10,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Find entities by name or identifier.

    Labels, aliases, identifiers; case, accents and the order of names do not matter, and near
    misses are found. When nothing is called so, words of descriptions count.
    """
    found = graph_of(graph, quiet=quiet, verbose=verbose).find(text, limit=limit)
    if json:
        rows = [_document(item) for item in found]
        emit(json_library.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    elif found:
        lines = [
            (
                *(item.entity.label, ", ".join(kind.label for kind in item.classes)),
                *(item.description, item.entity.iri, item.matched, item.nearness.name.lower()),
            )
            for item in found
        ]
        emit(table(("label", "types", "description", "iri", "matched", "how"), lines))
    else:
        raise UnknownEntityError(text)
    return 0 if found else _NOT_FOUND


def _document(item: "Found") -> dict[str, object]:
    return {
        "iri": item.entity.iri,
        "label": item.entity.label,
        "description": item.description,
        "types": list(item.entity.types),
        "matched": item.matched,
        "score": item.score,
        "nearness": item.nearness.name.lower(),
    }
