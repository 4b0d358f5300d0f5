from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from tests.interfaces.web.sparql.serving import kept, settings, site

PUBLISHED = "http://graph.example"
PEOPLE = """
@prefix ex: <http://example.org/> .
ex:one { ex:alice a ex:Person ; ex:name "Alice"@en . }
ex:two { ex:bob a ex:Person ; ex:name "=1+1,\\"Bob\\"" . }
ex:carol a ex:Person .
<http://graph.example/graphs/three%20four> { ex:dora a ex:Person . }
"""


@pytest.fixture(scope="session")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    file = folder / "people.trig"
    file.write_text(PEOPLE, encoding="utf-8")
    return kept(folder, file)


@pytest.fixture(scope="session")
def address(people: Path) -> Iterator[str]:
    """The address of a site that nobody may change."""
    with site(settings(people)) as url:
        yield url


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def published(people: Path) -> Iterator[httpx.Client]:
    """A client of a site which the world sees at another address."""
    told = replace(settings(people), address=f"{PUBLISHED}/")
    host = {"Host": "graph.example"}
    with site(told) as url, httpx.Client(base_url=url, headers=host, timeout=30) as client:
        yield client
