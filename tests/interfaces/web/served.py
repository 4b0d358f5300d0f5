"""A real `tertium serve` that runs as long as a block."""

import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

__all__ = ["Served", "children", "serving"]

_COMMAND = (sys.executable, "-m", "tertium", "serve", "--port", "0")


@dataclass
class Served:
    """A server that runs: where it is, and what it has written down so far."""

    address: str
    process: Popen[bytes]
    log: Path
    ended: list[int] = field(default_factory=list)

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Stop it and return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(30)


@contextmanager
def serving(*options: str, environment: Mapping[str, str] | None = None) -> Iterator[Served]:
    """Yield a server once it takes requests, with a folder of its own for what it makes."""
    with TemporaryDirectory() as place:
        log = Path(place) / "log"
        own = {"TMPDIR": place, "XDG_DATA_HOME": place}
        with (
            log.open("wb") as words,
            Popen(
                [*_COMMAND, *options],
                env={**os.environ, **own, **(environment or {})},
                stdout=PIPE,
                stderr=words,
            ) as process,
        ):
            assert process.stdout is not None
            try:
                line = process.stdout.readline().decode()
                assert line.startswith("Serving "), log.read_text(encoding="utf-8")
                yield Served(line.split(" on ")[-1].split()[0], process, log)
            finally:
                process.terminate()
                process.wait(30)


def children(process: int) -> tuple[int, ...]:
    """Return the processes that a process has started and that live."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    return tuple(map(int, listed.split()))
