"""A command as it is run: how long it takes, and how much memory with all that it starts."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "run"]

_EVERY = 0.05
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took.

    `cpu` are its seconds of processor time; `peak` is the largest sum of resident bytes of its
    processes at any one time, where pages that they share count in each of them.
    """

    seconds: float
    cpu: float
    peak: int


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, and look at its memory meanwhile.

    Raises:
        CalledProcessError: when it fails.

    """
    start, before = time.perf_counter(), os.times()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _resident(process.pid))
        time.sleep(_EVERY)
    taken, after = time.perf_counter() - start, os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    cpu = after.children_user + after.children_system
    return Run(taken, cpu - before.children_user - before.children_system, peak)


def _resident(root: int) -> int:
    """Return the resident bytes of a process and of all below it."""
    parents = {pid: parent for pid in _running() if (parent := _parent(pid)) is not None}
    family = {root}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(map(_bytes, family))


def _running() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _parent(pid: int) -> int | None:
    text = _read(pid, "stat")
    return int(text.rpartition(")")[2].split()[1]) if text else None


def _bytes(pid: int) -> int:
    text = _read(pid, "statm")
    return int(text.split()[1]) * _PAGE if text else 0


def _read(pid: int, name: str) -> str:
    """Return a file of a process, nothing when it has ended."""
    try:
        return Path(f"/proc/{pid}/{name}").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
