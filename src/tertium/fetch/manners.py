"""How servers are asked: how long, how often, how much; and waiting as they ask."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import mktime_tz, parsedate_tz
from typing import Protocol

__all__ = ["Clock", "Headers", "Manners", "wait_asked"]


class Headers(Protocol):
    """The headers of an answer, whichever library read them."""

    def get(self, name: str, failobj: str, /) -> str:
        """Return a header, or something else where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Clock:
    """What tells the time, in seconds from whenever, and what lets it pass.

    `wall` tells it in seconds since 1970, for what is written down.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    wall: Callable[[], float] = time.time


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What is asked of a server at most."""

    seconds: float = 60
    """After how many seconds, all in all, an answer is given up."""
    size: int = 64 * 2**20
    """How many bytes an answer may have when it is unpacked."""
    redirections: int = 3
    """How often an answer may lead on to another address."""
    attempts: int = 4
    """How often a busy server is asked, all in all."""
    backoff: float = 1
    """Seconds to wait for a busy server which does not say how long; doubled each time."""
    longest_wait: float = 60
    """The most seconds to wait for a busy server; when it wants more, that is an error."""
    outside: bool = False
    """Whether nothing in our own network is asked, not even where the user names it."""
    busy: tuple[int, ...] = (429, 502, 503, 504)
    """The statuses which mean that it is busy and may be asked again."""


def wait_asked(headers: Headers) -> float | None:
    """Return for how many seconds a busy server wants to be left alone, if it says so.

    `Retry-After` is a number or a date (RFC 9110, 10.2.3); a date is counted from that of the
    answer, so that it does not matter when one of both clocks is wrong.
    """
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdecimal():
        return float(text)
    until, now = _moment(text), _moment(headers.get("Date", ""))
    return None if until is None or now is None else max(0.0, until - now)


def _moment(text: str) -> float | None:
    parsed = parsedate_tz(text)
    try:
        return None if parsed is None else mktime_tz(parsed)
    except (OverflowError, ValueError):
        return None
