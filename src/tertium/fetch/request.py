"""What is asked of a server, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from tertium.fetch.body import check_json

__all__ = ["JSON", "Fetched", "Request"]

JSON: Final = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A question to a server: where, by which method, with which body; which types will do.

    `check` raises BadDataError when the body of an answer is not what it should be, BusyError
    when it says that the server has no time.
    """

    url: str
    method: str = "GET"
    body: bytes = b""
    kind: str = ""
    """The type of the body."""
    accept: tuple[str, ...] = (JSON,)
    tolerated: tuple[str, ...] = ()
    """Types which will do as well, though they are not asked for."""
    check: Callable[[bytes], None] = check_json
    led: bool = False
    """Whether a server has led here; then it may not be in our own network."""

    @property
    def key(self) -> str:
        """What answers are kept under: the same question has the same key."""
        parts = (self.method, self.url, ", ".join(self.accept), self.kind)
        digest = sha256(self.body).hexdigest()
        return sha256("\n".join((*parts, digest)).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A whole and right answer: its body, its type, when it came (in UTC), and from where.

    `place` is the address which answered in the end, `cached` says whether it was kept from
    another time.
    """

    body: bytes
    kind: str
    retrieved: str
    place: str
    cached: bool = False
