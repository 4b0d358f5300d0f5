"""Where what was fetched is kept."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertium.errors import UnwritableError

if TYPE_CHECKING:
    from tertium.fetch.fetcher import Caching, Fetcher

__all__ = [
    "CACHE",
    "FETCHED",
    "Kept",
    "cache_folder",
    "fetched_store",
    "kept",
    "open_fetcher",
    "prune_cache",
]

CACHE: Final = "TERTIUM_CACHE"
"""The environment variable with the folder in which what was fetched is kept."""

FETCHED: Final = "fetched"
"""The name of the graph of all entities that were fetched into no other store."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many bytes are kept where: of answers, and of the graph `fetched`."""

    folder: Path
    answers: int
    graph: int


def cache_folder() -> Path:
    """Return the folder of the cache, which need not exist: ours among those of the user."""
    if named := os.environ.get(CACHE, ""):
        return Path(named)
    caches = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(caches) if caches else Path.home() / ".cache") / "tertium"


def fetched_store() -> Path:
    """Return the store directory of the graph `fetched`, which need not exist."""
    return cache_folder() / FETCHED


def open_fetcher(caching: Caching | None = None) -> Fetcher:
    """Return what asks servers as we should, and keeps their answers in the cache; to be closed.

    Raises:
        UnwritableError: when the cache cannot be written.

    """
    from tertium.api.agent import agent_for
    from tertium.fetch.fetcher import Caching, Fetcher

    return Fetcher(cache_folder(), agent=agent_for, caching=caching or Caching.USE)


def kept() -> Kept:
    """Return how much is kept."""
    from tertium.fetch.cache import kept_files

    folder = cache_folder()
    graph = (path for path in fetched_store().rglob("*") if path.is_file())
    return Kept(
        folder=folder,
        answers=sum(path.stat().st_size for path in kept_files(folder)),
        graph=sum(path.stat().st_size for path in graph),
    )


def prune_cache() -> None:
    """Throw all answers away; the graph `fetched` stays, and when which server may be asked.

    Raises:
        UnwritableError: when the cache cannot be written.

    """
    from tertium.fetch.cache import kept_files

    for path in kept_files(cache_folder()):
        try:
            path.unlink()
        except OSError as error:
            raise UnwritableError(str(path), error.strerror or str(error)) from error
