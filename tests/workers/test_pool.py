import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tertium.errors import (
    BadQueryError,
    LimitError,
    OverMemoryError,
    OverTimeError,
    SourceUnavailableError,
    TooBusyError,
)
from tertium.workers import Limits, Workers
from tests.workers.standing import ask, stand

ONE = ask("SELECT ?o { <urn:a> <urn:p> ?o } ORDER BY ?o LIMIT 1")
ENDLESS = ask(
    "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(9)) + " }"
)
HUGE = ask(
    'SELECT (STRLEN(?x40) AS ?n) { BIND("0123456789abcdef" AS ?x0) '
    + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
    + " }"
)
DEADLY = ask("ASK " + "{" * 20_000 + "}" * 20_000)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stand(tmp_path_factory.mktemp("pool"))


@asynccontextmanager
async def working(store: Path, *, count: int = 1, seconds: float = 60) -> AsyncIterator[Workers]:
    workers = Workers(store, count=count, limits=Limits(seconds=seconds))
    try:
        yield workers
    finally:
        await workers.close()


def run(work: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await work()

    asyncio.run(main())


def children() -> list[int]:
    """Return the processes of ours, dead ones among them."""
    text = Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii")
    return [int(number) for number in text.split()]


def held() -> tuple[list[int], int]:
    """Return the processes of ours, and how many files are open."""
    gc.collect()
    return children(), len([*Path("/proc/self/fd").iterdir()])


def test_many_are_answered(store: Path) -> None:
    async def work() -> None:
        async with working(store, count=2) as workers:
            answers = await asyncio.gather(*(workers.answer(ONE) for _ in range(30)))
            assert {answer.body for answer in answers} == {b"o\r\n1\r\n"}
            with pytest.raises(BadQueryError):
                await workers.answer(ask("SELECT"))
            assert (await workers.answer(ONE)).rows == 1

    run(work)


def test_it_says_whether_it_has_a_network_of_its_own(store: Path) -> None:
    async def work() -> None:
        async with working(store) as workers:
            assert isinstance(await workers.are_alone(), bool)
            assert isinstance(await workers.are_alone(), bool)

    run(work)


def test_a_query_that_ends_its_process_ends_no_other(store: Path) -> None:
    async def work() -> None:
        async with working(store) as workers:
            with pytest.raises(LimitError, match="did not survive"):
                await workers.answer(DEADLY)
            assert (await workers.answer(ONE)).rows == 1

    run(work)


def test_a_query_that_takes_all_memory_is_ended(store: Path) -> None:
    async def work() -> None:
        async with working(store) as workers:
            with pytest.raises(OverMemoryError, match="1,024 MiB"):
                await workers.answer(HUGE)
            assert (await workers.answer(ONE)).rows == 1

    run(work)


def test_a_query_that_is_late_is_ended_while_others_are_answered(store: Path) -> None:
    async def work() -> None:
        async with working(store, count=2, seconds=2) as workers:
            late = asyncio.create_task(workers.answer(ENDLESS))
            assert (await workers.answer(ONE)).rows == 1
            with pytest.raises(OverTimeError, match="more than 2 s"):
                await late
            assert (await workers.answer(ONE)).rows == 1

    run(work)


def test_a_query_that_nobody_waits_for_is_ended(store: Path) -> None:
    async def work() -> None:
        async with working(store) as workers:
            (before,) = await started(workers)
            waiting = asyncio.create_task(workers.answer(ENDLESS))
            await asyncio.sleep(0)
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            assert (await workers.answer(ONE)).rows == 1
            await asyncio.to_thread(ended, before)

    def ended(process: int) -> None:
        while process in children():
            pass

    async def started(workers: Workers) -> list[int]:
        others = children()
        await workers.answer(ONE)
        return [child for child in children() if child not in others]

    run(work)


def test_a_process_that_is_killed_from_outside_is_replaced(store: Path) -> None:
    async def work() -> None:
        async with working(store) as workers:
            others = children()
            await workers.answer(ONE)
            (victim,) = [child for child in children() if child not in others]
            os.kill(victim, signal.SIGTERM)
            with pytest.raises(LimitError):
                await workers.answer(ONE)
            assert (await workers.answer(ONE)).rows == 1

    run(work)


def test_too_many_at_once_are_sent_away(store: Path) -> None:
    async def work() -> None:
        async with working(store, seconds=2) as workers:
            asked = [workers.answer(ENDLESS) for _ in range(20)]
            found = await asyncio.gather(*asked, return_exceptions=True)
            busy = [error for error in found if isinstance(error, TooBusyError)]
            assert any(isinstance(error, OverTimeError) for error in found)
            assert busy
            assert busy[0].wait == 2

    run(work)


def test_a_store_that_is_none_is_said(tmp_path: Path) -> None:
    async def work() -> None:
        async with working(tmp_path) as workers:
            with pytest.raises(SourceUnavailableError) as raised:
                await workers.answer(ONE)
            assert str(tmp_path) not in str(raised.value)

    run(work)


def test_a_process_that_cannot_even_begin_is_said(store: Path) -> None:
    async def work() -> None:
        workers = Workers(store, limits=Limits(memory=16 << 20))
        with pytest.raises((SourceUnavailableError, LimitError)):
            await workers.answer(ONE)
        await workers.close()

    run(work)


def test_nothing_is_left_behind(store: Path) -> None:
    async def work() -> None:
        before = held()
        for _ in range(3):
            async with working(store, count=2) as workers:
                await asyncio.gather(*(workers.answer(ONE) for _ in range(4)))
        assert held() == before

    run(work)
