"""From files, folders and web addresses to a store directory."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tertium.api.agent import agent_for, is_web
from tertium.errors import SourceUnavailableError
from tertium.store.loading import (
    About,
    LoadReport,
    Progress,
    Task,
    download,
    find_files,
    load_into,
)

__all__ = ["load_graph"]


def load_graph(
    directory: str | Path,
    sources: Iterable[str | Path],
    *,
    lenient: bool = False,
    about: About | None = None,
    progress: Progress | None = None,
) -> LoadReport:
    """Add files, folders and web addresses of files to a store directory, or make one of them.

    All of them are loaded, or nothing changes. A file which is there already is left out.

    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "mine.ttl")
    ...     _ = file.write_text("<urn:a> <urn:b> <urn:c> .", encoding="utf-8")
    ...     load_graph(Path(folder, "store"), [file]).added
    1

    Raises:
        BadFileError: when a file is malformed, unless bad statements are skipped leniently.
        BadStoreError: when the directory is no store, or another load is running.
        LimitError: when a file is refused.
        NoContactError: when a web address would be asked by nobody in particular.
        SourceUnavailableError: when a source cannot be read.
        UnknownFormatError: when a file is of no known syntax.
        UnwritableError: when the directory cannot be written, or is full.

    """
    with TemporaryDirectory() as folder:
        tasks = tuple(
            task
            for source in sources
            for task in _tasks(str(source), Path(folder), lenient=lenient)
        )
        return load_into(Path(directory), tasks, about=about, progress=progress)


def _tasks(source: str, folder: Path, *, lenient: bool) -> Iterator[Task]:
    if is_web(source):
        path = download(source, folder, agent=agent_for(source))
        yield Task(source, str(path), base=source, lenient=lenient)
        return
    files = tuple(find_files(source))
    if not files:
        raise SourceUnavailableError(source, "it holds no file of a known syntax")
    for name, path in files:
        yield Task(name, str(path), lenient=lenient)
