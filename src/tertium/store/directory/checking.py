"""Whether a store directory is sound, and how it is made so again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tertium.errors import BadStoreError, StaleStatisticsError
from tertium.store.directory.layout import Generation, leftovers, locked, read_triples, remove
from tertium.store.directory.manifest import Manifest
from tertium.store.directory.ontology import ontology_digest
from tertium.store.sidecar import build_sidecar, open_sidecar

__all__ = ["Check", "check", "repair"]


@dataclass(frozen=True, slots=True)
class Check:
    """Something that was looked at; without a problem it is sound."""

    subject: str
    problem: str = ""


def check(directory: Path) -> Iterator[Check]:
    """Yield what was looked at in a store directory, in order; a bad record ends it."""
    try:
        manifest = Manifest.read(directory)
    except BadStoreError as error:
        yield Check("record", error.problem)
        return
    generation = Generation.of(directory, manifest.generation)
    yield Check("record")
    yield Check("ontology", _ontology(manifest))
    yield Check("triples", _triples(generation, manifest))
    yield Check("statistics", _statistics(generation, manifest))
    left = [path.name for path in leftovers(directory, manifest.generation)]
    yield Check("leftovers", f"of a killed load: {', '.join(left)}" if left else "")


def repair(directory: Path) -> None:
    """Remove what killed loads left, and count the statistics anew.

    Raises:
        BadStoreError: when the directory is no store, or a load is running.

    """
    manifest = Manifest.read(directory)
    generation = Generation.of(directory, manifest.generation)
    with locked(directory):
        for path in leftovers(directory, manifest.generation):
            remove(path)
        if _statistics(generation, manifest):
            _recount(generation, manifest)


def _ontology(manifest: Manifest) -> str:
    is_current = manifest.ontology == ontology_digest()
    return "" if is_current else "of another Tertium; the next load brings this one's"


def _triples(generation: Generation, manifest: Manifest) -> str:
    try:
        count = len(read_triples(generation))
    except (BadStoreError, OSError, RuntimeError):
        return "cannot be read"
    return "" if count == manifest.triples else f"there are {count}, not {manifest.triples}"


def _statistics(generation: Generation, manifest: Manifest) -> str:
    try:
        open_sidecar(generation.sidecar, manifest.version)
    except StaleStatisticsError as error:
        return str(error)
    return ""


def _recount(generation: Generation, manifest: Manifest) -> None:
    build_sidecar(read_triples(generation), generation.sidecar, version=manifest.version)
