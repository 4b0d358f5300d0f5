"""Where what was fetched is kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tertium.fetch.fetcher import Caching, Fetcher

__all__ = ["CACHE", "FETCHED", "cache_folder", "fetched_store", "open_fetcher"]

CACHE: Final = "TERTIUM_CACHE"
"""The environment variable with the folder in which what was fetched is kept."""

FETCHED: Final = "fetched"
"""The name of the graph of all entities that were fetched into no other store."""


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
