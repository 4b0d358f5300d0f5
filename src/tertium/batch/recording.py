"""What became of a part, on record: written last, it means that the part is whole."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final, Self, TypedDict

from zstandard import ZstdCompressor

from tertium.batch.facts import Evidence, written_evidence
from tertium.batch.outcomes import PASSING, Entry, Failed, Task
from tertium.model.terms import Iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from zstandard import ZstdCompressionWriter

    from tertium.api.valued import Field
    from tertium.batch.folder import Folder
    from tertium.batch.outcomes import Outcome
    from tertium.batch.planning import Part

__all__ = ["Record", "failure_json", "write_part"]

_LEVEL: Final = 3


class _Told(TypedDict):
    """An entry as it is on record."""

    number: int
    address: str
    title: str
    language: str
    iris: list[str]
    labels: list[str]
    descriptions: list[str]
    abstract: str
    digest: str
    modified: str
    sources: list[tuple[str, str]]


class _Failure(TypedDict):
    """A failure as it is on record."""

    number: int
    names: list[str]
    error: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The entries and failures of a part, and how large the files are that it wrote, by path."""

    entries: tuple[Entry, ...] = ()
    failures: tuple[Failed, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the record in a file."""
        told = json.loads(path.read_bytes())
        return cls(
            entries=tuple(map(_entry, told["entries"])),
            failures=tuple(map(_failed, told["failures"])),
            files=told["files"],
        )

    @classmethod
    def whole(cls, folder: Folder, number: int) -> Self | None:
        """Return the record of a part, if there is one and its files are as they were written.

        A page that failed of what may have passed by now is a reason to make its part again.
        """
        try:
            found = cls.read(folder.record(number))
        except (FileNotFoundError, ValueError, KeyError):
            return None
        if any(one.error in PASSING for one in found.failures):
            return None
        sizes = found.files.items()
        return found if all(_size(folder.path / path) == size for path, size in sizes) else None

    @property
    def text(self) -> str:
        """The record as JSON."""
        told = {
            "entries": [asdict(one) for one in self.entries],
            "failures": [failure_json(one) for one in self.failures],
            "files": self.files,
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def failure_json(failed: Failed) -> dict[str, str | int | list[str]]:
    """Return a failure as it is listed."""
    task = failed.task
    return {
        "number": task.number,
        "names": list(task.names),
        "error": failed.error,
        "message": failed.message,
    }


def write_part(folder: Folder, part: Part, outcomes: Iterable[Outcome], *, rows: bool) -> Record:
    """Put what became of a part into its folder, the record last; return the record.

    Whoever writes it, and however often, it is the same. No more than one page is held at a time.

    Raises:
        UnwritableError: when it cannot be written, or the disk is full.

    """
    record = _Draft(folder, part, rows=rows).filled(outcomes)
    folder.write(folder.record(part.number), record.text.encode())
    return record


@dataclass(slots=True)
class _Draft:
    """A part as it is written: its documents, files and rows, each to its place."""

    folder: Folder
    part: Part
    rows: bool
    entries: list[Entry] = field(default_factory=list)
    failures: list[Failed] = field(default_factory=list)
    files: dict[str, int] = field(default_factory=dict)
    told: list[tuple[Entry, tuple[tuple[Field, ...], ...]]] = field(default_factory=list)
    evidence: dict[int, Evidence] = field(default_factory=dict)

    def filled(self, outcomes: Iterable[Outcome]) -> Record:
        documents = self.folder.part(self.part.number)
        with self.folder.writing(documents) as path, path.open("wb") as file:
            packer = ZstdCompressor(level=_LEVEL, write_checksum=True)
            with packer.stream_writer(file, closefd=False) as stream:
                for outcome in outcomes:
                    self._take(outcome, stream)
        self._note(documents)
        if self.rows:
            self._write_rows()
        self._write_evidence()
        return Record(
            entries=tuple(self.entries),
            failures=tuple(self.failures),
            files=dict(sorted(self.files.items())),
        )

    def _take(self, outcome: Outcome, stream: ZstdCompressionWriter) -> None:
        paths = () if isinstance(outcome, Failed) else (*outcome.files, *outcome.kept)
        self.evidence[outcome.task.number] = Evidence(outcome.facts, paths)
        if isinstance(outcome, Failed):
            self.failures.append(outcome)
            return
        self.entries.append(outcome.entry)
        stream.write(outcome.document.encode("utf-8", "surrogatepass") + b"\n")
        for path, data in outcome.files.items():
            place = self.folder.site / path
            self.folder.write(place, data, lasting=False)  # its size is on record
            self.files[place.relative_to(self.folder.path).as_posix()] = len(data)
        for path in outcome.kept:
            place = self.folder.site / path
            self.folder.link(place, self.folder.before.site / path)
            self._note(place)
        if self.rows:
            self.told.append((outcome.entry, outcome.rows))

    def _write_evidence(self) -> None:
        if any(one.facts for one in self.evidence.values()):
            place = self.folder.evidence(self.part.number)
            self.folder.write(place, written_evidence(self.evidence))
            self._note(place)

    def _write_rows(self) -> None:
        from tertium.batch.rows import write_rows

        place = self.folder.rows(self.part.number)
        with self.folder.writing(place) as path:
            write_rows(self.told, path)
        self._note(place)

    def _note(self, path: Path) -> None:
        self.files[path.relative_to(self.folder.path).as_posix()] = path.stat().st_size


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1


def _entry(told: _Told) -> Entry:
    return Entry(
        number=told["number"],
        address=told["address"],
        title=told["title"],
        language=told["language"],
        iris=tuple(map(Iri, told["iris"])),
        labels=tuple(told["labels"]),
        descriptions=tuple(told["descriptions"]),
        abstract=told["abstract"],
        digest=told["digest"],
        modified=told["modified"],
        sources=tuple((source, licence) for source, licence in told["sources"]),
    )


def _failed(told: _Failure) -> Failed:
    task = Task(number=told["number"], names=tuple(told["names"]))
    return Failed(task=task, error=told["error"], message=told["message"])
