"""What a process may no longer do once it reads what strangers write.

It has so much memory, writes no core, gets no more rights than it has, ends with its server, and
is in a network of its own, in which there is nobody else.
"""

import ctypes
import os
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Self

__all__ = ["Kernel", "confine", "end_with_parent"]

_FILES: Final = 1024
_ARGUMENTS: Final = (0, 0, 0)
_NO_NEW_RIGHTS: Final = 38
"""PR_SET_NO_NEW_PRIVS of <linux/prctl.h>."""
_END_WITH_PARENT: Final = 1
"""PR_SET_PDEATHSIG of <linux/prctl.h>."""
_OWN_USERS: Final = 0x10000000
"""CLONE_NEWUSER of <linux/sched.h>."""
_OWN_NETWORK: Final = 0x40000000
"""CLONE_NEWNET of <linux/sched.h>."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """What is asked of the kernel: `prctl(2)`, `unshare(2)` and `setrlimit(2)`."""

    prctl: Callable[..., int]
    unshare: Callable[[int], int]
    setrlimit: Callable[[int, tuple[int, int]], None]

    @classmethod
    def here(cls) -> Self:
        """Return that of this machine."""
        libc = ctypes.CDLL(None, use_errno=True)
        return cls(libc.prctl, libc.unshare, resource.setrlimit)


def end_with_parent(parent: int, kernel: Kernel) -> bool:
    """Let this process be killed when that which began it ends; return whether it still lives."""
    kernel.prctl(_END_WITH_PARENT, signal.SIGKILL, *_ARGUMENTS)
    return os.getppid() == parent


def confine(memory: int, kernel: Kernel) -> bool:
    """Confine this process, for good; return whether it is in a network of its own.

    To be called while it has one thread. Not every kernel allows everybody a network.
    """
    kernel.prctl(_END_WITH_PARENT, signal.SIGKILL, *_ARGUMENTS)
    alone = kernel.unshare(_OWN_USERS | _OWN_NETWORK) == 0
    kernel.prctl(_NO_NEW_RIGHTS, 1, *_ARGUMENTS)
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _FILES),
    ):
        kernel.setrlimit(what, (most, most))
    return alone
