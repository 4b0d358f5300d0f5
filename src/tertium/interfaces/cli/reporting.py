"""`tertium reports`."""

import json as json_library
from dataclasses import asdict
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tertium.errors import BadParameterError
from tertium.interfaces.cli.console import emit, table
from tertium.interfaces.cli.options import JsonOption, OutputOption, QuietOption
from tertium.model.report import ReportState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tertium.model.report import Report

__all__ = ["Deed", "reports"]

_IDENTIFIERS: Final = "ID"
_SHORT: Final = 60


class Deed(Enum):
    """What is done with reports."""

    LIST = "list"
    SHOW = "show"
    ACCEPT = "accept"
    REJECT = "reject"
    EXPORT = "export"


_DECISIONS: Final = {Deed.ACCEPT: ReportState.ACCEPTED, Deed.REJECT: ReportState.REJECTED}


def reports(
    deed: Annotated[Deed, typer.Argument(help="List them, show some, decide, or export.")] = (
        Deed.LIST
    ),
    identifiers: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]…", help="Of which reports.")
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option(
            "--reports",
            metavar="FILE",
            help="Where they are kept.  [default: in the user's data folder]",
            show_default=False,
        ),
    ] = None,
    state: Annotated[
        ReportState | None, typer.Option("--state", help="Only those in this state.")
    ] = None,
    note: Annotated[
        str, typer.Option("--note", metavar="TEXT", help="Why so: kept with a decision.")
    ] = "",
    address: Annotated[
        str, typer.Option("--address", metavar="URL", help="The server, to name pages in exports.")
    ] = "",
    output: OutputOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """List, decide about and export the problems which readers have reported.

    `accept` and `reject` take one or more reports; `export` writes Web Annotations.
    """
    from tertium.api.reporting import reports_file
    from tertium.store.reports import ReportBook

    book = ReportBook(file or reports_file())
    names = identifiers or []
    if deed in {Deed.SHOW, *_DECISIONS} and not names:
        raise BadParameterError(_IDENTIFIERS, "say of which reports, as the list names them")
    if deed in _DECISIONS:
        found = [book.decide(book.find(name).identifier, _DECISIONS[deed], note) for name in names]
    else:
        found = [book.find(name) for name in names] or [*book.reports(state)]
    if deed is Deed.EXPORT:
        emit(_exported(found, address), output)
    elif json:
        emit(_plain(found), output)
    elif not (quiet and deed in _DECISIONS):
        emit(_shown(found) if deed is Deed.SHOW else _listed(found), output)


def _exported(found: "Sequence[Report]", address: str) -> str:
    from tertium.render.annotating import annotations

    now = datetime.now(UTC).isoformat(timespec="seconds")
    return annotations(found, generated=now, address=address.rstrip("/"))


def _plain(found: "Sequence[Report]") -> str:
    def value(one: object) -> object:
        return one.value if isinstance(one, Enum) else str(one)

    documents = {"reports": [asdict(report) for report in found]}
    return json_library.dumps(documents, ensure_ascii=False, indent=2, default=value) + "\n"


def _listed(found: "Sequence[Report]") -> str:
    from tertium.render.escaping import isolated, visible

    header = ("id", "received", "times", "state", "problem", "statement")
    rows = [
        (
            one.identifier,
            one.created[:10],
            str(one.times),
            one.state.value,
            one.complaint.kind.value,
            isolated(visible(one.complaint.about.said[:_SHORT])),
        )
        for one in found
    ]
    return table(header, rows) if rows else "no reports\n"


def _shown(found: "Sequence[Report]") -> str:
    from tertium.render.escaping import isolated, visible

    parts = [
        "".join(f"{name}: {isolated(visible(text))}\n" for name, text in _lines(one) if text)
        for one in found
    ]
    return "\n".join(parts)


def _lines(report: "Report") -> "Iterator[tuple[str, str]]":
    """Yield all that is known of a report, with its name."""
    told, about = report.complaint, report.complaint.about
    yield "report", report.identifier
    yield "state", report.state.value
    yield "received", report.created
    yield "told", f"{report.times} times" if report.times > 1 else ""
    yield "decided", report.decided
    yield "note", report.note
    yield "problem", told.kind.value
    yield from (("text", line) for line in told.text.splitlines())
    yield "source", told.source
    yield "contact", told.contact
    yield "it said", about.said
    yield "statement", about.statement
    yield "entity", about.entity
    yield "property", about.predicate
    yield "value", about.value
    yield "page", about.page
    yield "graph", f"{about.graph}, version {about.version[:12]}"
