"""One request at a time, and waiting as an endpoint asks."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from tertium.errors import SourceUnavailableError
from tertium.fetch.manners import Clock, wait_asked
from tertium.store.profile import Profile

__all__ = ["Busy", "Clock", "Turns", "wait_asked"]


@dataclass(frozen=True, slots=True)
class Busy:
    """What came instead of an answer, and for how many seconds not to ask, if that is said."""

    problem: str
    wait: float | None = None


class Turns:
    """Takes requests to an endpoint in turn, with the manners that its profile asks for."""

    def __init__(self, url: str, *, profile: Profile, clock: Clock) -> None:
        """Keep whose turns they are, and the manners; the first request need not wait."""
        self._url = url
        self._profile = profile
        self._clock = clock
        self._lock = Lock()
        self._ready = clock.now()

    def take(self, request: Callable[[], bytes | Busy]) -> bytes:
        """Return what a request answers, asking again while the endpoint is busy.

        Raises:
            SourceUnavailableError: when it is busy too often, or wants to be left alone for too
                long; for as long, further requests are not sent either.

        """
        with self._lock:
            answer = self._once(request)
            for repeated in range(self._profile.retries):
                if not isinstance(answer, Busy):
                    return answer
                backoff = self._profile.backoff * 2**repeated
                self._rest(backoff if answer.wait is None else answer.wait)
                answer = self._once(request)
            if isinstance(answer, Busy):
                self._rest(answer.wait or 0)
                raise SourceUnavailableError(self._url, answer.problem)
            return answer

    def _once(self, request: Callable[[], bytes | Busy]) -> bytes | Busy:
        wait = self._ready - self._clock.now()
        if wait > self._profile.longest_wait:
            raise SourceUnavailableError(self._url, f"it asks to be left alone for {wait:.0f} s")
        if wait > 0:
            self._clock.sleep(wait)
        try:
            return request()
        finally:
            self._rest(self._profile.pause)

    def _rest(self, seconds: float) -> None:
        self._ready = max(self._ready, self._clock.now() + seconds)
