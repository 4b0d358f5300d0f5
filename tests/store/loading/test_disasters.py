"""Loads that are killed, and disks that are full."""

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tertium.store.directory import MANIFEST, check, open_directory
from tertium.store.loading import Phase, load_into
from tertium.store.protocol import ask
from tests.store.loading.files import TRIPLE, task

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits of Linux")

LINE = "<urn:{}> <urn:p> <urn:o> .\n"
KILLED = """
import os, signal, sys
from pathlib import Path
from tertium.store.loading import Phase, Task, load_into

def progress(phase, done, total):
    if phase is Phase[sys.argv[3]]:
        os.kill(os.getpid(), signal.SIGKILL)

load_into(Path(sys.argv[1]), [Task("b.nt", sys.argv[2])], progress=progress)
"""
FULL = """
import resource, sys
from pathlib import Path
from tertium.errors import UnwritableError
from tertium.store.loading import Task, load_into

resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, 1 << 16))
try:
    load_into(Path(sys.argv[1]), [Task("b.nt", sys.argv[2])])
except UnwritableError as error:
    print(error)
    sys.exit(2)
"""


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("phase", Phase)
def test_a_killed_load_leaves_the_store_as_it_was(phase: Phase, tmp_path: Path) -> None:
    wd, a, b = tmp_path / "wd", task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.nt", LINE)
    load_into(wd, [a])
    before = (wd / MANIFEST).read_bytes()
    Path(b.path).write_text("".join(LINE.format(number) for number in range(50_000)))
    assert run(KILLED, str(wd), b.path, phase.name).returncode == -signal.SIGKILL
    assert (wd / MANIFEST).read_bytes() == before
    assert ask(open_directory(wd).store, f"ASK {{ {TRIPLE} }}")
    assert [one.subject for one in check(wd) if one.problem] == ["leftovers"]
    assert load_into(wd, [b]).added == 50_000
    assert not any(one.problem for one in check(wd))


def test_a_killed_first_load_is_no_obstacle(tmp_path: Path) -> None:
    wd, a = tmp_path / "wd", task(tmp_path, "a.nt", TRIPLE)
    assert run(KILLED, str(wd), a.path, "DERIVING").returncode == -signal.SIGKILL
    assert not (wd / MANIFEST).exists()
    assert load_into(wd, [a]).added == 1


def test_a_full_disk_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    wd, a, b = tmp_path / "wd", task(tmp_path, "a.nt", TRIPLE), task(tmp_path, "b.nt", LINE)
    load_into(wd, [a])
    before = (wd / MANIFEST).read_bytes()
    Path(b.path).write_text("".join(LINE.format(number) for number in range(50_000)))
    outcome = run(FULL, str(wd), b.path)
    assert (outcome.returncode, outcome.stderr) == (2, "")
    assert outcome.stdout.startswith(f"cannot write {wd}: ")
    assert (wd / MANIFEST).read_bytes() == before
    assert not any(one.problem for one in check(wd))
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1 << 16
