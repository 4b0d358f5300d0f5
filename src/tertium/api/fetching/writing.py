"""Files with what was fetched, ready to be loaded."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tertium.store.entity_json import entity_triples
from tertium.store.loading import Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tertium.api.fetching.documents import Document
    from tertium.api.fetching.records import Record
    from tertium.api.fetching.site import Site
    from tertium.store.entity_json.fields import Fields

__all__ = ["written", "written_names"]

_SAME_AS: Final = ox.NamedNode("http://www.w3.org/2002/07/owl#sameAs")


def written(document: Document, folder: Path, *, site: Site) -> Task:
    """Return a file with what a document says; its name tells the revision."""
    path = folder / f"{document.asked}.nt"
    quads = _said(site, document.asked, document.fields)
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES) or b"")
    os.utime(path, (0, _modified(document.fields)))
    entity = document.revision.entity
    return Task(document.revision.url, str(path), fetched=document.revision, renews=(entity,))


def written_names(records: Iterable[Record], folder: Path, *, site: Site, name: str) -> Task:
    """Return a file with what was fetched of neighbours."""
    path, known, seen = folder / "neighbours.nt", tuple(records), set[str]()
    quads = (q for r in known for q in _said(site, r.asked, r.fields, seen=seen))
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_TRIPLES) or b"")
    os.utime(path, (0, 0))  # each entity has an age of its own
    return Task(name, str(path), renews=tuple(site.iri(record.identifier) for record in known))


def _said(
    site: Site, asked: str, fields: Fields, *, seen: set[str] | None = None
) -> Iterator[ox.Quad]:
    """Yield what a document says, and which identifier it had before it was merged."""
    yield from entity_triples(fields, base=site.iris, seen=seen)
    if asked != fields["id"]:
        now, before = ox.NamedNode(site.iri(str(fields["id"]))), ox.NamedNode(site.iri(asked))
        yield ox.Quad(now, _SAME_AS, before)


def _modified(fields: Fields) -> float:
    """Return when an entity was last changed, 0 when its document does not say."""
    try:
        return datetime.fromisoformat(str(fields.get("modified"))).timestamp()
    except ValueError:
        return 0.0
