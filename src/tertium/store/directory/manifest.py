"""What is on record of a store directory: its generation, its version, what was loaded."""

import json
import os
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final, Self

from tertium.errors import BadStoreError
from tertium.model.revision import Revision

__all__ = ["FORMAT", "MANIFEST", "KeptFile", "Load", "Manifest"]

FORMAT: Final = 1
"""The layout of a store directory; another one is refused."""

MANIFEST: Final = "tertium.json"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was loaded: its name, hashes before and after unpacking, its size, its data.

    `fetched` says of which revision of which entity it is the document, when it is one.
    """

    name: str
    packed: str
    sha256: str
    size: int
    licence: str = ""
    modified: str = ""
    fetched: Revision | None = None


@dataclass(frozen=True, slots=True)
class Load:
    """Files that were loaded together, and how many statements were skipped."""

    files: tuple[KeptFile, ...]
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Manifest:
    """The record of a store directory."""

    generation: int
    ontology: str
    triples: int
    loads: tuple[Load, ...] = ()

    @property
    def files(self) -> tuple[KeptFile, ...]:
        """All files, in the order in which they were loaded."""
        return tuple(file for load in self.loads for file in load.files)

    @property
    def version(self) -> str:
        """The SHA-256 of the hashes of all files, in whatever order they came."""
        return sha256("\n".join(sorted(file.sha256 for file in self.files)).encode()).hexdigest()

    @classmethod
    def read(cls, directory: Path) -> Self:
        """Return what is on record.

        Raises:
            BadStoreError: when the record is missing, damaged or of another format.

        """
        try:
            record = json.loads((directory / MANIFEST).read_bytes())
            if record["format"] != FORMAT:
                problem = f"it has format {record['format']}, and this Tertium reads {FORMAT}"
                raise BadStoreError(str(directory), problem)
            for file in (file for load in record["loads"] for file in load["files"]):
                file["fetched"] = Revision(**file["fetched"]) if file.get("fetched") else None
            loads = tuple(
                Load(tuple(KeptFile(**file) for file in load["files"]), load["skipped"])
                for load in record["loads"]
            )
            return cls(record["generation"], record["ontology"], record["triples"], loads)
        except FileNotFoundError as error:
            raise BadStoreError(str(directory), f"there is no {MANIFEST}") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            problem = f"{MANIFEST} is damaged ({type(error).__name__})"
            raise BadStoreError(str(directory), problem) from error

    @property
    def fetched(self) -> tuple[Revision, ...]:
        """The documents which were fetched, of which entity and when, in the order of loading."""
        return tuple(file.fetched for file in self.files if file.fetched)

    def without(self, entities: frozenset[str]) -> tuple[Load, ...]:
        """Return what was loaded but for the documents of some entities."""
        kept = (
            replace(load, files=tuple(f for f in load.files if not _is_of(f, entities)))
            for load in self.loads
        )
        return tuple(load for load in kept if load.files)

    def write(self, directory: Path) -> None:
        """Put this on record; whoever reads meanwhile sees the old or the new one."""
        record = {"format": FORMAT, "version": self.version, **asdict(self)}
        text = json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        fresh = directory / f"{MANIFEST}.new"
        with fresh.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(directory / MANIFEST)
        _settle(directory)


def _is_of(file: KeptFile, entities: frozenset[str]) -> bool:
    return file.fetched is not None and file.fetched.entity in entities


def _settle(directory: Path) -> None:
    """Let the new name of a file survive a power cut."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
