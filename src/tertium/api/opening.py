"""From a name, a path or a graph to something that can be asked."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertium.api.caching import FETCHED, fetched_store
from tertium.api.graph import KnowledgeGraph
from tertium.api.remote import is_remote, remote_info, remote_reader
from tertium.errors import MixedSourcesError, SourceUnavailableError
from tertium.model.comparison import GraphInfo
from tertium.model.shape import Shape
from tertium.queries.catalogue import bundled_catalogue
from tertium.queries.reader import Reader
from tertium.resources import folder, ontology_files, resource_files
from tertium.store.annotations import spell_out
from tertium.store.directory import is_store_directory, open_directory
from tertium.store.loading import find_files, load
from tertium.store.sidecar import build_sidecar, open_sidecar

if TYPE_CHECKING:
    import rdflib

    from tertium.store.oxigraph import OxigraphStore
    from tertium.store.sidecar import Sidecar

__all__ = ["BUNDLED", "open_graph"]

BUNDLED: Final = "bundled"


def open_graph(
    *sources: str | Path | rdflib.Graph, shape: str | Shape | None = None
) -> KnowledgeGraph:
    """Return the graph made of all sources: files, folders, rdflib graphs; or of a single store.

    With no source, or with the name `bundled`, it is the graph that ships with Tertium; with the
    name `fetched`, that of the entities which were fetched into no other store. The
    ontology is always part of it, so that every property has its label, facet and verb.

    A store directory (made by `load_into`), the address of a SPARQL endpoint and the name of an
    endpoint's profile stand alone. An endpoint is not asked before the first question, and unless
    it is on this machine, the environment variable TERTIUM_CONTACT must say who asks.

    `shape` names the shape to read (tertium, wikibase or plain), instead of whichever there are.

    Raises:
        MixedSourcesError: when a store directory or an endpoint is not the only source.
        NoContactError: when a remote endpoint would be asked by nobody in particular.
        SourceUnavailableError: when a path does not exist or cannot be read.
        BadFileError: when a file is malformed.
        BadStoreError: when a store directory is damaged or of another version.
        UnknownFormatError: when a file is of no known RDF syntax.

    >>> open_graph().compare("Joseph Stalin", "Leon Trotsky").title
    'Joseph Stalin vs. Leon Trotsky'

    """
    shapes = frozenset(Shape) if shape is None else frozenset({Shape(shape)})
    for source in sources:
        if source == FETCHED:
            _refuse_company(FETCHED, sources)
            return _fetched(shapes)
        if isinstance(source, str) and is_remote(source):
            _refuse_company(source, sources)
            return KnowledgeGraph(remote_reader(source, shapes), info=remote_info(source))
        if isinstance(source, str | Path) and is_store_directory(Path(source)):
            _refuse_company(str(source), sources)
            return _kept(Path(source), shapes)
    return _transient(sources or (BUNDLED,), shapes)


def _fetched(shapes: frozenset[Shape]) -> KnowledgeGraph:
    if not is_store_directory(fetched_store()):
        problem = "nothing was fetched yet: tertium fetch Q42 fetches an entity of Wikidata"
        raise SourceUnavailableError(FETCHED, problem)
    return _kept(fetched_store(), shapes, name=FETCHED)


def _kept(path: Path, shapes: frozenset[Shape], *, name: str = "") -> KnowledgeGraph:
    directory = open_directory(path)
    version = directory.manifest.version
    sidecar = open_sidecar(directory.generation.sidecar, version)
    files = tuple(file.name for file in directory.manifest.files)
    reader = _reader(directory.store, shapes, sidecar)
    fetched = directory.manifest.fetched
    info = GraphInfo(id=name or _called(path), version=version, sources=files, fetched=fetched)
    opening = partial(_kept, path, shapes, name=name)
    return KnowledgeGraph(reader, info=info, sidecar=sidecar, opening=opening)


def _transient(
    sources: tuple[str | Path | rdflib.Graph, ...], shapes: frozenset[Shape]
) -> KnowledgeGraph:
    paths = [str(source) for source in sources if isinstance(source, str | Path)]
    files = [file for path in paths if path != BUNDLED for file in find_files(path)]
    ours = [*resource_files(folder("data"), ".ttl")] if BUNDLED in paths else []
    store = load(files, bundled=[*ontology_files(), *ours])
    for source in sources:
        if not isinstance(source, str | Path):
            _add(source, store)
    spell_out(store.engine)
    store.derive(bundled_catalogue()["derive/direct-triples"].text)
    names = [*map(_called, paths), *["rdflib"] * (len(sources) - len(paths))]
    version = store.digest()
    sidecar = build_sidecar(store.engine, None, version=version)
    reader = _reader(store, shapes, sidecar)
    info = GraphInfo(
        id=" + ".join(names), version=version, sources=tuple(name for name, _ in (*ours, *files))
    )
    files_only = len(paths) == len(sources)
    opening = partial(_transient, sources, shapes) if files_only else None
    return KnowledgeGraph(reader, info=info, sidecar=sidecar, opening=opening, transient=True)


def _reader(store: OxigraphStore, shapes: frozenset[Shape], sidecar: Sidecar) -> Reader:
    return Reader(
        store,
        bundled_catalogue(),
        shapes=shapes,
        labels=sidecar.label_predicates,
        graphs=store.has_graphs,
    )


def _called(path: str | Path) -> str:
    """Return what a graph is called on pages: as its file or folder, wherever that lies."""
    return Path(path).resolve().name or str(path)


def _refuse_company(source: str, sources: tuple[object, ...]) -> None:
    if len(sources) > 1:
        raise MixedSourcesError(source)


def _add(graph: rdflib.Graph, store: OxigraphStore) -> None:
    from tertium.store.rdflib_graph import from_graph

    store.extend(from_graph(graph))
