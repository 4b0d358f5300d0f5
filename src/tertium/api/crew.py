"""Work done by several processes, each of which opens the graph for itself."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from tertium.errors import LimitError, TertiumError
from tertium.workers.confining import Kernel, end_with_parent

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

__all__ = ["Crew", "Died", "serve"]

_Job = TypeVar("_Job")
_Answer = TypeVar("_Answer")

_WHAT: Final = "the work of several processes"
_AHEAD: Final = 4
"""So many jobs for each process are handed out before the first of them is answered."""


@dataclass(frozen=True, slots=True)
class Died:
    """What a process leaves that ended during its job: its exit code, -9 if it was killed."""

    code: int | None


@dataclass(frozen=True, slots=True)
class _Begun:
    """What a process tells when it has opened the graph."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """An error of ours in another process; most cannot be sent as they are."""

    kind: type[TertiumError]
    message: str

    def error(self) -> TertiumError:
        found = self.kind.__new__(self.kind)
        found.args = (self.message,)
        return found


@dataclass(frozen=True, kw_only=True)
class Crew(Generic[_Job, _Answer]):
    """Processes that work; `opening` is sent to each and returns there what answers jobs."""

    opening: Callable[[], Callable[[_Job], _Answer]]
    processes: int

    def answers(self, jobs: Iterable[_Job]) -> Generator[tuple[_Job, _Answer | Died]]:
        """Yield each job with its answer, in order; jobs are read as they are needed.

        Of a process that dies it is said instead of an answer, and another takes its place. Who
        closes the generator ends all processes at once.

        Raises:
            LimitError: when a process ends before it has opened the graph.
            TertiumError: what a process could not do.

        """
        shift = _Shift[_Job, _Answer](self.opening, enumerate(jobs), self.processes)
        turn = 0
        try:
            while shift.hand_out(turn):
                shift.collect()
                while turn in shift.done:
                    yield shift.done.pop(turn)
                    turn += 1
        finally:
            for member in shift.members:
                member.end()


@dataclass(slots=True)
class _Member(Generic[_Job, _Answer]):
    """A process, our end of the line to it, and what it has to do."""

    process: BaseProcess
    line: Connection[_Job, _Answer | _Trouble | _Begun]
    duty: list[tuple[int, _Job]] = field(default_factory=list)
    begun: bool = False

    def give(self, task: tuple[int, _Job]) -> None:
        self.duty.append(task)
        try:
            self.line.send(task[1])
        except OSError:  # it died since; who listens will learn it
            return

    def heard(self) -> _Answer | _Trouble | _Begun | Died:
        try:
            return self.line.recv()
        except (EOFError, OSError):
            self.process.join()
        if not self.begun:
            problem = f"its processes end as they begin (exit code {self.process.exitcode})"
            raise LimitError(_WHAT, problem)
        return Died(self.process.exitcode)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.process.close()
        self.line.close()


@dataclass(slots=True)
class _Shift(Generic[_Job, _Answer]):
    """A crew at work: who is there, what is still to be done, and what is done ahead of turn."""

    opening: Callable[[], Callable[[_Job], _Answer]]
    jobs: Iterator[tuple[int, _Job]]
    processes: int
    members: list[_Member[_Job, _Answer]] = field(default_factory=list)
    done: dict[int, tuple[_Job, _Answer | Died]] = field(default_factory=dict)
    given: int = 0

    def hand_out(self, turn: int) -> bool:
        """Give everybody something to do; return whether anybody has."""
        while self.given < turn + _AHEAD * self.processes:
            idle = next((member for member in self.members if not member.duty), None)
            if idle is None and len(self.members) == self.processes:
                break
            task = next(self.jobs, None)
            if task is None:
                break
            (idle or self._started()).give(task)
            self.given += 1
        return any(member.duty for member in self.members)

    def collect(self) -> None:
        """Wait for somebody, and take what is said."""
        lines = {member.line: member for member in self.members if member.duty}
        for line in wait(list(lines)):
            member = next(one for one in lines.values() if one.line is line)
            self._take(member)

    def _take(self, member: _Member[_Job, _Answer]) -> None:
        said = member.heard()
        if isinstance(said, _Trouble):
            raise said.error()
        if isinstance(said, _Begun):
            member.begun = True
            return
        if isinstance(said, Died):
            self.members.remove(member)
            member.end()
        number, job = member.duty.pop()
        self.done[number] = job, said

    def _started(self) -> _Member[_Job, _Answer]:
        spawn = get_context("spawn")  # a fork would share the open files of stores
        ours, its = spawn.Pipe()
        process = spawn.Process(target=serve, args=(self.opening, its, os.getpid()), daemon=True)
        with _uninterrupted():
            process.start()
        its.close()
        self.members.append(_Member(process, ours))
        return self.members[-1]


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let no interruption reach a process that begins meanwhile, not even before it is ours."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(
    opening: Callable[[], Callable[[_Job], _Answer]],
    line: Connection[_Answer | _Trouble | _Begun, _Job],
    parent: int,
) -> None:
    """Answer jobs until nobody asks; whoever interrupts means the process that asks.

    When that is killed, this process is as well.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if not end_with_parent(parent, Kernel.here()):
        return
    try:
        work = opening()
        line.send(_Begun())
        while True:
            line.send(work(line.recv()))
    except TertiumError as error:
        with suppress(OSError):  # nobody may be there to hear it
            line.send(_Trouble(type(error), str(error)))
    except (EOFError, OSError):
        return
