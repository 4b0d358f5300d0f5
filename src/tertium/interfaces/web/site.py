"""What all rooms of the site share: the settings, and the graph that they ask."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from starlette.concurrency import run_in_threadpool

from tertium.api import KnowledgeGraph, open_graph
from tertium.errors import ElsewhereError, SourceUnavailableError, TertiumError, TooBusyError
from tertium.interfaces.web.shelf import Shelf
from tertium.store.directory import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from tertium.api.endpoint import Endpoint
    from tertium.api.updating import Updates
    from tertium.interfaces.web.settings import Settings

__all__ = ["Site", "State"]

_T = TypeVar("_T")
State: TypeAlias = tuple[int, int, int]
"""What tells one state of a graph from the next: of its record, the number, time and size."""

_LOG: Final = logging.getLogger(__name__)
_GRAPH: Final = "the graph"
_CLOSED: Final = "it cannot be opened"
_UNCHANGING: Final = (0, 0, 0)
_WAITING: Final = 256
"""So many wait for the graph before others are sent away."""
_SOON: Final = 5.0
"""After so many seconds, whoever was sent away may ask again."""
_ROOM: Final = 32 << 20


@dataclass
class Site:
    """A graph as it is served: asked by one thread at a time, and opened again when it changes.

    `shelf` has the documents that were made of it, each in one of its states.
    """

    settings: Settings
    shelf: Shelf[bytes] = field(default_factory=lambda: Shelf(_ROOM), repr=False, compare=False)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)
    _asking: int = field(default=0, repr=False, compare=False)
    _opened: tuple[State, KnowledgeGraph] | None = field(default=None, repr=False, compare=False)

    @property
    def is_open(self) -> bool:
        """Whether the graph was opened."""
        return self._opened is not None

    def open(self) -> None:
        """Open the graph now, before anybody asks; raises what `open_graph` does."""
        self._opened = self.state, open_graph(*self.settings.sources)

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph of the pages, as it was when it was asked last."""
        if self._opened is None:
            with self._lock:
                return self._current()
        return self._opened[1]

    @property
    def served(self) -> State | None:
        """The state of the graph as it was asked last."""
        return self._opened and self._opened[0]

    @property
    def state(self) -> State:
        """The state in which the graph is now, be it opened or not; cheap to know.

        An update of a store directory replaces its record, at once and as a whole.
        """
        for source in self.settings.sources:
            try:
                record = (Path(source) / MANIFEST).stat()
            except OSError:
                continue
            return (record.st_ino, record.st_mtime_ns, record.st_size)
        return _UNCHANGING

    @cached_property
    def endpoint(self) -> Endpoint:
        """The store as strangers may query it; it is for one event loop, and to be closed.

        Raises:
            ElsewhereError: when the graph is that of an endpoint.

        """
        from tertium.api.endpoint import Endpoint

        if self.settings.elsewhere:
            raise ElsewhereError
        return Endpoint(self.settings.store, workers=self.settings.workers)

    @cached_property
    def updates(self) -> Updates:
        """What changes the store for whoever may do that; for one event loop."""
        from tertium.api.updating import Updates

        return Updates(self.settings.store)

    async def ask(self, work: Callable[[KnowledgeGraph], _T]) -> _T:
        """Return what some work on the graph gives; the server does other things meanwhile.

        Raises:
            SourceUnavailableError: when the graph cannot be opened.
            TooBusyError: when too many others wait.

        """

        def run() -> _T:
            with self._lock:
                return work(self._current())

        if self._asking >= _WAITING:
            raise TooBusyError(_SOON)
        self._asking += 1
        try:
            return await run_in_threadpool(run)
        finally:
            self._asking -= 1

    async def close(self) -> None:
        """End the processes which answer queries, if any were started."""
        if "endpoint" in self.__dict__:
            await self.endpoint.close()

    def _current(self) -> KnowledgeGraph:
        state = self.state
        if self._opened is None or self._opened[0] != state:
            self._opened = state, self._open()
        return self._opened[1]

    def _open(self) -> KnowledgeGraph:
        try:
            return open_graph(*self.settings.sources)
        except TertiumError as error:
            _LOG.exception("%s: %s", _GRAPH, _CLOSED)
            raise SourceUnavailableError(_GRAPH, _CLOSED) from error
