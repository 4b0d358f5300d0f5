import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message

from tertium.errors import BadQueryError
from tertium.interfaces.web.sparql.attending import attended


async def gone() -> Message:
    await asyncio.sleep(0)
    return {"type": "http.disconnect"}


async def staying() -> Message:
    never: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
    return await never


async def short() -> str:
    await asyncio.sleep(0)
    return "done"


async def failing() -> str:
    await asyncio.sleep(0)
    problem = "no query"
    raise BadQueryError(problem)


def attend(receive: Callable[[], Awaitable[Message]], work: Callable[[], Awaitable[str]]) -> str:
    async def working() -> str:
        return await work()

    async def run() -> str:
        scope = {"type": "http", "method": "GET", "headers": []}
        return await attended(Request(scope, receive), working())

    return asyncio.run(run())


def test_work_for_somebody_who_stays_is_done() -> None:
    assert attend(staying, short) == "done"


def test_work_for_somebody_who_hangs_up_is_stopped() -> None:
    record: list[str] = []

    async def endless() -> str:
        record.append("begun")
        try:
            never: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            return await never
        finally:
            record.append("stopped")

    with pytest.raises(ClientDisconnect):
        attend(gone, endless)
    assert record == ["begun", "stopped"]


def test_what_goes_wrong_is_told() -> None:
    with pytest.raises(BadQueryError):
        attend(staying, failing)
