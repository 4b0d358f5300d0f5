"""The bundled ontology in a store directory: which one it is, and how it is replaced."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from tertium.resources import ontology_files

__all__ = ["ontology_digest", "put_ontology"]


def ontology_digest() -> str:
    """Return the SHA-256 of the bundled ontology."""
    total = sha256()
    for _, file in ontology_files():
        total.update(file.read_bytes())
    return total.hexdigest()


def put_ontology(store: ox.Store, file: Path) -> int:
    """Put the bundled ontology into a store, in place of the one which the file keeps.

    Return how many triples it has more than that one.
    """
    old = ox.parse(file.read_bytes(), format=ox.RdfFormat.N_QUADS) if file.exists() else ()
    former = tuple(old)
    for quad in former:
        store.remove(quad)
    quads = tuple(dict.fromkeys(_quads()))
    store.bulk_extend(quads)
    file.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    return len(quads) - len(former)


def _quads() -> Iterator[ox.Quad]:
    for _, file in ontology_files():
        yield from ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
