import sqlite3
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from tertium.errors import BadStoreError, NotKeptError, TooManyReportsError, UnknownReportError
from tertium.model.report import ReportState
from tertium.store.reports import ReportBook
from tertium.store.reports.senders import OF_ALL, OF_ONE
from tests.store.reports.builders import ABOUT, complaint

HOUR = 3600.0
NOON = 1_700_000_000.0 // (24 * HOUR) * 24 * HOUR + 12 * HOUR


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "reports.sqlite"


class Clock:
    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


def raw(file: Path, question: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as book:
        return book.execute(question).fetchall()


def test_what_is_told_is_kept_as_it_is(file: Path) -> None:
    told = complaint("Naïve ☃ \u202e; DROP TABLE report", source="https://a.example", contact="me")
    kept = ReportBook(file, clock=Clock()).keep(told, "192.0.2.1")
    assert kept.complaint == told
    assert (kept.created, kept.times, kept.state) == (
        "2023-11-14T12:00:00+00:00",
        1,
        ReportState.OPEN,
    )
    book = ReportBook(file)
    assert book.reports() == (kept,)
    assert book.find(kept.identifier) == kept


def test_identifiers_cannot_be_guessed(file: Path) -> None:
    book = ReportBook(file)
    names = {book.keep(complaint(str(n)), str(n)).identifier for n in range(5)}
    assert len(names) == 5
    assert all(len(name) == 14 and name.count("-") == 2 for name in names)


def test_what_is_told_again_is_counted(file: Path) -> None:
    book = ReportBook(file)
    first = book.keep(complaint(), "a")
    again = book.keep(complaint(about=replace(ABOUT, page="/entity/one")), "b")
    assert (again.identifier, again.times) == (first.identifier, 2)
    book.keep(complaint(about=replace(ABOUT, version="next")), "c")
    assert [one.times for one in book.reports()] == [2, 1]


def test_decisions_are_kept_with_their_time(file: Path) -> None:
    clock = Clock()
    book = ReportBook(file, clock=clock)
    one, two = (book.keep(complaint(text), "a") for text in "xy")
    clock.now += HOUR
    done = book.decide(one.identifier, ReportState.ACCEPTED, "so it is")
    assert (done.note, done.decided) == ("so it is", "2023-11-14T13:00:00+00:00")
    assert book.reports(ReportState.OPEN) == (two,)
    assert book.reports(ReportState.ACCEPTED) == (done,)


def test_what_was_never_reported_is_not_found(file: Path) -> None:
    book = ReportBook(file)
    with pytest.raises(UnknownReportError, match="none-such"):
        book.find("none-such")
    with pytest.raises(UnknownReportError):
        book.decide("none-such", ReportState.REJECTED)


def test_one_sender_may_send_so_many_in_an_hour(file: Path) -> None:
    clock = Clock()
    book = ReportBook(file, clock=clock)
    for number in range(OF_ONE):
        book.keep(complaint(str(number)), "192.0.2.1")
        clock.now += 60
    with pytest.raises(TooManyReportsError) as raised:
        book.keep(complaint("more"), "192.0.2.1")
    assert raised.value.wait == HOUR - 60 * OF_ONE
    assert book.keep(complaint("more"), "192.0.2.2").times == 1
    clock.now += raised.value.wait + 1
    assert book.keep(complaint("later"), "192.0.2.1").times == 1


def test_all_senders_together_may_send_so_many(file: Path) -> None:
    book = ReportBook(file, clock=Clock())
    book.keep(complaint(), "one")
    with closing(sqlite3.connect(file)) as other:
        others = [(str(number).encode(), NOON) for number in range(OF_ALL - 2)]
        other.executemany("INSERT INTO sending VALUES (?, ?)", others)
        other.commit()
    assert book.keep(complaint(), "another").times == 2
    with pytest.raises(TooManyReportsError):
        book.keep(complaint(), "one more")


def test_nobody_can_tell_later_who_it_was(file: Path) -> None:
    clock = Clock()
    book = ReportBook(file, clock=clock)
    book.keep(complaint(), "192.0.2.1")
    (first,) = raw(file, "SELECT client FROM sending")
    (salt,) = raw(file, "SELECT salt FROM salt")
    clock.now += 24 * HOUR
    book.keep(complaint(), "192.0.2.1")
    assert raw(file, "SELECT client FROM sending") != [first]
    assert raw(file, "SELECT salt FROM salt") != [salt]
    assert len(raw(file, "SELECT * FROM sending")) == 1
    assert b"192.0.2.1" not in file.read_bytes()


def test_only_its_owner_may_read_the_file(file: Path) -> None:
    ReportBook(file).keep(complaint(), "a")
    assert file.stat().st_mode & 0o077 == 0


def test_a_secret_is_made_once_for_each_file(file: Path, tmp_path: Path) -> None:
    assert ReportBook(file).secret() == ReportBook(file).secret()
    assert ReportBook(file).secret() != ReportBook(tmp_path / "other").secret()


def test_what_is_no_book_is_left_alone(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"mine" * 1000)
    with pytest.raises(BadStoreError):
        ReportBook(file).keep(complaint(), "a")
    assert file.read_bytes() == b"mine" * 1000


@pytest.mark.parametrize(
    "change", ["CREATE TABLE mine (x)", "PRAGMA user_version = 99", "PRAGMA application_id = 7"]
)
def test_a_book_of_another_make_is_left_alone(file: Path, change: str) -> None:
    if change.startswith("PRAGMA"):
        ReportBook(file).keep(complaint(), "a")
    file.parent.mkdir(exist_ok=True)
    with closing(sqlite3.connect(file)) as other:
        other.execute(change)
        other.commit()
    with pytest.raises(BadStoreError, match="no book of reports"):
        ReportBook(file).reports()


def test_a_book_that_is_locked_keeps_nothing(file: Path) -> None:
    ReportBook(file).reports()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotKeptError, match="locked"):
            ReportBook(file, patience=0.01).keep(complaint(), "a")
        other.execute("ROLLBACK")
    assert ReportBook(file).reports() == ()


def test_where_no_folder_can_be_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotKeptError):
        ReportBook(tmp_path / "file" / "reports.sqlite").keep(complaint(), "a")


FULL = """
import resource, signal, sys
from pathlib import Path
from tertium.store.reports import ReportBook
from tertium.errors import NotKeptError
from tests.store.reports.builders import complaint
book = ReportBook(Path(sys.argv[1]))
book.keep(complaint(), "a")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    book.keep(complaint("x" * 200_000), "a")
except NotKeptError:
    sys.exit(7)
"""


def test_a_full_disk_keeps_what_was_kept(file: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", FULL, str(file)], check=False)
    assert ran.returncode == 7
    assert [one.complaint for one in ReportBook(file).reports()] == [complaint()]


def send(file: str, sender: int) -> int:
    book = ReportBook(Path(file), patience=60)
    return len([book.keep(complaint(f"{sender} {n}"), f"{sender}-{n}") for n in range(5)])


def test_several_processes_may_keep_at_once(file: Path) -> None:
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        assert sum(pool.map(send, [str(file)] * 3, range(3))) == 15
    assert len(ReportBook(file).reports()) == 15


KILLED = """
import sys
from pathlib import Path
from tertium.store.reports import ReportBook
from tests.store.reports.builders import complaint
book = ReportBook(Path(sys.argv[1]))
for number in range(10_000):
    kept = book.keep(complaint(str(number)), str(number % 199))
    print(kept.identifier, flush=True)
"""


def test_what_was_said_to_be_kept_survives_a_kill(file: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline().strip() for _ in range(20)]
        process.kill()
        told += process.stdout.read().split()
    known = {one.identifier for one in ReportBook(file).reports()}
    assert {name for name in told if len(name) == 14} <= known
