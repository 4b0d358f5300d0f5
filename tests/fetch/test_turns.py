import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from tertium.errors import BusyError, SourceUnavailableError
from tertium.fetch.manners import Manners
from tertium.fetch.turns import Turns
from tests.fetch.serving import FakeTime

URL = "https://example.org/"
HOLD = """
import sys
from pathlib import Path
from tertium.fetch.manners import Clock, Manners
from tertium.fetch.turns import Turns

with Turns(Path(sys.argv[1]), manners=Manners(), clock=Clock()).turn("https://example.org/"):
    print("taken", flush=True)
    sys.stdin.read()
"""


def turns(folder: Path, time: FakeTime) -> Turns:
    return Turns(folder, manners=Manners(), clock=time.clock)


def be_busy(waiting: Turns, wait: float | None = None) -> None:
    with pytest.raises(BusyError), waiting.turn(URL):
        raise BusyError(URL, "busy", wait)


def take(waiting: Turns) -> None:
    with waiting.turn(URL):
        pass


def test_without_a_word_one_waits_twice_as_long_each_time(tmp_path: Path) -> None:
    time = FakeTime()
    waiting = turns(tmp_path, time)
    for _ in range(8):
        be_busy(waiting)
    assert time.naps == [1, 2, 4, 8, 16, 32, 60]


def test_an_answer_makes_one_forget(tmp_path: Path) -> None:
    time = FakeTime()
    waiting = turns(tmp_path, time)
    be_busy(waiting)
    be_busy(waiting)
    take(waiting)
    be_busy(waiting)
    take(waiting)
    assert time.naps == [1, 2, 1]


def test_what_a_server_asked_for_is_known_to_whoever_asks_next(tmp_path: Path) -> None:
    time = FakeTime()
    be_busy(turns(tmp_path, time), 30)
    time.passed += 10
    take(turns(tmp_path, time))
    assert time.naps == [20]


@pytest.mark.parametrize(("wait", "said"), [(600, "600 s"), (1e9, "86400 s")])
def test_a_server_that_wants_rest_for_long_is_not_asked(
    tmp_path: Path, wait: float, said: str
) -> None:
    time = FakeTime()
    be_busy(turns(tmp_path, time), wait)
    with pytest.raises(SourceUnavailableError, match=f"left alone for {said}"):
        take(turns(tmp_path, time))
    assert not time.naps


def test_a_clock_that_was_set_back_keeps_nobody_waiting(tmp_path: Path) -> None:
    time = FakeTime(passed=1e9)
    be_busy(turns(tmp_path, time), 30)
    time.passed = 0
    take(turns(tmp_path, time))
    assert not time.naps


@pytest.mark.parametrize("note", [b"", b"soon", b"1 2 3", b"\xff\xfe 1"])
def test_a_damaged_note_says_nothing(tmp_path: Path, note: bytes) -> None:
    time = FakeTime()
    waiting = turns(tmp_path, time)
    (tmp_path / "hosts" / "example.org").write_bytes(note)
    take(waiting)
    assert not time.naps


def test_other_servers_need_not_be_waited_for(tmp_path: Path) -> None:
    waiting = turns(tmp_path, FakeTime())
    with waiting.turn(URL), waiting.turn("https://example.com/"):
        assert len([*(tmp_path / "hosts").iterdir()]) == 2


def test_processes_wait_for_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == b"taken\n"
        taken = Event()
        waiting = turns(tmp_path, FakeTime())

        def wait() -> None:
            take(waiting)
            taken.set()

        thread = Thread(target=wait)
        thread.start()
        assert not taken.wait(0.05)
        other.stdin.close()
        thread.join()
        assert taken.is_set()
