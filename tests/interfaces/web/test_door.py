import asyncio
import logging
from collections.abc import Awaitable, Callable

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from tertium.errors import BadStoreError, SourceUnavailableError
from tertium.interfaces.web.door import Door

ASKED = "whom I ask about"


def failing(error: Exception) -> Callable[[Request], Awaitable[Response]]:
    async def handler(_: Request) -> Response:
        await asyncio.sleep(0)
        raise error

    return handler


def answer(error: Exception) -> httpx.Response:
    async def ask() -> httpx.Response:
        application = Starlette(routes=[Route("/", Door({"GET": failing(error)}))])
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get("/", params={"q": ASKED})

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (KeyError(ASKED), 500),
        (RecursionError(ASKED), 500),
        (MemoryError(ASKED), 500),
        (BadStoreError("/srv/graph", ASKED), 500),
        (SourceUnavailableError("/srv/graph", ASKED), 503),
    ],
)
def test_whatever_fails_is_a_problem_document_without_the_words_of_the_error(
    error: Exception, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "tertium"):
        response = answer(error)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.json()["status"] == status
    assert ASKED not in response.text + caplog.text
    assert "/srv" not in response.text


def test_a_fault_of_ours_is_logged_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    answer(KeyError(ASKED))
    (record,) = [one for one in caplog.records if one.name.startswith("tertium")]
    assert record.levelno == logging.ERROR
    assert "KeyError" in record.getMessage()
    assert "test_door.py" in record.getMessage()


def test_who_hangs_up_is_not_answered() -> None:
    sent: list[Message] = []

    async def read(request: Request) -> Response:
        return Response(await request.body())

    async def gone() -> Message:
        await asyncio.sleep(0)
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": []}
    asyncio.run(Door({"POST": read})(scope, gone, send))
    assert sent == []
