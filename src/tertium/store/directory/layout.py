"""Where things are in a store directory, and who may change them."""

import fcntl
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from tertium.errors import BadStoreError, UnwritableError
from tertium.store.directory.manifest import MANIFEST

__all__ = [
    "Generation",
    "clear",
    "leftovers",
    "locked",
    "read_triples",
    "remove",
    "strangers",
    "writing",
]

_LOCK: Final = "tertium.lock"
_GENERATION: Final = "generation-"


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of a store: a folder that is never changed once it is on record."""

    folder: Path

    @classmethod
    def of(cls, directory: Path, number: int) -> "Generation":
        """Return the generation of this number, which need not exist."""
        return cls(directory / f"{_GENERATION}{number}")

    @property
    def triples(self) -> Path:
        """The folder of the database."""
        return self.folder / "triples"

    @property
    def sidecar(self) -> Path:
        """The file with statistics and names."""
        return self.folder / "sidecar.sqlite"

    @property
    def loads(self) -> Path:
        """The file that says in PROV what was loaded."""
        return self.folder / "loads.nq"

    @property
    def ontology(self) -> Path:
        """The file with the ontology as it was loaded."""
        return self.folder / "ontology.nq"


def read_triples(generation: Generation) -> ox.Store:
    """Return the database of a generation, for reading.

    Raises:
        BadStoreError: when it is missing or damaged.

    """
    try:
        return ox.Store.read_only(str(generation.triples))
    except (OSError, RuntimeError) as error:  # the latter for corruption
        raise BadStoreError(str(generation.folder), "its triples cannot be read") from error


@contextmanager
def locked(directory: Path, *, patient: bool = False) -> Iterator[None]:
    """Let nobody else change a store directory meanwhile; the lock ends with the process.

    Who is patient waits until nobody else does.

    Raises:
        BadStoreError: when somebody else is changing it.

    """
    with (directory / _LOCK).open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
        except OSError as error:
            raise BadStoreError(str(directory), "another load is running") from error
        yield


def leftovers(directory: Path, current: int) -> tuple[Path, ...]:
    """Return what killed loads left behind: all generations but the current one."""
    kept = Generation.of(directory, current).folder
    found = [path for path in directory.glob(f"{_GENERATION}*") if path != kept]
    return tuple(sorted([*found, *directory.glob(f"{MANIFEST}.new")]))


def clear(directory: Path, current: int) -> None:
    """Remove all generations but the current one; who reads them still can."""
    for path in leftovers(directory, current):
        remove(path)


def remove(path: Path) -> None:
    """Remove a file or a folder with all that is in it."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Let what goes wrong with the disk be an error of ours.

    Raises:
        UnwritableError: when the directory cannot be written, or is full.

    """
    try:
        yield
    except OSError as error:
        raise UnwritableError(str(directory), error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        raise UnwritableError(str(directory), str(error)) from error


def strangers(directory: Path) -> tuple[str, ...]:
    """Return the names of what no load puts into a store directory."""
    ours = (MANIFEST, _LOCK, _GENERATION)
    return tuple(sorted(p.name for p in directory.iterdir() if not p.name.startswith(ours)))
