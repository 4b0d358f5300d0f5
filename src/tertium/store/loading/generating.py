"""The next generation of a store directory: made beside the current one, then put on record."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from io import BufferedReader
from pathlib import Path

import pyoxigraph as ox

from tertium.store.annotations import spell_out
from tertium.store.directory.layout import Generation, read_triples
from tertium.store.directory.manifest import KeptFile, Load, Manifest
from tertium.store.directory.ontology import ontology_digest, put_ontology
from tertium.store.directory.provenance import provenance
from tertium.store.loading.deriving import direct_triples, replace_direct_triples
from tertium.store.loading.piping import Piped
from tertium.store.loading.renewing import take_back
from tertium.store.loading.report import About, LoadReport, Phase, Progress
from tertium.store.loading.telling import FileRead, Task
from tertium.store.loading.unpacking import CHUNK
from tertium.store.sidecar import build_sidecar

__all__ = ["Job", "Repeated", "beginning", "begun", "make_generation", "put_on_record"]


@dataclass(frozen=True, slots=True)
class Job:
    """Where files are loaded into, what is on record there, what is said of the files."""

    directory: Path
    before: Manifest | None
    about: About
    progress: Progress

    @property
    def next(self) -> Generation:
        """The generation to be made."""
        return Generation.of(self.directory, self.before.generation + 1 if self.before else 1)


@dataclass(frozen=True, slots=True)
class Repeated:
    """Positions of files of which the content is there already, under another packing or name."""

    positions: frozenset[int]


def make_generation(tasks: Sequence[Task], job: Job) -> LoadReport | Repeated:
    """Load files into a new generation; nothing of it is left when anything fails."""
    with beginning(job):
        made = _made(tasks, job)
    if isinstance(made, Repeated):
        shutil.rmtree(job.next.folder)
    return made


@contextmanager
def beginning(job: Job) -> Iterator[None]:
    """Make the folder of the next generation; nothing of it is left when anything fails."""
    job.next.folder.mkdir()
    try:
        yield
    except BaseException:
        shutil.rmtree(job.next.folder, ignore_errors=True)
        raise


def _made(tasks: Sequence[Task], job: Job) -> LoadReport | Repeated:
    store = begun(job)
    before = job.before.triples if job.before else 0
    direct = direct_triples(store) if job.before else frozenset[ox.Triple]()
    take_back(store, (iri for task in tasks for iri in task.renews))
    read = _filled(store, tasks, job)
    if repeated := _repeated(read, job.before):
        return Repeated(repeated)
    job.progress(Phase.DERIVING, 0, 1)
    before += _put_ontology(store, job)
    spell_out(store)
    replace_direct_triples(store, direct)
    store.flush()
    files = tuple(_kept(file, task, job.about) for file, task in zip(read, tasks, strict=True))
    manifest = put_on_record(store, Load(files, sum(file.skipped for file in read)), job)
    return LoadReport(
        version=manifest.version,
        files=files,
        added=manifest.triples - before,
        skipped=manifest.loads[-1].skipped,
        reasons=tuple(reason for file in read for reason in file.reasons),
    )


def begun(job: Job) -> ox.Store:
    """Return the next generation with all that the current one has."""
    if job.before:
        current = Generation.of(job.directory, job.before.generation)
        read_triples(current).backup(job.next.triples)
        shutil.copy(current.ontology, job.next.ontology)
    return ox.Store(job.next.triples)


def _put_ontology(store: ox.Store, job: Job) -> int:
    """Put the bundled ontology in, if it is not there, and return by how much the store grew.

    After the data: a bulk load into a store which is not empty leaves it half as large again.
    """
    if job.before and job.before.ontology == ontology_digest():
        return 0
    return put_ontology(store, job.next.ontology)


def _filled(store: ox.Store, tasks: Sequence[Task], job: Job) -> tuple[FileRead, ...]:
    total = sum(Path(task.path).stat().st_size for task in tasks)
    with Piped(tasks, lambda count: job.progress(Phase.READING, count, total)) as quads:
        store.bulk_load(BufferedReader(quads, CHUNK), ox.RdfFormat.N_QUADS)
        return quads.files


def _repeated(files: Sequence[FileRead], before: Manifest | None) -> frozenset[int]:
    known = {file.sha256 for file in before.files} if before else set[str]()
    repeated = set[int]()
    for position, file in enumerate(files):
        if file.sha256 in known:
            repeated.add(position)
        known.add(file.sha256)
    return frozenset(repeated)


def _kept(file: FileRead, task: Task, about: About) -> KeptFile:
    return KeptFile(
        name=file.name,
        packed=file.packed,
        sha256=file.sha256,
        size=file.size,
        licence=about.licence or file.licence,
        modified=about.modified or file.modified or _time_of(Path(task.path)),
        fetched=task.fetched,
    )


def _time_of(path: Path) -> str:
    """Return when a file was last changed, nothing when that was at the beginning of time."""
    seconds = int(path.stat().st_mtime)
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if seconds else ""


def put_on_record(store: ox.Store, load: Load, job: Job) -> Manifest:
    """Count the next generation, and make it the current one."""
    renewed = frozenset(file.fetched.entity for file in load.files if file.fetched)
    loads = (*(job.before.without(renewed) if job.before else ()), load)
    number = job.before.generation + 1 if job.before else 1
    manifest = Manifest(number, ontology_digest(), len(store), loads)
    job.progress(Phase.COUNTING, 0, 1)
    build_sidecar(
        store,
        job.next.sidecar,
        version=manifest.version,
        counted=partial(job.progress, Phase.COUNTING),
        named=partial(job.progress, Phase.NAMING),
    )
    job.next.loads.write_bytes(provenance(manifest))
    manifest.write(job.directory)
    return manifest
