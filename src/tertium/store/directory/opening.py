"""A store directory, opened for reading."""

from dataclasses import dataclass
from pathlib import Path

from tertium.store.directory.layout import Generation, read_triples
from tertium.store.directory.manifest import MANIFEST, Manifest
from tertium.store.oxigraph import OxigraphStore

__all__ = ["StoreDirectory", "is_store_directory", "open_directory"]


@dataclass(frozen=True, slots=True)
class StoreDirectory:
    """The current generation of a store directory; a load meanwhile does not disturb it."""

    store: OxigraphStore
    manifest: Manifest
    generation: Generation


def is_store_directory(path: Path) -> bool:
    """Return whether a folder is a store directory, not one of files."""
    return (path / MANIFEST).is_file()


def open_directory(path: Path) -> StoreDirectory:
    """Return a store directory for reading.

    Raises:
        BadStoreError: when it is damaged or of another version.

    """
    manifest = Manifest.read(path)
    generation = Generation.of(path, manifest.generation)
    return StoreDirectory(OxigraphStore(read_triples(generation)), manifest, generation)
