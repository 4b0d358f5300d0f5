"""The last step of a batch: parts are put together, and what is done is said to be done."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from tertium.batch.outcomes import PASSING
from tertium.batch.recording import Record, failure_json
from tertium.batch.site import Site, site_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tertium.batch.folder import Folder
    from tertium.batch.outcomes import Entry
    from tertium.batch.planning import Plan

__all__ = ["Report", "assemble"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of a batch: how many pages were made, and how many not, by kind of error.

    `already` counts the pages which were there before: all of them if there was nothing to do.
    """

    pages: int
    failures: Mapping[str, int] = field(default_factory=dict)
    already: int = 0

    @property
    def failed(self) -> int:
        """How many pages could not be made."""
        return sum(self.failures.values())

    @classmethod
    def read(cls, folder: Folder) -> Self | None:
        """Return the report in a folder in which everything is done that can be."""
        if not folder.done.exists():
            return None
        told = json.loads(folder.done.read_bytes())
        pages, failures = told["pages"], told["failures"]
        if not PASSING.isdisjoint(failures):
            return None
        folder.drop_parts()  # whoever was killed after the report left them
        return cls(pages=pages, failures=failures, already=pages + sum(failures.values()))


def assemble(folder: Folder, plan: Plan, site: Site | None) -> Report:
    """Put the parts of a plan together, all of which must be there; return what became of it.

    Raises:
        UnwritableError: when it cannot be written, or the disk is full.

    """
    _join(folder, plan)
    report = _list_failures(folder, plan)
    if site is not None:
        whole = replace(site, failures=report.failures)
        for path, data in site_files(_entries(folder, plan), whole):
            folder.write(folder.site / path, data, lasting=False)
    os.sync()  # the files of the site are not flushed one by one
    told = {"pages": report.pages, "failures": report.failures}
    folder.write(folder.done, (json.dumps(told, indent=2) + "\n").encode())
    if PASSING.isdisjoint(report.failures):
        folder.drop_parts()
    return report


def _join(folder: Folder, plan: Plan) -> None:
    """Write the documents of all parts one after the other: frames of zstd may follow frames."""
    with folder.writing(folder.pages) as path, path.open("wb") as file:
        for number in range(plan.parts):
            with folder.part(number).open("rb") as part:
                shutil.copyfileobj(part, file)


def _list_failures(folder: Folder, plan: Plan) -> Report:
    kinds, pages = Counter[str](), 0
    with folder.writing(folder.failures) as path, path.open("w", encoding="utf-8") as file:
        for record in _records(folder, plan):
            pages += len(record.entries)
            kinds.update(one.error for one in record.failures)
            for one in record.failures:
                file.write(json.dumps(failure_json(one), ensure_ascii=False) + "\n")
    return Report(pages=pages, failures=dict(sorted(kinds.items())))


def _records(folder: Folder, plan: Plan) -> Iterator[Record]:
    return (Record.read(folder.record(number)) for number in range(plan.parts))


def _entries(folder: Folder, plan: Plan) -> Iterator[Entry]:
    return (entry for record in _records(folder, plan) for entry in record.entries)
