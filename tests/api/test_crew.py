import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path
from threading import Thread

import pytest

import tertium
from tertium.api.crew import Crew, Died, serve
from tertium.api.link_crew import LinksNames, linked
from tertium.errors import LimitError, UnwritableError
from tertium.model.link import Linking, LinkOutcome, LinkQuery
from tests.api.naming import PEOPLE, PREFIXES

MANY = 1500
KILLED = -9
FULL = ("a file", "it is full")


@dataclass(frozen=True)
class Numbered:
    """Says of each name how many there were before it in the same process."""

    def link_all(self, queries: Iterable[LinkQuery], *, limit: int) -> Iterator[Linking]:
        for number, query in enumerate(queries):
            if query.text == "deadly":
                os.kill(os.getpid(), signal.SIGKILL)
            why = f"{number} of at most {limit}"
            yield Linking(query=query, outcome=LinkOutcome.NONE, candidates=(), why=why)


def doubling() -> Callable[[int], int]:
    def double(number: int) -> int:
        if number == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 99:
            raise UnwritableError(*FULL)
        return 2 * number

    return double


def dying() -> Callable[[int], int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return doubling()


def named(count: int) -> Iterator[LinkQuery]:
    return (LinkQuery(text=f"name {number}") for number in range(count))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    (folder / "people.ttl").write_text(PREFIXES + PEOPLE, encoding="utf-8")
    tertium.load(folder / "store", [folder / "people.ttl"])
    return folder / "store"


def test_several_processes_answer_in_order() -> None:
    found = list(linked(named(MANY), LinksNames(opening=Numbered, limit=3), processes=2))
    assert [one.query for one in found] == list(named(MANY))
    assert {one.why.partition(" ")[2] for one in found} == {"of at most 3"}


def test_names_are_read_as_they_are_needed() -> None:
    read = []

    def noted() -> Iterator[LinkQuery]:
        for query in named(100_000):
            read.append(query)
            yield query

    found = linked(noted(), LinksNames(opening=Numbered, limit=1), processes=2)
    assert next(found).query.text == "name 0"
    found.close()
    assert len(read) <= 2 * MANY


def test_no_more_is_handed_out_than_is_soon_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tertium.api.crew._AHEAD", 1)
    read = []

    def jobs() -> Iterator[int]:
        for number in range(5):
            read.append(number)
            yield number

    answers = Crew(opening=doubling, processes=1).answers(jobs())
    assert next(answers) == (0, 0)
    assert read == [0]
    assert [answer for _, answer in answers] == [2, 4, 6, 8]


def test_names_are_linked_by_whatever_is_opened() -> None:
    link = LinksNames(opening=Numbered, limit=3)()
    assert [one.why for one in link(tuple(named(2)))] == ["0 of at most 3", "1 of at most 3"]


def test_a_process_that_dies_costs_its_job_only() -> None:
    answers = dict(Crew(opening=doubling, processes=2).answers(range(10, 20)))
    assert answers.pop(13) == Died(KILLED)
    assert answers == {number: 2 * number for number in range(10, 20) if number != 13}


def test_a_process_that_died_at_rest_costs_its_next_job_only() -> None:
    def jobs() -> Iterator[int]:
        yield 1
        for process in active_children():
            process.kill()
            process.join()
        yield from (2, 3)

    answers = dict(Crew(opening=doubling, processes=1).answers(jobs()))
    assert answers == {1: 2, 2: Died(KILLED), 3: 6}


def test_names_that_kill_are_told() -> None:
    with pytest.raises(LimitError, match="exit code -9"):
        list(linked([LinkQuery(text="deadly")], LinksNames(opening=Numbered, limit=1), processes=1))


def test_processes_that_cannot_begin_end_the_work() -> None:
    with pytest.raises(LimitError, match="end as they begin"):
        list(Crew(opening=dying, processes=2).answers(range(10)))


def test_an_error_of_ours_comes_back_as_it_was() -> None:
    with pytest.raises(UnwritableError, match="cannot write a file: it is full"):
        list(Crew(opening=doubling, processes=1).answers([99]))


def test_a_process_opens_the_graph_once_and_leaves_interruptions_to_others() -> None:
    before = signal.getsignal(signal.SIGINT)
    opened = []

    def opening() -> Callable[[int], int]:
        opened.append(1)
        return doubling()

    ours, its = get_context("spawn").Pipe()

    def ask() -> None:
        for number in (1, 2):
            ours.send(number)
        ours.recv()
        assert [ours.recv(), ours.recv()] == [2, 4]
        ours.close()

    asking = Thread(target=ask)
    asking.start()
    try:
        serve(opening, its, os.getppid())
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
        asking.join()
        its.close()
    assert opened == [1]


def failing() -> Callable[[int], int]:
    raise UnwritableError(*FULL)


def test_whoever_asks_may_be_gone() -> None:
    ours, its = get_context("spawn").Pipe()
    before = signal.getsignal(signal.SIGINT)
    try:
        serve(doubling, its, os.getpid())  # begun by somebody else: there is nobody to work for
        assert not ours.poll()
        ours.close()
        serve(failing, its, os.getppid())
    finally:
        signal.signal(signal.SIGINT, before)
        its.close()


def test_a_store_is_linked_to_by_several_processes_as_by_one(store: Path) -> None:
    kg = tertium.open(store)
    names = ("Nadia Orlovska", "N. Orlovska", "Pavel Brenner")
    queries = [LinkQuery(text=names[n % 3], key=str(n)) for n in range(MANY)]
    assert list(kg.link_all(queries, processes=2)) == list(kg.link_all(queries))


def test_a_graph_in_memory_is_linked_to_by_one_process() -> None:
    found = tertium.open().link_all(named(2), processes=8)
    assert [one.query.text for one in found] == ["name 0", "name 1"]
