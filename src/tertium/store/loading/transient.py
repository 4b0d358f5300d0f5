"""A store in memory, for as long as a process lives."""

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from io import BufferedReader
from pathlib import Path

import pyoxigraph as ox

from tertium.store.loading.formats import format_of
from tertium.store.loading.piping import Piped
from tertium.store.loading.telling import Task
from tertium.store.loading.unpacking import CHUNK
from tertium.store.oxigraph import OxigraphStore

__all__ = ["load"]


def load(
    files: Iterable[tuple[str, Path]], *, bundled: Iterable[tuple[str, Traversable]] = ()
) -> OxigraphStore:
    """Return a store with what all files say; named graphs stay apart.

    Each file comes with the name which errors call it by; its syntax is told by the suffix. Files
    are read in a process of their own, but for `bundled` ones, which are Tertium's and in Turtle.

    Raises:
        UnknownFormatError: when a suffix is of no known syntax.
        SourceUnavailableError: when a file cannot be opened.
        BadFileError: when a file is malformed.
        LimitError: when a file is refused.

    """
    tasks = [Task(name, str(path)) for name, path in files]
    for task in tasks:
        format_of(task.path)
    store = ox.Store()
    for _, file in bundled:
        store.bulk_load(file.read_bytes(), ox.RdfFormat.TURTLE)
    if tasks:
        with Piped(tasks, lambda _count: None) as quads:
            store.bulk_load(BufferedReader(quads, CHUNK), ox.RdfFormat.N_QUADS)
    return OxigraphStore(store)
