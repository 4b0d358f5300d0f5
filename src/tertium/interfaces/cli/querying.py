"""`tertium query` and `tertium queries`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tertium.errors import BadParameterError, UnknownFormatError
from tertium.interfaces.cli.console import emit, graph_of, read_text, table
from tertium.interfaces.cli.options import (
    GraphOption,
    JsonOption,
    OutputOption,
    QuietOption,
    VerboseOption,
)

if TYPE_CHECKING:
    from tertium.queries.catalogue import Query

__all__ = ["asked", "queries", "query"]


def query(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|FILE|-", help="A saved query, a file, or - for your own text."
        ),
    ],
    *,
    graph: GraphOption = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="KEY=VALUE", help="May be repeated."),
    ] = None,
    federated: Annotated[
        bool, typer.Option("--federated", help="Let it ask other servers, by SERVICE.")
    ] = False,
    form: Annotated[str, typer.Option("--format", "-f", help="text, csv, tsv or json.")] = "text",
    output: OutputOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Run a saved query or your own SPARQL.

    Well-known prefixes such as ex: and tt: need no declaration.
    """
    from tertium.queries.answers import ANSWER_FORMATS, columns, write_answer
    from tertium.store.protocol import Solutions

    if form not in (known := tuple(sorted((*ANSWER_FORMATS, "text")))):
        raise UnknownFormatError(form, known)
    kg = graph_of(graph, quiet=quiet, verbose=verbose)
    answer = kg.query(asked(name), federated=federated, **_values(parameters or []))
    if json or form != "text":
        emit(write_answer(answer, "json" if json else form), output)
    elif isinstance(answer, Solutions):
        emit(table(*columns(answer)), output)
    else:
        emit(write_answer(answer, "tsv"), output)


def queries(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Show the text of this query.")
    ] = None,
) -> None:
    """List the saved queries, or show one."""
    from tertium.queries.catalogue import bundled_catalogue

    catalogue = bundled_catalogue()
    if name is not None:
        emit(catalogue[name].text)
        return
    lines = [(query.name, query.signature, query.summary) for query in catalogue.values()]
    emit(table(("name", "parameters", "summary"), lines))


def asked(name: str) -> "str | Query":
    """Return a saved query's name as it is, or the query in a file or in the standard input."""
    from tertium.queries.catalogue import parse_query

    if name == "-":
        return sys.stdin.read()
    path = Path(name)
    if not path.is_file():
        return name
    return parse_query(path.stem, read_text(path))


def _values(parameters: list[str]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise BadParameterError(parameter, "write it as key=value")
        values.setdefault(key, []).append(value)
    return values
