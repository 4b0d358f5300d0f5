"""A small site, made once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tertium.batch.site import Site
from tertium.model.comparison import GraphInfo
from tests.batch.site.building import whole_site

GRAPH = GraphInfo(id="<i>mine</i>", version="0123456789abcdef", sources=("a&b.ttl",))


@pytest.fixture(scope="session")
def site() -> Site:
    return Site(
        name="<b>Pages</b> & more",
        address="https://example.org/some/where",
        updated="2026-11-23",
        graph=GRAPH,
        failures={"UnknownEntityError": 2},
    )


@pytest.fixture(scope="session")
def files(site: Site) -> Mapping[str, bytes]:
    return whole_site(site)


@pytest.fixture(scope="session")
def folder(files: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site on a disk."""
    root = tmp_path_factory.mktemp("site")
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root
