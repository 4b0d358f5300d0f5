"""The folder of a batch: where things are in it, and how they get there whole."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from tertium.errors import BadFolderError, UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Folder"]

_LOCK: Final = "batch.lock"
_NEW: Final = "batch.new"
_BATCH: Final = frozenset(
    {
        *("batch.json", "tasks.jsonl", "done.json", "pages.jsonl.zst", "failures.jsonl"),
        *("parts", "rows", "site", "changes.jsonl", "news.json"),
    }
)
"""What a batch consists of."""
_NEXT: Final = "batch.next"
_MARK: Final = "switch.json"
_OURS: Final = _BATCH | {_LOCK, _NEW, _NEXT, _MARK}
_COUNTER: Final = count()


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose files are there whole, or not at all, whatever is killed meanwhile.

    Each is written beside its place, under a name of its process alone, and then renamed.
    """

    path: Path

    @property
    def plan(self) -> Path:
        """What is to be made: it is there before the first page."""
        return self.path / "batch.json"

    @property
    def tasks(self) -> Path:
        """What is to be compared, a line for each page."""
        return self.path / "tasks.jsonl"

    @property
    def done(self) -> Path:
        """What was made: it is there after all else."""
        return self.path / "done.json"

    @property
    def pages(self) -> Path:
        """All comparison documents, each on a line."""
        return self.path / "pages.jsonl.zst"

    @property
    def failures(self) -> Path:
        """The pages that could not be made, and why."""
        return self.path / "failures.jsonl"

    @property
    def site(self) -> Path:
        """The root of the site."""
        return self.path / "site"

    def part(self, number: int) -> Path:
        """Return where the documents of a part are until all are put together."""
        return self.path / "parts" / f"{number:06}.jsonl.zst"

    def record(self, number: int) -> Path:
        """Return what says that a part is whole."""
        return self.path / "parts" / f"{number:06}.json"

    def evidence(self, number: int) -> Path:
        """Return where it is kept what the pages of a part rest on."""
        return self.path / "parts" / f"{number:06}.evidence.zst"

    @property
    def changes(self) -> Path:
        """What the pages made anew changed for."""
        return self.path / "changes.jsonl"

    @property
    def news(self) -> Path:
        """How much they changed, and since which version of the graph."""
        return self.path / "news.json"

    @property
    def next(self) -> Folder:
        """The folder of the batch that is to take the place of this one."""
        return Folder(self.path / _NEXT)

    @property
    def before(self) -> Folder:
        """The folder of the batch whose place this one is to take."""
        return Folder(self.path.parent)

    def rows(self, number: int) -> Path:
        """Return where the rows of a part are."""
        return self.path / "rows" / f"{number:06}.parquet"

    def write(self, path: Path, data: bytes, *, lasting: bool = True) -> None:
        """Write a file whole; what is `lasting` survives even a loss of power."""
        with self.writing(path, lasting=lasting) as file:
            file.write_bytes(data)

    @contextmanager
    def writing(self, path: Path, *, lasting: bool = True) -> Iterator[Path]:
        """Yield where a file is to be written; after that it is in its place.

        Raises:
            UnwritableError: when it cannot be written, or the disk is full.

        """
        new = self.path / _NEW / f"{os.getpid()}-{next(_COUNTER)}"
        try:
            new.parent.mkdir(exist_ok=True)
            yield new
            if lasting:
                _flush(new)
            path.parent.mkdir(parents=True, exist_ok=True)
            new.replace(path)
            if lasting:
                _flush(path.parent)
        except OSError as error:
            raise UnwritableError(str(path), error.strerror or str(error)) from error

    def link(self, path: Path, source: Path) -> None:
        """Give a file a second place; where a disk cannot, it is copied.

        Raises:
            UnwritableError: when it cannot be written, or the disk is full.

        """
        with self.writing(path, lasting=False) as new:
            try:
                os.link(source, new)
            except OSError:
                shutil.copyfile(source, new)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Let nobody else fill the folder meanwhile; it ends with the process.

        Yields whether a switch that somebody had begun was finished.

        Raises:
            BadFolderError: when somebody does, or it has files which are none of a batch.
            UnwritableError: when it cannot be made.

        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            begun = self.plan.exists() or (self.path / _LOCK).exists()
            ours = _OURS if begun else frozenset[str]()
            strange = sorted(one.name for one in self.path.iterdir() if one.name not in ours)
            if strange and not self.plan.exists():
                raise BadFolderError(str(self.path), f"it has other files, such as {strange[0]}")
            file = (self.path / _LOCK).open("wb")
        except OSError as error:
            raise UnwritableError(str(self.path), error.strerror or str(error)) from error
        with file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise BadFolderError(str(self.path), "another batch is filling it") from error
            self.sweep()
            finished = self.settle()
            try:
                yield finished
            finally:
                self.sweep()

    def switch(self) -> None:
        """Let the batch in the next folder take the place of this one.

        Once the mark is there it is the next batch that counts: if this process is killed, whoever
        comes next finishes it.
        """
        there = sorted(one.name for one in self.next.path.iterdir() if one.name in _BATCH)
        os.sync()  # the files of the site are not flushed one by one
        self.write(self.path / _MARK, json.dumps(there).encode())
        self.settle()

    def settle(self) -> bool:
        """Finish a switch, if one was begun, however often that is interrupted; return whether."""
        mark, new, old = self.path / _MARK, self.next.path, self.next.path / "old"
        if not mark.exists():
            return False
        there = json.loads(mark.read_bytes())
        for name in sorted(_BATCH.difference(there)):
            self._remove(self.path / name)
        for name in filter(lambda name: (new / name).exists(), there):
            if (self.path / name).exists():
                old.mkdir(exist_ok=True)
                self._remove(old / name)
                (self.path / name).rename(old / name)
            (new / name).rename(self.path / name)
        _flush(self.path)
        shutil.rmtree(new, ignore_errors=True)
        mark.unlink()
        return True

    def sweep(self) -> None:
        """Remove what was being written when a process was killed."""
        shutil.rmtree(self.path / _NEW, ignore_errors=True)

    def clear(self) -> None:
        """Remove all that a batch made, the plan first: what is left then is no batch."""
        self.plan.unlink(missing_ok=True)
        for name in sorted(_OURS - {_LOCK}):
            self._remove(self.path / name)

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.path)

    def drop_parts(self) -> None:
        """Remove the documents of parts, which have been put together."""
        for path in (self.path / "parts").glob("*.jsonl.zst"):
            path.unlink(missing_ok=True)

    def _remove(self, path: Path) -> None:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """Let a file, or what a folder lists, reach the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
