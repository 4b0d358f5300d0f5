"""The loading process's end of the pipe: N-Quads out of files read by another process."""

import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from subprocess import Popen
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final

from tertium.errors import LimitError
from tertium.store.loading.telling import Begun, Failed, FileRead, Task, Told, heard

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["MEMORY", "Piped"]

MEMORY: Final = 3 << 29
"""How many bytes of address space the reading process may take: 1.5 GiB."""

_WORKER: Final = "import sys; from tertium.store.loading.worker import main; sys.exit(main(sys))"


class Piped(io.RawIOBase):
    """The quads of files as a stream of N-Quads, read in a process of its own.

    Reading it raises what went wrong there, so that a bulk load of it fails as a whole: a bad
    file, a file that cannot be read, or one that is refused. Closing it ends the process.
    """

    def __init__(
        self,
        tasks: Sequence[Task],
        progressed: Callable[[int], None],
        *,
        memory: int = MEMORY,
    ) -> None:
        """Start to read files; `progressed` is told how many bytes of them were read."""
        self._progressed = progressed
        self._heard = 0
        self._current = self._last_words = ""
        self._failure: Failed | None = None
        self._files = list[FileRead]()
        with ExitStack() as files:
            self._words = files.enter_context(TemporaryFile())
            mine, its = os.pipe()
            self._quads = files.enter_context(os.fdopen(mine, "rb", buffering=0))
            with os.fdopen(its, "wb") as out:
                self._process = _started(tasks, memory, out=out, words=self._words)
            self._open = files.pop_all()

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill a buffer with what there is of the next quads."""
        into = memoryview(buffer)
        data = self._quads.read(len(into))
        into[: len(data)] = data
        if not data:
            self._end()
        self._listen()
        return len(data)

    def close(self) -> None:
        """End the process, whether it is done or not."""
        if not self.closed:
            self._process.kill()
            self._process.wait()
            self._open.close()
        super().close()

    @property
    def files(self) -> tuple[FileRead, ...]:
        """What was told of the files that are read."""
        return tuple(self._files)

    def _end(self) -> None:
        code = self._process.wait()
        self._listen()
        if self._failure:
            raise self._failure.error()
        if code:
            problem = f"its reader did not survive it ({code}: {self._last_words})"
            raise LimitError(self._current, problem)

    def _listen(self) -> None:
        text = os.pread(self._words.fileno(), 1 << 24, self._heard)
        lines = text[: text.rfind(b"\n") + 1]
        self._heard += len(lines)
        for line in lines.splitlines():
            message = heard(line)
            if message is None:
                self._last_words = line.decode(errors="replace")
            else:
                self._take(message)

    def _take(self, message: Told) -> None:
        match message:
            case Begun(name):
                self._current = name
            case FileRead():
                self._files.append(message)
            case Failed():
                self._failure = replace(message, source=message.source or self._current)
            case _:
                self._progressed(message.count)


def _started(
    tasks: Sequence[Task], memory: int, *, out: IO[bytes], words: IO[bytes]
) -> Popen[bytes]:
    with TemporaryFile() as names:
        names.write(json.dumps([asdict(task) for task in tasks]).encode())
        names.seek(0)
        command = [sys.executable, "-P", "-c", _WORKER, str(memory)]
        return Popen(command, stdin=names, stdout=out, stderr=words)
