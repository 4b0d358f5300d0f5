"""`tertium load`."""

import json as json_library
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tertium.errors import BadParameterError, BadTermError
from tertium.interfaces.cli.console import emit
from tertium.interfaces.cli.options import JsonOption, QuietOption

if TYPE_CHECKING:
    from tertium.store.loading import LoadReport, Progress

__all__ = ["load", "progress_bar"]

_LICENCE = "--licence"
_MODIFIED = "--modified"


def load(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE|DIR|URL…", help="RDF or entity JSON, packed or not."),
    ],
    *,
    into: Annotated[
        Path, typer.Option("--into", metavar="STORE", help="The store directory, made if need be.")
    ],
    lenient: Annotated[
        bool, typer.Option("--lenient", help="Skip bad statements, and say which.")
    ] = False,
    licence: Annotated[
        str, typer.Option(_LICENCE, metavar="IRI", help="The licence of the files.")
    ] = "",
    modified: Annotated[
        str,
        typer.Option(_MODIFIED, metavar="DATE", help="How old the data is, as YYYY-MM-DD."),
    ] = "",
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Load files into a store directory, once and for all.

    All of them are loaded, or nothing changes; a file that is there already is left out.
    """
    from tertium.api.loading import load_graph
    from tertium.store.loading import About

    about = About(licence=_iri(licence), modified=_date(modified))
    with progress_bar(quiet=quiet) as progress:
        report = load_graph(into, sources, lenient=lenient, about=about, progress=progress)
    if json:
        emit(json_library.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n")
    elif not quiet:
        emit("".join(f"{line}\n" for line in _lines(report, into)))


def _iri(text: str) -> str:
    from tertium.store.terms import checked_iri

    try:
        return checked_iri(text) if text else ""
    except BadTermError as error:
        raise BadParameterError(_LICENCE, str(error)) from error


def _date(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise BadParameterError(_MODIFIED, f"{text!r} is no date") from error


def _lines(report: "LoadReport", into: Path) -> Iterator[str]:
    for name in report.already:
        yield f"{name}: there already"
    for file in report.files:
        yield f"{file.name}: loaded"
    if report.files:
        yield f"{into}: {report.added:,} triples added, version {report.version[:12]}"
    if report.skipped:
        yield f"{report.skipped:,} bad statements skipped:"
        yield from (f"  {reason}" for reason in report.reasons)
    if report.skipped > len(report.reasons):
        yield f"  and {report.skipped - len(report.reasons):,} more"


@contextmanager
def progress_bar(*, quiet: bool) -> "Iterator[Progress | None]":
    """Yield what shows the progress of a load on a terminal; nothing where there is none."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    from tertium.store.loading import Phase

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def advance(phase: Phase, done: int, total: int) -> None:
            bar.update(task, description=phase.value, completed=done, total=total or None)

        yield advance
