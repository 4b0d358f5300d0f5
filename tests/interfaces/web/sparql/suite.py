"""The W3C's tests of SPARQL, unpacked from where they are kept beside the repository."""

import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox
import pytest

from tertium.store.terms import Node

__all__ = ["SUITES", "Manifest", "unpacked"]

SUITES: Final = Path(__file__).parents[5] / "shared" / "suites"
_ARCHIVE: Final = SUITES / "w3c-sparql.tar.xz"
_NAMESPACES: Final = {
    "cnt": "http://www.w3.org/2011/content#",
    "dawgt": "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#",
    "ht": "http://www.w3.org/2011/http#",
    "mf": "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#",
    "qt": "http://www.w3.org/2001/sw/DataAccess/tests/test-query#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "ut": "http://www.w3.org/2009/sparql/tests/test-update#",
}
_Node = ox.NamedNode | ox.BlankNode


def unpacked(folder: Path) -> Path:
    """Return the folder with the tests of SPARQL 1.1; skip where they are not kept."""
    if not _ARCHIVE.is_file():
        pytest.skip(f"the W3C's tests are not here: {_ARCHIVE.name}")
    with tarfile.open(_ARCHIVE) as archive:
        archive.extractall(folder, filter="data")
    return next(folder.rglob("manifest-sparql11-query.ttl")).parent


@dataclass(frozen=True, slots=True)
class Manifest:
    """A list of tests, as triples; addresses of files are those on this machine."""

    path: Path
    triples: Mapping[_Node, Mapping[str, list[Node]]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Self:
        said: dict[_Node, dict[str, list[Node]]] = {}
        for quad in ox.parse(path=str(path), base_iri=path.as_uri()):
            if isinstance(quad.subject, ox.NamedNode | ox.BlankNode):
                said.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(
                    quad.object
                )
        return cls(path, said)

    def entries(self) -> Iterator[_Node]:
        """Yield the tests in order."""
        (listed,) = self.all(ox.NamedNode(self.path.as_uri()), "mf:entries")
        yield from self.items(listed)

    def items(self, listed: Node) -> Iterator[_Node]:
        while isinstance(listed, ox.BlankNode):
            (first,) = self.all(listed, "rdf:first")
            assert isinstance(first, ox.NamedNode | ox.BlankNode)
            yield first
            (listed,) = self.all(listed, "rdf:rest")

    def all(self, node: Node, name: str) -> list[Node]:
        """Return what is said of a node by a predicate, given by its short name."""
        prefix, _, local = name.partition(":")
        assert isinstance(node, ox.NamedNode | ox.BlankNode)
        return self.triples.get(node, {}).get(_NAMESPACES[prefix] + local, [])

    def text(self, node: Node, name: str) -> str:
        """Return the only text or address that is said of a node by a predicate; or nothing."""
        found = self.all(node, name)
        assert len(found) <= 1
        return "".join(
            value.value for value in found if isinstance(value, ox.Literal | ox.NamedNode)
        )
