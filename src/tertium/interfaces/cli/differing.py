"""`tertium diff`."""

from pathlib import Path
from typing import Annotated

import typer

from tertium.interfaces.cli.console import emit, page_format, read_text
from tertium.interfaces.cli.options import JsonOption, OutputOption, QuietOption

__all__ = ["diff"]

_PAGE = "A page made with -f json, or the folder of a batch."


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help=_PAGE)],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same, later.")],
    *,
    name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, markdown or json.  [default: text, or by the output's suffix]",
            show_default=False,
        ),
    ] = None,
    output: OutputOption = None,
    json: JsonOption = False,
    quiet: QuietOption = False,
) -> int:
    """Show which claims changed from one version of a page to the next, and why.

    Cells, values and sentences are told with the statements, qualifiers, ranks, references and
    names behind them; what only moved by its weight is told as such. Exit 1 when anything changed.
    Of two batches, all pages are set against each other; as JSON they are told a line each.
    """
    from tertium.api.differing import diff as differences
    from tertium.render.changes import render_changes

    form = page_format(name, output, as_json=json)
    if old.is_dir() and new.is_dir():
        return _batches(old, new, form=form, output=output)
    changes = differences(read_text(old), read_text(new))
    if not quiet or not changes.same:
        emit(render_changes(form, changes), output)
    return 0 if changes.same else 1


def _batches(old: Path, new: Path, *, form: str, output: Path | None) -> int:
    from tertium.batch.differing import batch_changes
    from tertium.render.changes import changes_line, render_changes

    told = [changes for changes in batch_changes(old, new) if not changes.same]
    write = changes_line if form == "json" else lambda one: render_changes(form, one)
    emit("".join(map(write, told)), output)
    return 1 if told else 0
