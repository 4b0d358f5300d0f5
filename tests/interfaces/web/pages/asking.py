"""The site asked without a network, and its pages taken apart."""

import asyncio
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from starlette.types import ASGIApp

__all__ = ["Walk", "asked", "walked"]

_VOID = frozenset({"meta", "link", "br", "img", "input", "hr", "wbr"})


def asked(application: ASGIApp, address: str, **headers: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(application)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get(
                address, headers={k.replace("_", "-"): headers[k] for k in headers}
            )

    return asyncio.run(ask())


@dataclass
class Walk(HTMLParser):
    """A page as it was walked: what tags it has, in order, and its text."""

    open: list[str] = field(default_factory=list)
    seen: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "script" not in self.open:
            self.text += data

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.seen if tag in tags]

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.seen if name in attrs]


def walked(text: str) -> Walk:
    walk = Walk()
    walk.feed(text)
    walk.close()
    assert walk.open == []
    return walk
