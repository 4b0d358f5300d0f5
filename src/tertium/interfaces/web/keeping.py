"""Answers that are kept: whoever asks for the same again need not wait."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeAlias

from tertium.interfaces.web.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Keeper"]

_Headers: TypeAlias = "tuple[tuple[bytes, bytes], ...]"
_ROOM: Final = 32 << 20
_LARGEST: Final = 8 << 20
_LONGEST: Final = 4 << 10
_WORTH: Final = 1 << 10
"""Less than this is not packed."""
_LEVEL: Final = 6
_OVERHEAD: Final = 2 << 10
_TELLING: Final = (b"host", b"accept", b"accept-language")
"""The headers on which an answer may depend."""
_SENT_UNCHANGED: Final = {b"etag", b"cache-control", b"vary", b"content-location"}
_TAG: Final = re.compile(rb'(?:W/)?("[\x21\x23-\x7e]*")')
_PACKED: Final = re.compile(rb"(?:^|[\s,])gzip\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?)\s*)?(?:,|$)")
_OK: Final = 200
_REDIRECTIONS: Final = {301, 308}
_NOT_MODIFIED: Final = 304


class Keeper:
    """An application whose answers are kept if they say `Cache-Control: public`.

    They are kept for a state of the graph, and for all of a request on which they may depend. Each
    has a strong tag, the hash of its body; who has it already is told so. An answer which has a
    tag of its own is let through.
    """

    def __init__(self, application: ASGIApp, state: Callable[[], Hashable]) -> None:
        """Keep what an application answers in a state."""
        self._application = application
        self._state = state
        self._shelf: Shelf[_Kept] = Shelf(_ROOM)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        wish = _Wish.of(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if wish is None:
            await self._application(scope, receive, send)
            return
        key = (self._state(), wish.key)
        kept = self._shelf.get(key)
        if kept is None:
            collected = _Collected(send, packed=wish.packed)
            await self._application(scope, receive, collected.send)
            kept = collected.kept
            if kept is None:
                return
            self._shelf.put(key, kept, size=len(kept.body) + wish.size + _OVERHEAD)
        await kept.give(wish.tags, send)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What of a request decides on its answer; `tags` are of what the asker has."""

    key: Hashable
    size: int
    packed: bool
    tags: bytes

    @classmethod
    def of(cls, scope: Scope) -> _Wish | None:
        """Return what a request asks for, if that may be kept: some are too long to be repeated."""
        headers: dict[bytes, bytes] = dict(scope["headers"])
        telling = [headers.get(name, b"") for name in _TELLING]
        path: bytes | str = scope.get("raw_path") or scope["path"]
        size = len(path) + len(scope["query_string"]) + sum(map(len, telling))
        if size > _LONGEST or b"authorization" in headers or b"cookie" in headers:
            return None
        packed = _likes_packed(headers.get(b"accept-encoding", b""))
        key = (path, scope["query_string"], *telling, packed)
        return cls(key, size, packed, headers.get(b"if-none-match", b""))


@dataclass(frozen=True, slots=True)
class _Kept:
    """A whole answer."""

    status: int
    headers: _Headers
    body: bytes
    tag: bytes

    async def give(self, tags: bytes, send: Send) -> None:
        """Send the answer, or that it is the one which the asker has."""
        if tags and (tags.strip() == b"*" or self.tag in _TAG.findall(tags)):
            headers = [one for one in self.headers if one[0] in _SENT_UNCHANGED]
            start = {"type": "http.response.start", "status": _NOT_MODIFIED, "headers": headers}
            body = b""
        else:
            start = {
                "type": "http.response.start",
                "status": self.status,
                "headers": list(self.headers),
            }
            body = self.body
        await send(start)
        await send({"type": "http.response.body", "body": body})


@dataclass(slots=True)
class _Collected:
    """An answer as it comes: held back if it may be kept, let through if not."""

    out: Send
    packed: bool
    kept: _Kept | None = field(default=None, init=False)
    _start: Message | None = field(default=None, init=False)
    _parts: list[bytes] = field(default_factory=list, init=False)
    _size: int = field(default=0, init=False)

    async def send(self, message: Message) -> None:
        """Take a part of the answer."""
        if message["type"] == "http.response.start" and _may_be_kept(message):
            self._start = message
        elif self._start is None:
            await self.out(message)
        else:
            await self._take(self._start, message)

    async def _take(self, start: Message, message: Message) -> None:
        self._parts.append(message.get("body", b""))
        self._size += len(self._parts[-1])
        has_more = message.get("more_body", False)
        if has_more and self._size > _LARGEST:
            self._start = None
            await self.out(start)
            body = b"".join(self._parts)
            await self.out({"type": "http.response.body", "body": body, "more_body": True})
        elif not has_more:
            body = b"".join(self._parts)
            self.kept = _kept(start["status"], start["headers"], body, packed=self.packed)


def _kept(
    status: int, headers: Sequence[tuple[bytes, bytes]], body: bytes, *, packed: bool
) -> _Kept:
    told = {name: value for name, value in headers if name != b"content-length"}
    tag = sha256(body).hexdigest()[:32]
    if packed and len(body) >= _WORTH:
        body, tag = gzip.compress(body, _LEVEL, mtime=0), f"{tag}-gzip"
        told[b"content-encoding"] = b"gzip"
    told[b"vary"] = b", ".join(filter(None, (told.get(b"vary"), b"Accept-Encoding")))
    told[b"etag"] = f'"{tag}"'.encode()
    told[b"content-length"] = str(len(body)).encode()
    return _Kept(status, tuple(told.items()), body, told[b"etag"])


def _may_be_kept(start: Message) -> bool:
    headers: dict[bytes, bytes] = dict(start["headers"])
    if start["status"] != _OK and start["status"] not in _REDIRECTIONS:
        return False
    is_public = headers.get(b"cache-control", b"").startswith(b"public")
    return is_public and not headers.keys() & {b"etag", b"set-cookie", b"content-encoding"}


def _likes_packed(accepted: bytes) -> bool:
    """Return whether a body may come packed: it must be said, and not with quality 0."""
    found = _PACKED.search(accepted)
    return found is not None and not (found[1] and float(found[1]) == 0)
