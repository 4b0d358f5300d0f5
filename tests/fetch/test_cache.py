import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tertium.errors import BadDataError, SourceUnavailableError, UnwritableError
from tertium.fetch.cache import Cache
from tertium.fetch.fetcher import Caching
from tertium.fetch.request import Fetched, Request
from tests.fetch.serving import fetcher, json, problem_of, serve

FILE = "answers.sqlite"
IN_A_SMALL_PLACE = """
import resource, sys
from pathlib import Path
from tertium.fetch.fetcher import Caching, Fetcher
from tertium.fetch.request import Request

folder, url, most = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
with Fetcher(folder, agent=lambda _: "tertium/1", caching=Caching.RENEW) as asks:
    print(len(asks.fetch(Request(url=url)).body))
    print(*asks.remarks)
"""


def test_a_damaged_cache_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "answers.sqlite").write_bytes(b"no database at all" * 99)
    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
        assert "put aside" in asks.remarks[0]
    with fetcher(tmp_path) as asks:
        assert asks.get(server.url) == b'{"a": 1}'
        assert not asks.remarks


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE streams SET chunk_data = X'7b7d'",
        "UPDATE streams SET chunk_data = '{}'",
        "DELETE FROM streams",
        "UPDATE entries SET chunk_count = 0",
    ],
)
def test_a_poisoned_answer_is_thrown_away(tmp_path: Path, change: str) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
    connection = sqlite3.connect(tmp_path / "answers.sqlite")
    connection.execute(change)
    connection.commit()
    connection.close()
    with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
        assert "not in the cache" in problem_of(asks, server.url)
        assert "damaged" in asks.remarks[0]


def test_a_kept_answer_is_right_by_who_asks_now(tmp_path: Path) -> None:
    def refuse(_: bytes) -> None:
        problem = "no such thing"
        raise BadDataError(problem)

    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
        with pytest.raises(SourceUnavailableError, match="no such thing"):
            asks.fetch(Request(url=server.url, check=refuse))
        assert (asks.asked, len(asks.remarks)) == (2, 1)


def test_a_cache_of_another_make_is_put_aside(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE entries (what)")
    (tmp_path / f"{FILE}-wal").write_bytes(b"from another time")
    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
        assert "put aside" in asks.remarks[0]
    with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
        assert asks.get(server.url) == b'{"a": 1}'
    assert (tmp_path / "answers.damaged").is_file()


def test_a_cache_that_is_in_use_is_not_put_aside(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnwritableError, match="locked"):
            Cache(tmp_path, patience=0)
    with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
        assert asks.get(server.url) == b'{"a": 1}'


def test_a_cache_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(UnwritableError, match="unable to open"):
        fetcher(tmp_path)
    assert (tmp_path / FILE).is_dir()


def test_a_note_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with serve(json()) as server, fetcher(tmp_path) as asks:
        (tmp_path / "hosts" / server.url.rpartition("/")[2].replace(":", "-")).mkdir()
        with pytest.raises(UnwritableError, match="directory"):
            asks.get(server.url)
        assert not server.asked


def test_without_room_an_answer_is_given_and_the_older_one_kept(tmp_path: Path) -> None:
    with serve(json("1"), json(f'"{"x" * 2**20}"')) as server:
        with fetcher(tmp_path) as asks:
            asks.get(server.url)
        command = [sys.executable, "-c", IN_A_SMALL_PLACE, str(tmp_path), server.url, "200000"]
        said = subprocess.run(command, capture_output=True, check=True, text=True, timeout=60)
    length, remark = said.stdout.splitlines()
    assert int(length) == 2**20 + 2
    assert remark == f"nothing can be kept in {tmp_path / FILE}: is it full, locked or damaged?"
    assert not said.stderr
    with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
        assert asks.get(server.url) == b"1"


def test_what_cannot_be_kept_is_told_once(tmp_path: Path) -> None:
    with closing(Cache(tmp_path)) as cache:
        with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as connection:
            connection.execute("DROP TABLE streams")
        for url in ("https://a.example/", "https://b.example/"):
            answer = Fetched(body=b"1", kind="application/json", retrieved="2027", place=url)
            cache.keep(Request(url=url), answer)
            assert cache.find(Request(url=url)) is None
        assert cache.remarks == [
            f"nothing can be kept in {tmp_path / FILE}: is it full, locked or damaged?"
        ]


def test_half_a_kept_answer_is_none(tmp_path: Path) -> None:
    """What a process leaves which is ended while it keeps an answer."""
    with serve(json()) as server, fetcher(tmp_path) as asks:
        asks.get(server.url)
    with closing(sqlite3.connect(tmp_path / FILE, isolation_level=None)) as connection:
        connection.execute("UPDATE entries SET chunk_count = NULL, expires_at = 0")
    with fetcher(tmp_path, caching=Caching.OFFLINE) as asks:
        assert "not in the cache" in problem_of(asks, server.url)
        assert not asks.remarks
