"""How a process of ours is started: which module, and what it is told of its surroundings."""

import os
import signal
import sys
from typing import Final

__all__ = ["OUT_OF_MEMORY", "command", "environment"]

_START: Final = (
    "import sys; from tertium.workers.confining import Kernel; "
    "from tertium.workers.{} import main; main(sys, Kernel.here())"
)

OUT_OF_MEMORY: Final = (-signal.SIGABRT, -signal.SIGKILL)
"""How a process ends that gets no more memory: by its own hand, or by the kernel's."""


def command(module: str, *arguments: str) -> tuple[str, ...]:
    """Return what starts a module of this room; what lies in the working folder is not run."""
    return (sys.executable, "-P", "-c", _START.format(module), *arguments)


def environment() -> dict[str, str]:
    """Return what a process is told of its surroundings: where its code is, and nothing secret.

    Each arena of the C library reserves 64 MiB of address space, which is bounded.
    """
    return {
        "MALLOC_ARENA_MAX": "2",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
