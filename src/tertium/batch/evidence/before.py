"""The batch that is in a folder: what was made of a pair, and what that rests on."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from zstandard import ZstdDecompressor

from tertium.batch.facts import Evidence, read_evidence
from tertium.batch.outcomes import Failed, Made
from tertium.batch.recording import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.batch.folder import Folder
    from tertium.batch.outcomes import Entry, Outcome, Task

__all__ = ["Before", "Known"]

_Line = tuple[str | float | bool | None, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What became of a pair before: its entry or failure, and its evidence."""

    found: Entry | Failed
    evidence: Evidence

    @property
    def failed(self) -> bool:
        """Whether no page could be made."""
        return isinstance(self.found, Failed)

    @property
    def told(self) -> tuple[str, ...]:
        """What it says but for the version of its graph, as a digest; or why it cannot."""
        return _told(self.found)

    def like(self, outcome: Outcome) -> bool:
        """Return whether an outcome says the same, but perhaps the version of its graph."""
        return self.told == _told(outcome if isinstance(outcome, Failed) else outcome.entry)


def _told(found: Entry | Failed) -> tuple[str, ...]:
    return (found.error, found.message) if isinstance(found, Failed) else (found.digest,)


@dataclass(frozen=True)
class Before:
    """Reads a finished batch, part by part."""

    folder: Folder
    _parts: dict[int, _Part] = field(default_factory=dict, repr=False)

    def find(self, names: tuple[str, ...]) -> Known | None:
        """Return what became of a pair, if it was in the batch."""
        number = self.numbers.get(names)
        return None if number is None else self._part(number).known(number)

    def document(self, names: tuple[str, ...]) -> str:
        """Return the document of a pair; empty if it has none."""
        number = self.numbers[names]
        return self._part(number).documents.get(number, "")

    def outcome(self, task: Task, *, rows: bool) -> Outcome:
        """Return what became of a pair that was in the batch, as that of a task now."""
        number = self.numbers[task.names]
        part = self._part(number)
        known = part.known(number)
        if isinstance(known.found, Failed):
            return replace(known.found, task=task, facts=known.evidence.facts)
        return Made(
            task=task,
            entry=replace(known.found, number=task.number),
            document=part.documents[number],
            rows=part.rows.get(number, ()) if rows else (),
            kept=known.evidence.files,
            facts=known.evidence.facts,
        )

    @cached_property
    def numbers(self) -> Mapping[tuple[str, ...], int]:
        """The pairs with their places in the list."""
        with self.folder.tasks.open("rb") as file:
            return {tuple(json.loads(line)): number for number, line in enumerate(file)}

    @cached_property
    def _frames(self) -> tuple[_Frame, ...]:
        """Where each part begins and ends; all records are read for it, once."""
        found, first, start = list[_Frame](), 0, 0
        while first < len(self.numbers):
            place = len(found)
            record = Record.read(self.folder.record(place))
            path = self.folder.part(place).relative_to(self.folder.path).as_posix()
            end = start + record.files[path]
            found.append(_Frame(place, first, start, end))
            first, start = first + len(record.entries) + len(record.failures), end
        return tuple(found)

    def _part(self, number: int) -> _Part:
        """Return the part of a page; one is remembered, for pages are asked for in order."""
        frame = self._frames[bisect_right(self._frames, number, key=attrgetter("first")) - 1]
        if frame.place not in self._parts:
            self._parts.clear()
            self._parts[frame.place] = _Part(self.folder, frame)
        return self._parts[frame.place]


@dataclass(frozen=True, slots=True)
class _Frame:
    """A part: its place among the others, its first page, and where its documents lie."""

    place: int
    first: int
    start: int
    end: int


@dataclass(frozen=True)
class _Part:
    folder: Folder
    frame: _Frame

    def known(self, number: int) -> Known:
        return Known(self.found[number], self.evidence.get(number, Evidence()))

    @cached_property
    def found(self) -> Mapping[int, Entry | Failed]:
        record = Record.read(self.folder.record(self.frame.place))
        failures = {one.task.number: one for one in record.failures}
        return {**{one.number: one for one in record.entries}, **failures}

    @cached_property
    def evidence(self) -> Mapping[int, Evidence]:
        path = self.folder.evidence(self.frame.place)
        return read_evidence(path.read_bytes()) if path.exists() else {}

    @cached_property
    def documents(self) -> Mapping[int, str]:
        with self.folder.pages.open("rb") as file:
            file.seek(self.frame.start)
            packed = file.read(self.frame.end - self.frame.start)
        text = ZstdDecompressor().decompressobj().decompress(packed)
        lines = text.decode("utf-8", "surrogatepass").split("\n")[:-1]
        made = (n for n in sorted(self.found) if not isinstance(self.found[n], Failed))
        return dict(zip(made, lines, strict=True))

    @cached_property
    def rows(self) -> Mapping[int, tuple[_Line, ...]]:
        from tertium.batch.rows import read_rows

        path = self.folder.rows(self.frame.place)
        return read_rows(path) if path.exists() else {}
