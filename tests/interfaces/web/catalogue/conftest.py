"""A site over the graph of the saved queries, and some things which want to be more than text."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.interfaces.web.pages.conftest import hostile_graph
from tests.interfaces.web.sparql.serving import kept, settings, site

FIXTURES = Path(__file__).parents[3] / "fixtures"


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """Somebody with a browser at a site."""
    folder = tmp_path_factory.mktemp("catalogue")
    enemy = folder / "enemy.nt"
    enemy.write_text(hostile_graph(), encoding="utf-8")
    store = kept(folder, FIXTURES / "graph.ttl", FIXTURES / "wikibase.ttl", enemy)
    headers = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    with (
        site(settings(store)) as url,
        httpx.Client(base_url=url, headers=headers, timeout=30) as client,
    ):
        yield client
