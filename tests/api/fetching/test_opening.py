from pathlib import Path

import pytest

import tertium
from tertium.errors import NotFetchedError, SourceUnavailableError, UnknownEntityError
from tests.api.fetching.conftest import Fetch

ODO, HUGH = "Q454553", "Q540099"


@pytest.fixture
def fetched(
    fetch: Fetch, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tertium.KnowledgeGraph:
    monkeypatch.setenv("TERTIUM_CACHE", str(tmp_path))
    fetch(ODO, HUGH)
    store.rename(tmp_path / "fetched")
    return tertium.open("fetched")


def test_what_was_fetched_is_a_graph_by_that_name(fetched: tertium.KnowledgeGraph) -> None:
    assert fetched.info.id == "fetched"
    assert fetched.resolve(ODO).endswith(f"/{ODO}")


@pytest.mark.parametrize(
    ("text", "told"),
    [("Q99999", "tertium fetch Q99999"), ("human", "tertium fetch Q5"), ("Q5", "tertium fetch Q5")],
)
def test_what_was_not_fetched_is_said_to_be_missing(
    fetched: tertium.KnowledgeGraph, text: str, told: str
) -> None:
    with pytest.raises(NotFetchedError, match=told):
        fetched.resolve(text)


def test_what_is_no_entity_is_unknown_there_as_anywhere(fetched: tertium.KnowledgeGraph) -> None:
    with pytest.raises(UnknownEntityError):
        fetched.resolve("nobody of this name")


def test_where_nothing_was_fetched_there_is_no_such_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERTIUM_CACHE", str(tmp_path))
    with pytest.raises(SourceUnavailableError, match="nothing was fetched yet"):
        tertium.open("fetched")
