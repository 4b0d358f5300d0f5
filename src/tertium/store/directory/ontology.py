"""The bundled ontology in a store directory: which one it is, and how it is replaced."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from tertium.resources import folder, resource_files

__all__ = ["ontology_digest", "put_ontology"]


def ontology_digest() -> str:
    """Return the SHA-256 of the bundled ontology."""
    total = sha256()
    for _, file in resource_files(folder("ontology"), ".ttl"):
        total.update(file.read_bytes())
    return total.hexdigest()


def put_ontology(store: ox.Store, file: Path) -> None:
    """Put the bundled ontology into a store, in place of the one which the file keeps."""
    if file.exists():
        for quad in ox.parse(file.read_bytes(), format=ox.RdfFormat.N_QUADS):
            store.remove(quad)
    quads = tuple(_quads())
    store.bulk_extend(quads)
    file.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")


def _quads() -> Iterator[ox.Quad]:
    for _, file in resource_files(folder("ontology"), ".ttl"):
        yield from ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
