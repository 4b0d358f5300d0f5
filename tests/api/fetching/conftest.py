from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tertium.api.fetching import FetchReport, Wanted, fetch_entities
from tertium.fetch.fetcher import Caching
from tests.fetch.serving import FakeTime, fetcher
from tests.wikidata.serving import Wikidata, wikidata

__all__ = ["Fetch"]

Fetch = Callable[..., FetchReport]


@pytest.fixture
def server() -> Iterator[Wikidata]:
    with wikidata() as served:
        yield served


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def fetch(server: Wikidata, tmp_path: Path, store: Path) -> Fetch:
    """Return what fetches entities into the store, each time at a later minute."""
    time = FakeTime()

    def fetch_them(
        *identifiers: str,
        caching: Caching = Caching.USE,
        wanted: Wanted | None = None,
        tell: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> FetchReport:
        time.passed += 60
        known = replace(wanted or Wanted(), site=server.url)
        with fetcher(tmp_path / "cache", time=time, caching=caching) as asks:
            return fetch_entities(asks, identifiers, into=store, wanted=known, tell=tell)

    return fetch_them
