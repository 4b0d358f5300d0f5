"""Asks an application without a socket, by any spelling of an address."""

import asyncio
from collections.abc import Awaitable, Mapping
from urllib.parse import unquote

import httpx
from starlette.types import ASGIApp, Message

__all__ = ["asked", "sent"]


def asked(
    application: ASGIApp,
    target: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    content: bytes = b"",
) -> httpx.Response:
    """Return what an application answers to a target which goes out as it is spelt."""
    path, _, query = target.partition("?")
    length = {"content-length": str(len(content))} if content else {}
    own = {name.lower(): value for name, value in (headers or {}).items()}
    named = {"host": "127.0.0.1"} | length | own
    scope = {
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }
    start, *parts = sent(application, scope, {"type": "http.request", "body": content})
    body = b"".join(part["body"] for part in parts)
    return httpx.Response(start["status"], headers=start["headers"], content=body)


def sent(application: ASGIApp, scope: Mapping[str, object], *messages: Message) -> list[Message]:
    """Return what an application sends to who sends some messages, and then nothing."""
    answer: list[Message] = []
    waiting = list(messages)

    async def receive() -> Message:
        if waiting:
            return waiting.pop(0)
        nothing: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        return await nothing

    async def send(message: Message) -> None:
        await asyncio.sleep(0)
        answer.append(message)

    whole = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "path": "/",
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1")],
        **scope,
    }
    asyncio.run(_run(application(whole, receive, send)))
    return answer


async def _run(answering: Awaitable[None]) -> None:
    await answering
