"""`tertium link`."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tertium.errors import BadParameterError
from tertium.interfaces.cli.link_inputs import STDIN, Described, Target
from tertium.interfaces.cli.link_outputs import (
    LinkFormat,
    Output,
    address_of,
    link_format,
    link_set,
)
from tertium.interfaces.cli.options import (
    GraphOption,
    JsonOption,
    OutputOption,
    QuietOption,
    VerboseOption,
)

if TYPE_CHECKING:
    from tertium.api.tables import TableForm
    from tertium.model.linkset import Tally

__all__ = ["link"]

_NO_MATCH = 3
_FROM = "--from"
_UNCOUNTED = "of which class its entities are is not known: name a --class, or entities"
_Words = list[str] | None
_Word = str | None


def link(
    texts: Annotated[
        _Words,
        typer.Argument(
            metavar="[TEXT…]",
            help="Names, or - for one a line on stdin; with --from, entities of that graph.",
            show_default=False,
        ),
    ] = None,
    *,
    graph: GraphOption = None,
    service: Annotated[
        _Word,
        typer.Option("--service", metavar="URL", help="Ask a reconciliation service instead."),
    ] = None,
    file: Annotated[
        _Word,
        typer.Option("--file", metavar="FILE", help="A table of names: CSV, TSV, packed; or -."),
    ] = None,
    column: Annotated[
        _Word, typer.Option("--column", "-c", metavar="COLUMN", help="The column of names.")
    ] = None,
    names: Annotated[
        _Word,
        typer.Option("--names", metavar="COLUMN", help="A column of other names, a bar between."),
    ] = None,
    evidence: Annotated[
        _Words,
        typer.Option(
            "--evidence",
            "-e",
            metavar="COLUMN=PROPERTY",
            help="A column of what else is known; may be repeated.",
        ),
    ] = None,
    given: Annotated[
        _Words,
        typer.Option(
            "--given", metavar="PROPERTY=VALUE", help="What is known of all; may be repeated."
        ),
    ] = None,
    types: Annotated[
        _Words,
        typer.Option("--type", "-t", metavar="CLASS", help="Of which classes they may be."),
    ] = None,
    key: Annotated[
        _Word,
        typer.Option("--key", metavar="COLUMN", help="The column by which rows are known."),
    ] = None,
    base: Annotated[
        str, typer.Option("--base", metavar="IRI", help="What makes an IRI of a key behind it.")
    ] = "",
    sources: Annotated[
        _Words,
        typer.Option(_FROM, metavar="GRAPH", help="Link the entities of this graph."),
    ] = None,
    classes: Annotated[
        _Words,
        typer.Option("--class", metavar="CLASS", help="Of --from: entities of this class alone."),
    ] = None,
    encoding: Annotated[
        _Word, typer.Option("--encoding", metavar="NAME", help="Of --file.  [default: as it is]")
    ] = None,
    delimiter: Annotated[
        _Word,
        typer.Option("--delimiter", metavar="SIGN", help="Of --file.  [default: as it is]"),
    ] = None,
    name: Annotated[
        _Word,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, json, csv, tsv, sssom or turtle."
            "  [default: text, or by the output's suffix; the rows themselves for --file]",
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    everything: Annotated[
        bool | None,
        typer.Option(
            "--all/--matched",
            help="Write all, or what matches alone."
            "  [default: all; in sssom and turtle what matches]",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", min=1, help="How many candidates of each at most.")
    ] = 5,
    predicate: Annotated[
        str, typer.Option("--predicate", metavar="PROPERTY", help="What a link states.")
    ] = "skos:exactMatch",
    licence: Annotated[
        _Word, typer.Option("--licence", metavar="IRI", help="Of the links, in sssom.")
    ] = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Link names, the rows of a table or the entities of a graph to those of another graph.

    Only what is meant beyond doubt is a match; for the rest, candidates are listed with what
    speaks for and against them. A single name without a match exits 3.
    """
    from tertium.api.tables import TableForm

    wanted = link_format("json" if json else name, output)
    told = Described(
        column=column,
        names=names,
        evidence=evidence or (),
        given=given or (),
        types=types or (),
        key=key,
        base=base,
        classes=classes or (),
        identified=wanted is LinkFormat.TURTLE,
    )
    told.check(texts or (), file, sources)
    target = Target(sources=graph, service=service, limit=limit, quiet=quiet, verbose=verbose)
    links = link_set(target, predicate, licence)
    out = Output(form=wanted, path=output, links=links, everything=everything, quiet=quiet)
    if file is not None:
        return _link_rows(file, TableForm(encoding, delimiter), told, target=target, out=out)
    if sources:
        return _link_things(sources, texts or (), told, target=target, out=out)
    return _link_names(texts or (), told, target=target, out=out)


def _link_names(texts: Sequence[str], told: Described, *, target: Target, out: Output) -> int:
    one = len(texts) == 1 and texts[0] != STDIN
    tally = out.emit(target.named(texts, told), full=one)
    return _done(tally, one=one, quiet=out.quiet)


def _link_things(
    sources: list[str], texts: Sequence[str], told: Described, *, target: Target, out: Output
) -> int:
    from tertium.api.asking import Words

    things = target.things(sources)
    classes = [Words(things.source).kind(word) for word in told.classes]
    iris = tuple(map(things.source.resolve, texts)) or things.of_classes(classes)
    if not (iris or classes):
        raise BadParameterError(_FROM, _UNCOUNTED)
    linkings = things.linked(iris, target.linker)
    links = replace(out.links, source=address_of(things.source))
    tally = replace(out, links=links).emit(linkings, total=len(iris), full=len(texts) == 1)
    return _done(tally, one=len(texts) == 1, quiet=out.quiet)


def _link_rows(
    file: str, form: "TableForm", told: Described, *, target: Target, out: Output
) -> int:
    from tertium.api.tables import open_table

    with open_table(file, form) as table:
        columns = target.columns(table, told)
        if out.form in {None, LinkFormat.CSV, LinkFormat.TSV}:
            tally = out.emit_rows(table, columns, target.linker)
        else:
            tally = out.emit(target.rows(table, columns))
        if not out.quiet:
            sys.stderr.writelines(f"{note}\n" for note in table.notes)
    return _done(tally, one=False, quiet=out.quiet)


def _done(tally: "Tally", *, one: bool, quiet: bool) -> int:
    """Return the exit code; of several, say what became of them."""
    if one:
        return 0 if tally.matched else _NO_MATCH
    if not quiet:
        print(tally.told, file=sys.stderr)
    return 0
