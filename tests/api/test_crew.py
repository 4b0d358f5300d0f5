import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import tertium
from tertium.api.crew import Crew, answer, start
from tertium.model.link import Linking, LinkOutcome, LinkQuery
from tests.api.naming import PEOPLE, PREFIXES

MANY = 1500


@dataclass(frozen=True)
class Numbered:
    """Says of each name how many there were before it in the same process."""

    def link_all(self, queries: Iterable[LinkQuery], *, limit: int) -> Iterator[Linking]:
        for number, query in enumerate(queries):
            why = f"{number} of at most {limit}"
            yield Linking(query=query, outcome=LinkOutcome.NONE, candidates=(), why=why)


def named(count: int) -> Iterator[LinkQuery]:
    return (LinkQuery(text=f"name {number}") for number in range(count))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    (folder / "people.ttl").write_text(PREFIXES + PEOPLE, encoding="utf-8")
    tertium.load(folder / "store", [folder / "people.ttl"])
    return folder / "store"


def test_several_processes_answer_in_order() -> None:
    crew = Crew(opening=Numbered, processes=2, limit=3)
    linked = list(crew.linked(named(MANY)))
    assert [one.query for one in linked] == list(named(MANY))
    assert {one.why.partition(" ")[2] for one in linked} == {"of at most 3"}


def test_names_are_read_as_they_are_needed() -> None:
    read = []

    def noted() -> Iterator[LinkQuery]:
        for query in named(100_000):
            read.append(query)
            yield query

    linked = Crew(opening=Numbered, processes=2, limit=1).linked(noted())
    assert next(linked).query.text == "name 0"
    linked.close()
    assert len(read) < MANY


def test_a_process_opens_the_graph_once_and_leaves_interruptions_to_others() -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        start(Numbered)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert [one.why for one in answer(tuple(named(2)), 5)] == [
            "0 of at most 5",
            "1 of at most 5",
        ]
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_store_is_linked_to_by_several_processes_as_by_one(store: Path) -> None:
    kg = tertium.open(store)
    names = ("Nadia Orlovska", "N. Orlovska", "Pavel Brenner")
    queries = [LinkQuery(text=names[n % 3], key=str(n)) for n in range(MANY)]
    assert list(kg.link_all(queries, processes=2)) == list(kg.link_all(queries))


def test_a_graph_in_memory_is_linked_to_by_one_process() -> None:
    linked = tertium.open().link_all(named(2), processes=8)
    assert [one.query.text for one in linked] == ["name 0", "name 1"]
