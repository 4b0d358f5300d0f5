"""From a name, a path or a graph to something that can be asked."""

from __future__ import annotations

import os
from importlib.metadata import version
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tertium.api.graph import KnowledgeGraph
from tertium.errors import MixedSourcesError, NoContactError, SourceUnavailableError
from tertium.model.comparison import GraphInfo
from tertium.queries.catalogue import bundled_catalogue
from tertium.resources import folder, resource_files
from tertium.store.endpoint import EndpointStore
from tertium.store.loading import SUFFIXES, load

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    import rdflib

    from tertium.store.oxigraph import OxigraphStore

__all__ = ["BUNDLED", "CONTACT", "open_graph"]

BUNDLED: Final = "bundled"
CONTACT: Final = "TERTIUM_CONTACT"
"""The environment variable with the address which operators of endpoints may write to."""

_WEB: Final = ("http://", "https://")


def open_graph(*sources: str | Path | rdflib.Graph) -> KnowledgeGraph:
    """Return the graph made of all sources: files, folders, rdflib graphs; or of one endpoint.

    With no source, or with the name `bundled`, it is the graph that ships with Tertium. The
    ontology is always part of it, so that every property has its label, facet and verb.

    The address of a SPARQL endpoint stands alone: what is there must hold the ontology and the
    direct triples. It is not asked before the first question, and unless it is on this machine,
    the environment variable TERTIUM_CONTACT must say who asks.

    Raises:
        MixedSourcesError: when an endpoint is not the only source.
        NoContactError: when a remote endpoint would be asked by nobody in particular.
        SourceUnavailableError: when a path does not exist or cannot be read.
        BadFileError: when a file is malformed.
        UnknownFormatError: when a file is of no known RDF syntax.

    >>> open_graph().compare("Joseph Stalin", "Leon Trotsky").title
    'Joseph Stalin vs. Leon Trotsky'

    """
    for source in sources:
        if isinstance(source, str) and source.lower().startswith(_WEB):
            return _endpoint(source, alone=len(sources) == 1)
    named = sources or (BUNDLED,)
    paths = [source for source in named if isinstance(source, str | Path)]
    files = [file for path in paths for file in _files(path)]
    store = load([*resource_files(folder("ontology"), ".ttl"), *files])
    for source in named:
        if not isinstance(source, str | Path):
            _add(source, store)
    catalogue = bundled_catalogue()
    store.derive(catalogue["derive/direct-triples"].text)
    names = tuple(str(path) for path in paths) + ("rdflib",) * (len(named) - len(paths))
    info = GraphInfo(
        id=" + ".join(names), version=store.digest(), sources=tuple(name for name, _ in files)
    )
    return KnowledgeGraph(store, catalogue=catalogue, info=info)


def _endpoint(url: str, *, alone: bool) -> KnowledgeGraph:
    if not alone:
        raise MixedSourcesError(url)
    contact = os.environ.get(CONTACT, "").strip()
    if not contact and not _here(url):
        raise NoContactError(url, CONTACT)
    agent = f"tertium/{version('tertium')}" + f" ({contact})" * bool(contact)
    store = EndpointStore(url, agent=agent)
    return KnowledgeGraph(store, catalogue=bundled_catalogue(), info=GraphInfo(id=url))


def _here(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _files(path: str | Path) -> Iterator[tuple[str, Path | Traversable]]:
    if path == BUNDLED:
        yield from resource_files(folder("data"), ".ttl")
        return
    root = Path(path)
    if not root.exists():
        raise SourceUnavailableError(str(path), "no such file, folder or profile")
    if root.is_file():
        yield root.name, root
        return
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.name.lower().endswith(SUFFIXES):
            yield str(file.relative_to(root)), file


def _add(graph: rdflib.Graph, store: OxigraphStore) -> None:
    from tertium.store.rdflib_graph import from_graph

    store.extend(from_graph(graph))
