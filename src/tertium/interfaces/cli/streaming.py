"""Answers which are written while they are made: whole or not at all, and watched meanwhile."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tertium.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from tertium.model.link import Linking
    from tertium.model.linkset import Tally

__all__ = ["watched", "written"]

_Item = TypeVar("_Item")


@contextmanager
def written(output: Path | None) -> Iterator[TextIO]:
    """Yield where an answer goes: a file which is there when all is written, or standard output.

    Raises:
        UnwritableError: when the file cannot be written.

    """
    if output is None or str(output) == "-":
        yield sys.stdout
        return
    special = output.exists() and not output.is_file()  # a pipe or a device stays what it is
    target = output.resolve()
    part = target if special else target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as text:
            yield text
        if not special:
            part.replace(target)
    except OSError as error:
        raise UnwritableError(str(output), error.strerror or str(error)) from error
    finally:
        if not special:
            part.unlink(missing_ok=True)


def watched(
    pairs: Iterable[tuple[_Item, Linking]], tally: Tally, *, total: int | None, quiet: bool
) -> Iterator[tuple[_Item, Linking]]:
    """Yield what was linked and count it, with a bar on a terminal that shows nothing else."""
    with _bar(total, quiet=quiet or sys.stdout.isatty()) as moved:
        for item, linking in pairs:
            yield item, linking
            tally.count(linking)
            moved(tally)


@contextmanager
def _bar(total: int | None, *, quiet: bool) -> Iterator[Callable[[Tally], None]]:
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    told = TextColumn("{task.completed:,.0f} linked, {task.fields[matched]:,} matched")
    speed = TextColumn("{task.fields[speed]:,.0f}/s")
    columns = (BarColumn(), told, speed, TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, matched=0, speed=0)

        def moved(tally: Tally) -> None:
            speed = bar.tasks[0].speed or 0
            bar.update(task, completed=tally.total, matched=tally.matched, speed=speed)

        yield moved
