"""The store directory which the workers of a server open, made of its sources if need be."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tertium.api.caching import FETCHED, fetched_store
from tertium.api.loading import load_graph
from tertium.api.opening import BUNDLED
from tertium.api.remote import is_remote
from tertium.errors import MixedSourcesError
from tertium.resources import folder, resource_files
from tertium.store.directory import is_store_directory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tertium.store.loading import Progress

__all__ = ["Stock", "lasting", "stocked"]

_TEMPORARY: Final = "tertium-serve-"


@dataclass(frozen=True, slots=True)
class Stock:
    """A store directory for workers, and the folder to be removed with it if it is temporary.

    The graph of an endpoint is `elsewhere`: there is no store directory.
    """

    store: Path
    temporary: Path | None = None
    elsewhere: bool = False


@contextmanager
def stocked(sources: Sequence[str], *, progress: Progress | None = None) -> Iterator[Stock]:
    """Yield a store directory with the graph of some sources; for that of an endpoint, none.

    Unless it is the source itself, it is removed at the end.

    Raises:
        MixedSourcesError: when a store directory or an endpoint is not the only source.
        TertiumError: when the graph cannot be opened or loaded, as `load_graph` says.

    """
    alone = [one for one in sources if is_remote(one) or lasting(one)]
    if alone and len(sources) > 1:
        raise MixedSourcesError(alone[0])
    if alone:
        kept = lasting(alone[0])
        yield Stock(kept or Path(os.devnull), elsewhere=kept is None)
        return
    with TemporaryDirectory(prefix=_TEMPORARY) as place:
        store = Path(place) / "store"
        files = [file for source in sources or (BUNDLED,) for file in _files(source)]
        load_graph(store, files, progress=progress)
        yield Stock(store, Path(place))


def lasting(source: str) -> Path | None:
    """Return the store directory that a source is, if it is one."""
    path = fetched_store() if source == FETCHED else Path(source)
    return path.resolve() if source == FETCHED or is_store_directory(path) else None


def _files(source: str) -> Iterator[str]:
    """Yield what is to be loaded; the ontology comes with every load."""
    if source != BUNDLED:
        yield source
        return
    for _, file in resource_files(folder("data"), ".ttl"):
        yield str(file)
