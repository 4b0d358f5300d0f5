"""What was loaded, said in PROV (https://www.w3.org/TR/prov-o/)."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

import pyoxigraph as ox

from tertium.model.revision import Revision
from tertium.store.directory.manifest import KeptFile, Load, Manifest
from tertium.store.vocabulary import LOADS

__all__ = ["provenance"]

_DCTERMS: Final = "http://purl.org/dc/terms/"
_FOAF: Final = "http://xmlns.com/foaf/0.1/"
_OURS: Final = "https://w3id.org/tertium/"
_PAV: Final = "http://purl.org/pav/"
_PROV: Final = "http://www.w3.org/ns/prov#"
_RDF_TYPE: Final = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RDFS_LABEL: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_RDFS_COMMENT: Final = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_GRAPH: Final = ox.NamedNode(LOADS)

_Said = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


def provenance(manifest: Manifest) -> bytes:
    """Return, as N-Quads, an activity for each load and an entity for each file."""
    said = (triple for load in manifest.loads for triple in _load(load))
    quads = (ox.Quad(*triple, _GRAPH) for triple in said)
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def _load(load: Load) -> Iterator[_Said]:
    digest = sha256("\n".join(sorted(file.sha256 for file in load.files)).encode()).hexdigest()
    activity = ox.NamedNode(f"{_OURS}load/{digest}")
    yield activity, _RDF_TYPE, ox.NamedNode(_PROV + "Activity")
    if load.skipped:
        yield (
            activity,
            _RDFS_COMMENT,
            ox.Literal(f"{load.skipped} statements skipped", language="en"),
        )
    for file in load.files:
        entity = ox.NamedNode(f"{_OURS}file/{file.sha256}")
        yield activity, ox.NamedNode(_PROV + "used"), entity
        yield from _file(file, entity)


def _file(file: KeptFile, entity: ox.NamedNode) -> Iterator[_Said]:
    yield entity, _RDF_TYPE, ox.NamedNode(_PROV + "Entity")
    yield entity, _RDFS_LABEL, ox.Literal(file.name)
    yield entity, ox.NamedNode(_DCTERMS + "extent"), _number(file.size)
    yield entity, ox.NamedNode(_DCTERMS + "identifier"), ox.Literal(f"sha256:{file.sha256}")
    if file.modified:
        yield entity, ox.NamedNode(_DCTERMS + "modified"), _time(file.modified)
    if file.licence:
        yield entity, ox.NamedNode(_DCTERMS + "license"), _licence(file.licence)
    if file.fetched:
        yield from _revision(file.fetched, entity)


def _revision(fetched: Revision, entity: ox.NamedNode) -> Iterator[_Said]:
    """Yield where and when a document was fetched (https://pav-ontology.github.io/pav/)."""
    yield entity, ox.NamedNode(_FOAF + "primaryTopic"), ox.NamedNode(fetched.entity)
    yield entity, ox.NamedNode(_PAV + "retrievedFrom"), ox.NamedNode(fetched.url)
    yield entity, ox.NamedNode(_PAV + "retrievedOn"), _time(fetched.retrieved)
    yield entity, ox.NamedNode(_PAV + "version"), ox.Literal(str(fetched.number))


def _number(count: int) -> ox.Literal:
    return ox.Literal(str(count), datatype=ox.NamedNode(_XSD + "nonNegativeInteger"))


def _time(text: str) -> ox.Literal:
    kind = "dateTime" if "T" in text else "date"
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + kind))


def _licence(text: str) -> ox.NamedNode | ox.Literal:
    try:
        return ox.NamedNode(text)
    except ValueError:
        return ox.Literal(text)
