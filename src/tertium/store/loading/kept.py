"""From files to a store directory: all of them or none, whatever happens meanwhile."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from tertium.errors import BadStoreError, SourceUnavailableError
from tertium.store.directory.layout import clear, locked, strangers, writing
from tertium.store.directory.manifest import MANIFEST, Manifest
from tertium.store.loading.formats import format_of
from tertium.store.loading.generating import Job, make_generation
from tertium.store.loading.report import About, LoadReport, Phase, Progress
from tertium.store.loading.telling import Task

__all__ = ["load_into"]


def load_into(
    directory: Path,
    tasks: Sequence[Task],
    *,
    about: About | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Add files to a store directory, or make one of them.

    A file which is already there, under whatever name or packing, changes nothing. When anything
    fails, the store is as it was.

    Raises:
        BadFileError: when a file is malformed, unless it is read leniently.
        BadStoreError: when the directory is no store, or another load is running.
        LimitError: when a file is refused.
        SourceUnavailableError: when a file cannot be read.
        UnknownFormatError: when a file is of no known syntax.
        UnwritableError: when the directory cannot be written, or is full.

    """
    for task in tasks:
        format_of(task.path)
        _check(task)
    with writing(directory):
        _make_room(directory)
        with locked(directory):
            before = Manifest.read(directory) if (directory / MANIFEST).exists() else None
            clear(directory, before.generation if before else 0)
            job = Job(directory, before, about or About(), progress or _say_nothing)
            report = _load(tasks, job)
            clear(directory, Manifest.read(directory).generation)
            return report


def _check(task: Task) -> None:
    try:
        Path(task.path).open("rb").close()
    except OSError as error:
        raise SourceUnavailableError(task.name, error.strerror or str(error)) from error


def _make_room(directory: Path) -> None:
    """Make the directory; what a killed first load left there does no harm."""
    directory.mkdir(parents=True, exist_ok=True)
    if not (directory / MANIFEST).exists() and strangers(directory):
        raise BadStoreError(str(directory), "it holds other files, and is no store")


def _load(tasks: Sequence[Task], job: Job) -> LoadReport:
    """Load what is new; what is known under another packing comes to light when it is read."""
    known = _known(job.before)
    fresh = [task for task in tasks if not known or _digest(task) not in known]
    already = [task.name for task in tasks if task not in fresh]
    while fresh:
        made = make_generation(fresh, job)
        if isinstance(made, LoadReport):
            return replace(made, already=tuple(already))
        already += [fresh[position].name for position in sorted(made.positions)]
        fresh = [task for position, task in enumerate(fresh) if position not in made.positions]
    return LoadReport(job.before.version if job.before else "", already=tuple(already))


def _known(before: Manifest | None) -> frozenset[str]:
    files = before.files if before else ()
    return frozenset(digest for file in files for digest in (file.packed, file.sha256))


def _digest(task: Task) -> str:
    with Path(task.path).open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _say_nothing(_phase: Phase, _done: int, _total: int) -> None:
    """Take no note of the progress."""
