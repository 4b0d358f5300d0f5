"""A file of reports, which several processes may use at once."""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from tertium.errors import BadStoreError, NotKeptError, UnknownReportError
from tertium.model.report import Complaint, Report, Reported, ReportKind, ReportState
from tertium.model.terms import Iri
from tertium.store.reports.senders import count_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["ReportBook"]

_APPLICATION: Final = 1413828180
_FORMAT: Final = 1
_LETTERS: Final = "23456789abcdefghjkmnpqrstvwxyz"
_LENGTH: Final = 12
_GROUP: Final = 4
_NEW: Final = (
    "INSERT INTO report (statement, entity, predicate, value, said, page, graph, version, "
    "kind, text, source, contact, same, identifier, created) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_AGAIN: Final = "UPDATE report SET times = times + 1 WHERE same = ?"
_DECIDED: Final = "UPDATE report SET state = ?, decided = ?, note = ? WHERE identifier = ?"
_SAME: Final = "SELECT * FROM report WHERE same = ?"
_CALLED: Final = "SELECT * FROM report WHERE identifier = ?"
_ALL: Final = "SELECT * FROM report WHERE state = ? OR ? = '' ORDER BY rowid"


class ReportBook:
    """A file of reports; what was kept is on the disk."""

    def __init__(
        self, path: Path, *, clock: Callable[[], float] = time.time, patience: float = 5.0
    ) -> None:
        """Keep where the file is, which is made when it is first needed.

        Another process may have locked it for so many seconds.
        """
        self._path = path
        self._clock = clock
        self._patience = patience

    def keep(self, complaint: Complaint, sender: str) -> Report:
        """Keep what somebody tells; what was told before, word for word, is counted only.

        Raises:
            BadStoreError: when the file is another one, or damaged.
            NotKeptError: when it cannot be written now; then nothing was kept.
            TooManyReportsError: when too many were sent within an hour.

        """
        now = self._clock()
        told = _told(complaint)
        same = _told(replace(complaint, about=replace(complaint.about, page="")))
        digest = sha256("\0".join(same).encode()).hexdigest()
        with self._writing() as book:
            count_in(book, sender, now)
            if not book.execute(_AGAIN, (digest,)).rowcount:
                book.execute(_NEW, (*told, digest, _identifier(), _written(now)))
            return _report(book.execute(_SAME, (digest,)).fetchone())

    def reports(self, state: ReportState | None = None) -> tuple[Report, ...]:
        """Return all reports, or those in a state, the oldest first.

        Raises:
            BadStoreError: when the file is another one, or damaged.
            NotKeptError: when it cannot be read now.

        """
        wanted = state.value if state else ""
        with self._writing() as book:
            return tuple(map(_report, book.execute(_ALL, (wanted, wanted)).fetchall()))

    def find(self, identifier: str) -> Report:
        """Return a report.

        Raises:
            BadStoreError: when the file is another one, or damaged.
            NotKeptError: when it cannot be read now.
            UnknownReportError: when there is none of this identifier.

        """
        with self._writing() as book:
            return _found(book, identifier)

    def decide(self, identifier: str, state: ReportState, note: str = "") -> Report:
        """Write down what was decided about a report, and return it.

        Raises:
            BadStoreError: when the file is another one, or damaged.
            NotKeptError: when it cannot be written now; then nothing was.
            UnknownReportError: when there is none of this identifier.

        """
        decided = (state.value, _written(self._clock()), note, identifier)
        with self._writing() as book:
            book.execute(_DECIDED, decided)
            return _found(book, identifier)

    def secret(self) -> bytes:
        """Return what only those know who have this file.

        Raises:
            BadStoreError: when the file is another one, or damaged.
            NotKeptError: when it cannot be read now.

        """
        with self._writing() as book:
            secret: bytes = book.execute("SELECT secret FROM secret").fetchone()[0]
            return secret

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Yield the file for as long as nobody else writes; all is written, or nothing."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with closing(self._connected()) as book:
                book.execute("BEGIN IMMEDIATE")
                try:
                    self._check(book)
                    yield book
                    book.execute("COMMIT")
                finally:
                    if book.in_transaction:
                        book.execute("ROLLBACK")
        except (sqlite3.OperationalError, OSError) as error:
            raise NotKeptError(str(self._path), str(error)) from error
        except sqlite3.DatabaseError as error:
            raise BadStoreError(str(self._path), str(error)) from error

    def _connected(self) -> sqlite3.Connection:
        self._path.touch(mode=0o600)
        book = sqlite3.connect(self._path, timeout=self._patience, isolation_level=None)
        book.row_factory = sqlite3.Row
        book.execute("PRAGMA journal_mode = WAL")
        book.execute("PRAGMA synchronous = FULL")
        return book

    def _check(self, book: sqlite3.Connection) -> None:
        """Make the tables of an empty file; leave what is another's alone."""
        tables = book.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables:
            for statement in _statements():
                book.execute(statement)
        known = tuple(
            book.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        )
        if known != (_APPLICATION, _FORMAT):
            raise BadStoreError(str(self._path), "it is no book of reports, or of another Tertium")


def _statements() -> tuple[str, ...]:
    text = (files("tertium.store.reports") / "tables.sql").read_text(encoding="utf-8")
    return tuple(filter(str.strip, text.split(";\n")))


def _told(complaint: Complaint) -> tuple[str, ...]:
    about = complaint.about
    of_statement = (about.statement, about.entity, about.predicate, about.value, about.said)
    of_graph = (about.page, about.graph, about.version)
    said = (complaint.kind.value, complaint.text, complaint.source, complaint.contact)
    return (*of_statement, *of_graph, *said)


def _found(book: sqlite3.Connection, identifier: str) -> Report:
    row = book.execute(_CALLED, (identifier,)).fetchone()
    if row is None:
        raise UnknownReportError(identifier)
    return _report(row)


def _report(row: sqlite3.Row) -> Report:
    return Report(
        identifier=row["identifier"],
        complaint=_complaint(row),
        created=row["created"],
        times=row["times"],
        state=ReportState(row["state"]),
        decided=row["decided"],
        note=row["note"],
    )


def _complaint(row: sqlite3.Row) -> Complaint:
    about = Reported(
        statement=Iri(row["statement"]),
        entity=Iri(row["entity"]),
        predicate=Iri(row["predicate"]),
        value=row["value"],
        said=row["said"],
        page=row["page"],
        graph=row["graph"],
        version=row["version"],
    )
    return Complaint(
        about=about,
        kind=ReportKind(row["kind"]),
        text=row["text"],
        source=row["source"],
        contact=row["contact"],
    )


def _identifier() -> str:
    """Return what nobody guesses and anybody can copy: three groups of four letters."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return "-".join(letters[place : place + _GROUP] for place in range(0, _LENGTH, _GROUP))


def _written(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
