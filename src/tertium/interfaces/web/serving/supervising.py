"""The process which watches over those that serve: starts them, replaces them, stops them."""

from __future__ import annotations

import logging
import os
import select
import signal
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from subprocess import DEVNULL, Popen, TimeoutExpired
from threading import Event
from typing import TYPE_CHECKING, Final

from tertium.interfaces.web.serving.orders import GRACE

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tertium.interfaces.web.serving.orders import Orders

__all__ = ["Supervisor"]

_PROCESS: Final = (
    "import sys; from tertium.interfaces.web.serving.process import main; "
    "sys.exit(main(sys.argv[1:]))"
)
_STOPPING: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_TICK: Final = 0.1
_PAUSE: Final = 2.0
"""A process that ends within so many seconds is replaced when they are over."""

_LATE: Final = 3.0
"""So many seconds after its grace, a process is killed."""

_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Process:
    """A process which serves or will, and the pipe by which it says that it does."""

    process: Popen[bytes]
    ready: int
    begun: float = field(default_factory=time.monotonic)

    def stop(self) -> None:
        """Ask it to stop; it may end what it has begun."""
        self.process.terminate()

    def ended(self) -> None:
        """Wait until it has ended, but not for ever."""
        try:
            self.process.wait(GRACE + _LATE)
        except TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.ready)


@dataclass
class Supervisor:
    """A number of processes which serve at one socket, until this one is told to stop.

    When this process is killed they stop too, and remove the temporary folder if there is one.
    """

    orders: Orders
    listener: socket.socket
    count: int = 1
    temporary: Path | None = None
    _stopped: Event = field(default_factory=Event, repr=False)

    def run(self, ready: Callable[[], None]) -> int:
        """Serve until told to stop, and return the exit code; `ready` is called once we serve.

        What keeps the first process from serving, it says itself; its exit code is ours then.
        """
        watched, held = os.pipe()
        with self._signals(), os.fdopen(watched), os.fdopen(held, "wb"):
            serving = [first := self._start(watched)]
            try:
                if not self._serves(first):
                    return 0 if self._stopped.is_set() else first.process.wait() or 1
                ready()
                serving += [self._start(watched) for _ in range(1, self.count)]
                while not self._stopped.wait(_TICK):
                    serving = [self._replaced(one, watched) for one in serving]
            finally:
                _stop(serving)
        return 0

    def _start(self, watched: int) -> _Process:
        ready, says = os.pipe()
        given = (self.listener.fileno(), says, watched)
        folder = [str(self.temporary)] if self.temporary else []
        with os.fdopen(says):
            process = Popen(
                [sys.executable, "-P", "-c", _PROCESS, *map(str, given), *folder],
                env={**os.environ, **self.orders.environment()},
                stdin=DEVNULL,
                pass_fds=given,
                start_new_session=True,  # an interrupt at the terminal is for us to pass on
            )
        return _Process(process, ready)

    def _serves(self, one: _Process) -> bool:
        """Wait until a process takes requests, and return whether it does."""
        while not self._stopped.is_set():
            if select.select([one.ready], [], [], _TICK)[0]:
                return bool(os.read(one.ready, 1))
        return False

    def _replaced(self, one: _Process, watched: int) -> _Process:
        """Return a process, or another one if it has ended; one that fails at once must wait."""
        code = one.process.poll()
        if code is None or time.monotonic() < one.begun + _PAUSE:
            return one
        _LOG.error("a serving process ended with %s and is replaced", code)
        one.ended()
        return self._start(watched)

    @contextmanager
    def _signals(self) -> Iterator[None]:
        """Note that we are to stop, rather than end at once."""
        before = {one: signal.signal(one, lambda *_: self._stopped.set()) for one in _STOPPING}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _stop(serving: Sequence[_Process]) -> None:
    for one in serving:
        one.stop()
    for one in serving:
        one.ended()
