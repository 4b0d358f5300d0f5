"""`tertium review`."""

import json as json_library
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from tertium.errors import NoTerminalError, SourceUnavailableError
from tertium.interfaces.cli.console import emit, graph_of
from tertium.interfaces.cli.options import JsonOption, QuietOption, VerboseOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tertium.linking.mappings import MappingTable
    from tertium.linking.reviewing import Session

__all__ = ["review"]

_ANSWERS: Final = "--answers"


def review(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table of links (SSSOM), written in place.")
    ],
    *,
    graph: Annotated[
        list[str] | None,
        typer.Option(
            "--graph",
            "-g",
            metavar="GRAPH",
            help="Show what this graph states of the candidates; may be repeated.",
        ),
    ] = None,
    reviewer: Annotated[
        str, typer.Option("--reviewer", metavar="NAME", help="Who decides, to be written down.")
    ] = "",
    new: Annotated[
        Path | None,
        typer.Option(
            "--new", metavar="FILE", help="Take in links made anew; what is decided stays."
        ),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(_ANSWERS, metavar="FILE", help="Read the answers, a line each; - is stdin."),
    ] = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Decide about doubtful links, one after another.

    Each decision is saved at once. Come back at any time: the review goes on where it stopped.
    """
    from rich.console import Console

    from tertium.interfaces.cli.deciding import Desk
    from tertium.linking.reviewing import Session

    if answers is None and not sys.stdin.isatty():
        raise NoTerminalError(_ANSWERS)
    session = Session(_table(file, new), reviewer)
    kg = graph_of(graph, quiet=quiet, verbose=verbose) if graph else None
    desk = Desk(file, kg, Console(stderr=json, quiet=quiet, highlight=False))
    ended = desk.work(session, _lines(answers)) if session.open else session
    if json:
        emit(json_library.dumps(_counts(ended), indent=2) + "\n")
    elif not quiet:
        emit("".join(f"{name} {number}\n" for name, number in _counts(ended).items()))


def _table(file: Path, new: Path | None) -> "MappingTable":
    """Return the table to be reviewed, with links made anew where there are some."""
    from tertium.api.reviewing import read_review, save_review

    if new is None:
        return read_review(file)
    fresh = read_review(new)
    table = fresh.keeping(read_review(file)) if file.exists() else fresh
    save_review(table, file)
    return table


def _lines(answers: Path | None) -> "Iterator[str]":
    if answers is None or str(answers) == "-":
        yield from iter(sys.stdin.readline, "")
        return
    try:
        yield from answers.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceUnavailableError(str(answers), str(error)) from error


def _counts(session: "Session") -> dict[str, int]:
    from tertium.linking.mappings import DENIED, is_decided

    groups = session.table.by_subject().values()
    decided = [[row for row in rows if is_decided(row)] for rows in groups]
    same = [
        rows for rows in decided if any(row.get("predicate_modifier") != DENIED for row in rows)
    ]
    return {
        "accepted": len(same),
        "rejected": len([rows for rows in decided if rows]) - len(same),
        "open": len(session.open) + len(session.skipped),
    }
