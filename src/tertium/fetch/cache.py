"""Answers kept from another time: whole, right, and as they came, or not at all."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tertium.errors import BadDataError, UnwritableError
from tertium.fetch.request import Fetched

if TYPE_CHECKING:
    from hishel import Entry, SqliteStorage

    from tertium.fetch.request import Request

__all__ = ["Cache", "kept_files"]

_FILE: Final = "answers.sqlite"
_BESIDE: Final = ("-shm", "-wal")
_DIGEST: Final = "x-tertium-sha256"
_PLACE: Final = "x-tertium-place"
_RETRIEVED: Final = "x-tertium-retrieved"
_KIND: Final = "content-type"
_OK: Final = 200

logging.getLogger("hishel").addHandler(logging.NullHandler())  # nothing of it on the terminal


def kept_files(folder: Path) -> tuple[Path, ...]:
    """Return the files with answers in a folder, and those put aside."""
    return tuple(sorted(folder.glob(f"{Path(_FILE).stem}.*")))


class Cache:
    """A file of answers, which several processes may use at once.

    What cannot be read, or is not what was kept, is thrown away, and what cannot be kept is not;
    `remarks` says so.
    """

    def __init__(self, folder: Path, *, patience: float = 5) -> None:
        """Open the file in a folder; one that is no cache is put aside.

        Another process may have locked it for so many seconds.

        Raises:
            UnwritableError: when it cannot be opened.

        """
        self.remarks: list[str] = []
        self._path = folder / _FILE
        try:
            self._storage = self._opened(patience)
        except sqlite3.OperationalError as error:
            raise UnwritableError(str(self._path), str(error)) from error

    def find(self, request: Request) -> Fetched | None:
        """Return the last answer to a request that was kept, if there is one."""
        found = [self._read(entry, request) for entry in self._storage.get_entries(request.key)]
        return max(filter(None, found), key=lambda one: one.retrieved, default=None)

    def keep(self, request: Request, answer: Fetched) -> None:
        """Keep an answer instead of older ones, which stay when there is no room for it."""
        from hishel import Headers, Response
        from hishel import Request as Kept

        headers = {
            _KIND: answer.kind,
            _DIGEST: sha256(answer.body).hexdigest(),
            _PLACE: answer.place,
            _RETRIEVED: answer.retrieved,
        }
        older = self._storage.get_entries(request.key)
        question = Kept(request.method, request.url)
        reply = Response(_OK, Headers(headers), iter((answer.body,)))
        made = self._storage.create_entry(question, reply, request.key)
        _body(made)  # is kept by being read
        if not any(entry.id == made.id for entry in self._storage.get_entries(request.key)):
            self._remark(f"nothing can be kept in {self._path}: is it full, locked or damaged?")
            return
        for entry in older:
            self._storage.remove_entry(entry.id)

    def close(self) -> None:
        """Close the file."""
        self._storage.close()

    def _opened(self, patience: float) -> SqliteStorage:
        try:
            return _storage(self._path, patience)
        except sqlite3.OperationalError:
            raise
        except (RuntimeError, sqlite3.DatabaseError):  # of another make, or no database
            self._put_aside()
            return _storage(self._path, patience)

    def _put_aside(self) -> None:
        """Put the file aside; what was to be written into it must not go into the next."""
        for ending in _BESIDE:
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        self._path.replace(self._path.with_suffix(".damaged"))
        self._remark(f"{self._path} was damaged and is put aside")

    def _remark(self, text: str) -> None:
        if text not in self.remarks:
            self.remarks.append(text)

    def _read(self, entry: Entry, request: Request) -> Fetched | None:
        """Return a kept answer, if it is the one to this request and is still as it came."""
        headers, body = entry.response.headers, b""
        with suppress(RuntimeError, TypeError, sqlite3.Error):
            body = _body(entry)
        asked = (entry.request.method, entry.request.url) == (request.method, request.url)
        whole = sha256(body).hexdigest() == headers.get(_DIGEST)
        if asked and whole and _passes(request, body):
            return Fetched(
                body=body,
                kind=headers.get(_KIND, ""),
                retrieved=headers.get(_RETRIEVED, ""),
                place=headers.get(_PLACE, request.url),
                cached=True,
            )
        self._storage.remove_entry(entry.id)
        self._remark(f"what was kept of {request.url} was damaged and is thrown away")
        return None


def _storage(path: Path, patience: float) -> SqliteStorage:
    """Return the file of answers, once it is known to be one."""
    from hishel import SqliteStorage

    with closing(sqlite3.connect(path, timeout=patience)) as probe:
        probe.execute("PRAGMA schema_version")
    connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    storage = SqliteStorage(connection=connection)
    try:
        storage.get_entries("")
    except RuntimeError:
        storage.close()
        raise
    return storage


def _passes(request: Request, body: bytes) -> bool:
    try:
        request.check(body)
    except BadDataError:
        return False
    return True


def _body(entry: Entry) -> bytes:
    stream = entry.response.stream
    return b"".join(stream) if isinstance(stream, Iterator) else b""
