"""A store directory after an update: a generation beside the current one, then put on record."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from tertium.store.annotations import spell_out
from tertium.store.directory.layout import clear, locked, writing
from tertium.store.directory.manifest import KeptFile, Load, Manifest
from tertium.store.directory.ontology import put_ontology
from tertium.store.loading.deriving import direct_triples, replace_direct_triples
from tertium.store.loading.generating import Job, beginning, begun, put_on_record
from tertium.store.loading.report import About, Phase

__all__ = ["Change", "change"]


@dataclass(frozen=True, slots=True)
class Change:
    """An update as it is put on record: its text, when it was made, and what makes it.

    `apply` is told the folder of a database which nobody else has open.
    """

    text: str
    modified: str
    apply: Callable[[Path], None]


def change(directory: Path, changed: Change) -> Manifest:
    """Change a store directory, after whoever is changing it now, and return its new record.

    Who reads it sees all of the change or nothing of it. When anything fails, also in `apply`, the
    store is as it was.

    Raises:
        BadStoreError: when the directory is no store, or is damaged.
        UnwritableError: when the directory cannot be written, or is full.

    """
    with writing(directory), locked(directory, patient=True):
        before = Manifest.read(directory)
        clear(directory, before.generation)
        job = Job(directory, before, About(), _say_nothing)
        with beginning(job):
            manifest = _changed(job, changed, before)
        clear(directory, manifest.generation)
        return manifest


def _changed(job: Job, changed: Change, before: Manifest) -> Manifest:
    direct = _direct(job)
    changed.apply(job.next.triples)
    store = ox.Store(job.next.triples)
    put_ontology(store, job.next.ontology)  # whatever was cleared
    spell_out(store)
    left = frozenset(triple for triple in direct if ox.Quad(*triple) in store)
    replace_direct_triples(store, left)
    store.flush()
    return put_on_record(store, Load((_kept(changed, before),)), job)


def _direct(job: Job) -> frozenset[ox.Triple]:
    """Return the triples derived so far; the copy is closed again, for another process."""
    return direct_triples(begun(job))


def _kept(changed: Change, before: Manifest) -> KeptFile:
    """Return what is on record of an update: what it gives depends on all that was before."""
    text = changed.text.encode()
    chained = sha256(before.version.encode() + text).hexdigest()
    return KeptFile(
        name="SPARQL update",
        packed=sha256(text).hexdigest(),
        sha256=chained,
        size=len(text),
        modified=changed.modified,
    )


def _say_nothing(_phase: Phase, _done: int, _total: int) -> None:
    """Take no note of the progress."""
