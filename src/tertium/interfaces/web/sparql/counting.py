"""What the graph holds, counted once for each state of it, beside all other work."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tertium.api.holdings import holdings_of

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from tertium.api.holdings import Holdings
    from tertium.interfaces.web.site import Site, State

__all__ = ["Counter"]

_PATIENCE: Final = 3.0
"""For so many seconds after the counting has begun, requests wait for it."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """What is being counted, or was: of which state, and until when requests wait for it."""

    state: State
    future: Future[Holdings]
    until: float


@dataclass(slots=True)
class Counter:
    """Counts what the graph holds when it is first asked, and after each change.

    Only one counting runs at a time: whatever changes meanwhile is counted after it.
    """

    site: Site
    _counting: _Counted | None = None

    async def holdings(self) -> Holdings | None:
        """Return what the graph holds now; nothing as long as it is not counted.

        Raises:
            BadStoreError: when the store is damaged or of another version.
            StaleStatisticsError: when its statistics are of another version.

        """
        state, now = self.site.state, asyncio.get_running_loop().time()
        counted = self._counting
        if counted is None or (counted.state != state and counted.future.done()):
            begun = _begun(self.site.settings.store)
            counted = self._counting = _Counted(state, begun, now + _PATIENCE)
        waiting = asyncio.wrap_future(counted.future)
        await asyncio.wait([waiting], timeout=max(0.0, counted.until - now))
        is_known = counted.state == state and counted.future.done()
        return counted.future.result() if is_known else None


def _begun(directory: Path) -> Future[Holdings]:
    """Start to count, in a thread which ends when that is done."""
    executor = ThreadPoolExecutor(1, thread_name_prefix="counting")
    counting = executor.submit(holdings_of, directory)
    executor.shutdown(wait=False)
    return counting
