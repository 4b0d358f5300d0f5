"""A process of its own which answers questions, one after the other, from a store directory.

Whatever a query does to the engine, it does it here: questions come on standard input, what is
said of their answers leaves on standard output, and the answers stand in a file in memory which
the server reads.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, TextIO

from tertium.errors import OverMemoryError
from tertium.workers.confining import Kernel, confine
from tertium.workers.question import Limits
from tertium.workers.telling import Begun, Failed, Told, heard, told
from tertium.workers.wire import packed, read_message

if TYPE_CHECKING:
    from tertium.workers.reader import Reader

__all__ = ["Process", "main", "serve"]


class Process(Protocol):
    """What of the module `sys` is used here."""

    argv: list[str]
    stdin: TextIO
    stdout: TextIO


def main(process: Process, kernel: Kernel) -> None:
    """Answer what is asked on standard input until it ends.

    The arguments are the store directory, the file descriptor for answers, and the limits.
    """
    _, directory, file, limits = process.argv
    allowed = Limits(**json.loads(limits))
    alone = confine(allowed.memory, kernel)
    from tertium.workers.reader import Reader  # with the engine, which may have threads

    with os.fdopen(int(file), "wb", buffering=0) as answers:
        _say(process.stdout.buffer, Begun(alone))
        serve(process, Reader(Path(directory), allowed), answers)


def serve(process: Process, reader: Reader, answers: IO[bytes]) -> None:
    """Answer each question by the store directory as it is then, until memory is used up."""
    reader.warm()
    message: Told = Begun(alone=False)
    while not _is_spent(message) and (text := read_message(process.stdin.buffer)) is not None:
        message, body = reader.answer(heard(text))
        answers.seek(0)
        answers.write(body)
        _say(process.stdout.buffer, message)


def _is_spent(message: Told) -> bool:
    return isinstance(message, Failed) and message.kind == OverMemoryError.__name__


def _say(out: IO[bytes], message: Told) -> None:
    out.write(packed(told(message)))
    out.flush()
