import asyncio
from pathlib import Path

import pytest

from tertium.api.holdings import Holdings
from tertium.errors import BadStoreError
from tertium.interfaces.web.site import Site
from tertium.interfaces.web.sparql.counting import Counter
from tests.interfaces.web.sparql.serving import kept, settings


def counted(counter: Counter, times: int = 1) -> list[Holdings | None]:
    async def count() -> list[Holdings | None]:
        return [await counter.holdings() for _ in range(times)]

    return asyncio.run(count())


def test_a_graph_is_counted_once(people: Path) -> None:
    first, second = counted(Counter(Site(settings(people))), 2)
    assert first is second
    assert first is not None
    assert first.triples > 0


def test_a_graph_that_has_changed_is_counted_again(tmp_path: Path) -> None:
    file, more = tmp_path / "one.nt", tmp_path / "two.nt"
    file.write_text("<urn:a> <urn:b> <urn:c> .\n", encoding="ascii")
    more.write_text("<urn:a> <urn:b> <urn:d> .\n", encoding="ascii")
    counter = Counter(Site(settings(kept(tmp_path, file))))
    (before,) = counted(counter)
    kept(tmp_path, more)
    (after,) = counted(counter)
    assert before is not None
    assert after is not None
    assert after.triples == before.triples + 1


def test_a_store_that_cannot_be_read_cannot_be_counted(tmp_path: Path) -> None:
    with pytest.raises(BadStoreError):
        counted(Counter(Site(settings(tmp_path))))
