"""A process of its own which reads files that nobody vouches for.

Whatever a file does to its parser, it does it here, within a bound of memory: tasks come on
standard input, N-Quads leave on standard output, and what is told on standard error.
"""

import json
import resource
from collections.abc import Callable, Sequence
from typing import IO, Protocol, TextIO

import pyoxigraph as ox

from tertium.errors import BadFileError, LimitError, SourceUnavailableError
from tertium.store.loading.telling import Failed, Task, Told, failed, told
from tertium.store.loading.transcribing import quads_of

__all__ = ["Process", "main", "transcribe"]


class Process(Protocol):
    """What of the module `sys` is used here."""

    argv: list[str]
    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


def main(process: Process) -> int:
    """Read the files named on standard input, and return the exit code.

    The argument is how many bytes of memory may be used.
    """
    resource.setrlimit(resource.RLIMIT_AS, (int(process.argv[1]),) * 2)

    def tell(message: Told) -> None:
        process.stderr.write(told(message))
        process.stderr.flush()

    tasks = [Task(**fields) for fields in json.load(process.stdin)]
    return transcribe(tasks, process.stdout.buffer, tell)


def transcribe(tasks: Sequence[Task], out: IO[bytes], tell: Callable[[Told], None]) -> int:
    """Write the quads of all files as N-Quads, tell how it went and return the exit code."""
    try:
        ox.serialize(quads_of(tasks, tell), out, ox.RdfFormat.N_QUADS)
        out.flush()
    except (BadFileError, LimitError, SourceUnavailableError) as error:
        tell(failed(error))
        return error.exit_code
    except MemoryError:
        tell(Failed("LimitError", "", "it takes more memory than is allowed"))
        return LimitError.exit_code
    return 0
