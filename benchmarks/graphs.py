"""The graphs that are measured: unpacked and loaded into a work folder, kept there."""

import lzma
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

import tertium
from tertium.store.directory import MANIFEST, open_directory

__all__ = ["SHARED", "TERTIUM", "Graph", "graph_of", "unpacked"]

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Real data beside the checkout."""
TERTIUM = (sys.executable, "-m", "tertium")


@dataclass(frozen=True)
class Graph:
    """A graph in a store directory, and the file that it came from if that is known."""

    name: str
    directory: Path
    file: Path | None = None

    @cached_property
    def size(self) -> int:
        """How many triples there are."""
        return open_directory(self.directory).manifest.triples

    @property
    def triples(self) -> Path:
        """The folder of the Oxigraph store."""
        return open_directory(self.directory).generation.triples

    @property
    def sidecar(self) -> Path:
        """The file with statistics and names."""
        return open_directory(self.directory).generation.sidecar

    def classes(self) -> tuple[str, ...]:
        """Return its classes, the largest first."""
        sizes = self.open().statistics.class_sizes
        return tuple(sorted(sizes, key=lambda iri: (-sizes[iri], iri)))

    def store(self) -> ox.Store:
        """Return the bare store, opened anew: what others read does not warm it up."""
        return ox.Store.read_only(str(self.triples))

    def open(self) -> tertium.KnowledgeGraph:
        """Return the graph as a user opens it."""
        return tertium.open(self.directory)


def graph_of(source: Path, work: Path) -> Graph:
    """Return the graph of a store directory or of a file, which is loaded if need be."""
    if (source / MANIFEST).exists():
        return Graph(source.name, source)
    file = unpacked(source, work)
    directory = work / file.stem
    if not (directory / MANIFEST).exists():
        command = (*TERTIUM, "load", "-q", str(file), "--into", str(directory))
        subprocess.run(command, check=True)
    return Graph(file.name, directory, file)


def unpacked(source: Path, work: Path) -> Path:
    """Return a file, without its packing if it is packed."""
    if source.suffix != ".xz":
        return source
    file = work / source.stem
    if not file.exists():
        unfinished = file.with_suffix(".part")
        with lzma.open(source) as packed, unfinished.open("wb") as plain:
            shutil.copyfileobj(packed, plain, 1 << 20)
        unfinished.rename(file)
    return file
