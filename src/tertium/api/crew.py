"""Many names linked by several processes, each of which opens the graph for itself."""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from concurrent.futures import Future

    from tertium.model.link import Linking, LinkQuery

__all__ = ["Crew", "Links", "answer", "start"]

_TOGETHER: Final = 200
"""So many names are handed over at once."""
_AHEAD: Final = 2
"""So many times more are handed over than are being linked."""


class Links(Protocol):
    """Whoever links names, in order."""

    def link_all(self, queries: Iterable[LinkQuery], *, limit: int) -> Iterator[Linking]:
        """Yield which entity is meant by each of many names."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Processes which open a graph each; `opening` is sent to them to do so."""

    opening: Callable[[], Links]
    processes: int
    limit: int

    def linked(self, queries: Iterable[LinkQuery]) -> Generator[Linking]:
        """Yield which entity is meant by each of many names, in order; they are read as needed."""
        rest = iter(queries)
        batches = iter(lambda: tuple(islice(rest, _TOGETHER)), ())
        spawn = get_context("spawn")  # a fork would share the open files of stores
        with ProcessPoolExecutor(
            self.processes, mp_context=spawn, initializer=start, initargs=(self.opening,)
        ) as pool:
            asked: deque[Future[tuple[Linking, ...]]] = deque()
            try:
                for batch in batches:
                    asked.append(pool.submit(answer, batch, self.limit))
                    if len(asked) >= _AHEAD * self.processes:
                        yield from asked.popleft().result()
                while asked:
                    yield from asked.popleft().result()
            finally:
                pool.shutdown(cancel_futures=True)


_OPENED: Final[dict[str, Links]] = {}
"""The graph of this process, if it is one of a crew."""


def start(opening: Callable[[], Links]) -> None:
    """Open the graph of a process; whoever interrupts means the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _OPENED["graph"] = opening()


def answer(queries: tuple[LinkQuery, ...], limit: int) -> tuple[Linking, ...]:
    """Return which entity is meant by each of some names."""
    return tuple(_OPENED["graph"].link_all(queries, limit=limit))
