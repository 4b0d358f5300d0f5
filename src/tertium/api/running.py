"""Runs a program of the user's on some lines, and bears whatever it does."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import IO, Final

from tertium.errors import BadCommandError

__all__ = ["Run", "run_program"]

_MOST: Final = 10_000_000
_PAUSE: Final = 0.02


@dataclass(frozen=True, slots=True)
class Run:
    """What a program wrote, and what was wrong with it, if anything."""

    output: str
    trouble: str = ""


def run_program(command: str, text: str, *, seconds: float) -> Run:
    """Return what a program writes when it reads a text; it is stopped when it goes on too long.

    The command is split as a shell would split it; no shell is run. What the program writes to
    standard error is dropped, and so is what exceeds ten million bytes.

    Raises:
        BadCommandError: when there is no such program.

    """
    words = _words(command)
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as written:
        given.write(text.encode("utf-8"))
        given.seek(0)
        try:
            program = subprocess.Popen(
                words, stdin=given, stdout=written, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            raise BadCommandError(command, error.strerror or str(error)) from error
        try:
            trouble = _wait(program, written, until=time.monotonic() + seconds)
        finally:
            program.kill()
            program.wait()
        written.seek(0)
        return Run(written.read(_MOST).decode("utf-8", errors="replace"), trouble)


def _words(command: str) -> list[str]:
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise BadCommandError(command, str(error)) from error
    if not words:
        raise BadCommandError(command, "it is empty")
    return words


def _wait(program: subprocess.Popen[bytes], written: IO[bytes], *, until: float) -> str:
    """Return what is wrong with a program, when it has ended or must."""
    while program.poll() is None:
        if time.monotonic() > until:
            return "the program took too long"
        if written.seek(0, 2) > _MOST:
            return "the program wrote too much"
        time.sleep(_PAUSE)
    return f"the program ended with code {program.returncode}" if program.returncode else ""
