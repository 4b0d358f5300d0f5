"""What `tertium batch` says: how far it is, and what became of it."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING

from tertium.interfaces.cli.console import emit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tertium.batch import Progress, Renewal, Report
    from tertium.batch.evidence.news import News

__all__ = ["bar", "left_out", "resumable", "tell"]


def tell(made: Report | Renewal, output: Path, *, as_json: bool, quiet: bool) -> Report:
    """Say what was made, and what is new; failures are never silent. Return the report."""
    from tertium.batch import Report

    report = made if isinstance(made, Report) else made.report
    if as_json:
        news = {} if isinstance(made, Report) else {"news": asdict(made.news)}
        told = {"folder": str(output), **asdict(report), **news}
        emit(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    elif not quiet:
        said = _said(made) if isinstance(made, Report) else _told(made.news)
        emit(f"{output}: {said}\n")
    if report.failed:
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in report.failures.items())
        listed = output / "failures.jsonl"
        print(f"tertium: {report.failed:,} pages failed ({kinds}): {listed}", file=sys.stderr)
    return report


def _told(news: News) -> str:
    """Return what is new; what did not happen is left out."""
    counts = {name: count for name, count in asdict(news).items() if count}
    looked, touched = counts.pop("looked_at", 0), counts.pop("touched", 0)
    said = "".join(f", {count:,} {name}" for name, count in counts.items()) or ", none rewritten"
    return f"{looked:,} pages looked at, {touched:,} rest on something that changed{said}"


def _said(report: Report) -> str:
    everything = report.pages + report.failed
    if not everything:
        return "no pairs were found"
    if report.already == everything:
        return f"nothing to do, {report.pages:,} pages are there"
    there = f", {report.already:,} of them there before" * (report.already > 0)
    return f"{report.pages:,} pages{there}"


@contextmanager
def resumable(*, anew: bool) -> Iterator[None]:
    """Say how to go on to whoever interrupts."""
    try:
        yield
    except KeyboardInterrupt:
        how = "the same command, without --force," if anew else "the same command"
        print(f"tertium: stopped; {how} goes on from here", file=sys.stderr)
        raise


def left_out(cells: Sequence[str]) -> None:
    """Say that the first line of a table is taken for its head."""
    line = ", ".join(cells)
    told = f"the first line ({line}) names nothing in the graph: it is taken for a head"
    print(f"tertium: {told}; --no-header makes a pair of it", file=sys.stderr)


@contextmanager
def bar(*, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Yield what shows on a terminal how far it is, how fast and how long it will take."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Showing

    columns = (
        *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()),
        *(TextColumn("{task.fields[rate]}"), TimeRemainingColumn(compact=True)),
    )
    with Showing(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("looking for pairs", total=None, rate="")

        def advance(now: Progress) -> None:
            seconds = shown.tasks[0].elapsed or 0
            new = now.done - now.already
            rate = f"{new / seconds:,.1f} pages/s" if new and seconds else ""
            said = f"pages, {now.failed:,} failed" if now.failed else "pages"
            shown.update(task, description=said, completed=now.done, total=now.total, rate=rate)

        yield advance
