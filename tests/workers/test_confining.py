import os
import resource
import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from tertium.workers.confining import Kernel, confine, end_with_parent
from tertium.workers.environment import environment


@dataclass
class Calls:
    allows: bool = True
    prctl: list[int] = field(default_factory=list)
    limits: dict[int, tuple[int, int]] = field(default_factory=dict)

    @property
    def kernel(self) -> Kernel:
        def prctl(what: int, *_: int) -> int:
            self.prctl.append(what)
            return 0

        return Kernel(
            prctl,
            lambda _: 0 if self.allows else -1,
            self.limits.__setitem__,
        )


@pytest.mark.parametrize("allows", [True, False])
def test_it_goes_on_without_a_network_of_its_own(*, allows: bool) -> None:
    calls = Calls(allows)
    assert confine(1 << 30, calls.kernel) is allows
    assert calls.prctl == [1, 38]
    assert calls.limits[resource.RLIMIT_AS] == (1 << 30, 1 << 30)
    assert calls.limits[resource.RLIMIT_CORE] == (0, 0)


def test_a_process_ends_with_that_which_began_it() -> None:
    calls = Calls(allows=True)
    assert end_with_parent(os.getppid(), calls.kernel)
    assert not end_with_parent(os.getpid(), calls.kernel)
    assert calls.prctl == [1, 1]


SCRIPT = """
import socket, resource
from tertium.workers.confining import Kernel, confine, end_with_parent
alone = confine(1 << 30, Kernel.here())
status = open("/proc/self/status").read()
with socket.socket() as one:
    reached = one.connect_ex(("127.0.0.1", {port}))
print(alone, "NoNewPrivs:\\t1" in status, resource.getrlimit(resource.RLIMIT_AS)[0], reached != 0)
"""


def test_the_kernel_of_this_machine_is_asked() -> None:
    assert Kernel.here().setrlimit is resource.setrlimit


def test_this_kernel_confines() -> None:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        script = SCRIPT.format(port=listener.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
    alone, *others = done.stdout.split()
    assert others == ["True", str(1 << 30), alone]
