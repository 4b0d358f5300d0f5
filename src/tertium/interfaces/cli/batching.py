"""`tertium batch`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from tertium.interfaces.cli.batch_engines import EngineName, Local, OnSpark
from tertium.interfaces.cli.batch_inputs import Asked, forms_of
from tertium.interfaces.cli.batch_outputs import bar, resumable, tell
from tertium.interfaces.cli.options import (
    AtOption,
    FacetOption,
    GraphOption,
    JsonOption,
    LanguageOption,
    LengthOption,
    QuietOption,
    RanksOption,
    RowsOption,
    SensitiveOption,
    ShapeOption,
    VerboseOption,
    ViewOption,
)
from tertium.model.verdict import Length, Ranks, View

__all__ = ["batch"]

_SITE = "html"
_SOME_FAILED = 1


def batch(
    pairs: Annotated[
        str | None,
        typer.Argument(
            metavar="[PAIRS.csv]",
            help="A table, each row of which names what is to be compared: CSV, TSV, packed; or -.",
            show_default=False,
        ),
    ] = None,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="The folder, made if need be.")
    ],
    graph: GraphOption = None,
    query: Annotated[
        str | None,
        typer.Option(
            "--query", metavar="NAME|FILE", help="A SELECT whose columns are what is compared."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--class", metavar="CLASS", help="All pairs of a class: label, IRI or CURIE."),
    ] = None,
    floor: Annotated[
        int, typer.Option("--floor", min=0, metavar="N", help="Of --class: properties both have.")
    ] = 3,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, metavar="N", help="Of --class: those which share most."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--column", "-c", metavar="COLUMN", help="Of the table; may be repeated."),
    ] = None,
    header: Annotated[
        bool | None,
        typer.Option(
            "--header/--no-header",
            help="Whether the table has a head.  [default: unless its first line names things]",
            show_default=False,
        ),
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="jsonl, html (a site) or parquet (rows); may be repeated.  [default: jsonl]",
            show_default=False,
        ),
    ] = None,
    site: Annotated[bool, typer.Option("--site", help="The same as -f html.")] = False,
    title: Annotated[
        str, typer.Option("--title", metavar="TEXT", help="What the site is called.")
    ] = "Comparisons",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="Where the site will be.")
    ] = "",
    updated: Annotated[
        str, typer.Option("--updated", metavar="DATE", help="The day that its feed gives.")
    ] = "",
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            min=1,
            metavar="N",
            help="How many work.  [default: one for each processor]",
            show_default=False,
        ),
    ] = None,
    engine: Annotated[
        EngineName, typer.Option("--engine", help="Where pages are made.")
    ] = EngineName.LOCAL,
    master: Annotated[
        str, typer.Option("--master", metavar="URL", help="Of Spark: local[2], spark://…, yarn.")
    ] = "local[*]",
    work: Annotated[
        str | None,
        typer.Option(
            "--work",
            metavar="PATH",
            help="Of Spark: where its tables are, for all workers.  [default: DIR.spark]",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Remove the batch which is in the folder, and begin.")
    ] = False,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="VERSION",
            help="Make again only what changed since this version of the graph, or last.",
        ),
    ] = None,
    evidence: Annotated[
        bool,
        typer.Option("--evidence/--no-evidence", help="Note what pages rest on, for --since."),
    ] = True,
    view: ViewOption = View.ALL,
    rows: RowsOption = None,
    facet: FacetOption = None,
    ranks: RanksOption = Ranks.BEST,
    at: AtOption = None,
    sensitive: SensitiveOption = False,
    length: LengthOption = Length.NORMAL,
    shape: ShapeOption = None,
    lang: LanguageOption = "en",
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """Compare many pairs, and put the pages into a folder.

    What was interrupted goes on with the same command. When the graph has changed, --since VERSION
    makes again what rests on something that changed, and changes.jsonl says why. Pages that cannot
    be made are listed in failures.jsonl; if there are any, the exit code is 1.
    """
    from tertium.api.paging import Wanted
    from tertium.batch import Order, Renewal, Report, make_pages, renew_pages
    from tertium.batch.site import Site

    told = Asked(pairs, query, kind, floor=floor, limit=limit, columns=columns, header=header)
    source, forms = told.source, forms_of([*(names or ()), *([_SITE] if site else ())])
    shown = Wanted(view=view, facet=facet, rows=rows, ranks=ranks, at=at)
    wanted = replace(shown, sensitive=sensitive, length=length)
    local = Local(graph, shape, processes, quiet=quiet, verbose=verbose)
    chosen = local if engine is EngineName.LOCAL else OnSpark(graph, shape, master, work or output)
    with resumable(anew=force), chosen.opened(source) as (kg, workers), bar(quiet=quiet) as watch:
        order = Order(
            language=lang,
            wanted=wanted,
            forms=forms,
            site=Site(name=title, address=address, updated=updated),
            anew=force,
            witnessed=evidence and engine is EngineName.LOCAL,  # Spark notes nothing
            since=since or "",
            watch=watch,
        )
        make = make_pages if since is None else renew_pages
        made: Report | Renewal = make(kg, source, output, order=order, engine=workers)
    report = tell(made, output, as_json=json, quiet=quiet)
    return _SOME_FAILED if report.failed else 0
