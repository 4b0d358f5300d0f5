"""A store directory as a worker reads it: always the generation that is on record."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

from tertium.errors import BadStoreError, OverMemoryError, SourceUnavailableError, TertiumError
from tertium.store.directory import MANIFEST, open_directory
from tertium.workers.answering import answer_of
from tertium.workers.question import Answered, Limits, Question
from tertium.workers.telling import Done, Failed, failed

__all__ = ["Engine", "Reader"]

Engine = Callable[[ox.Store, Question, Limits], Answered]
"""Answers a question by what is in a store, within limits."""


class Reader:
    """Answers questions from a store directory, and opens it anew when there is a new generation.

    A load replaces the record, and removes the generation before.
    """

    def __init__(self, directory: Path, limits: Limits, *, engine: Engine = answer_of) -> None:
        """Keep where the directory is, and what answers; nothing is opened yet."""
        self._directory = directory
        self._limits = limits
        self._engine = engine
        self._record = (0, 0)
        self._store: ox.Store | None = None

    def answer(self, question: Question) -> tuple[Done | Failed, bytes]:
        """Return what is told of a question, and the answer itself."""
        try:
            answer = self._answered(question)
        except TertiumError as error:
            return failed(error), b""
        except MemoryError:
            return failed(OverMemoryError(self._limits.memory)), b""
        return Done.of(answer), answer.body

    def warm(self) -> None:
        """Open the store before anybody asks, if it can be opened."""
        try:
            self._opened()
        except TertiumError:
            self._store = None

    def _answered(self, question: Question) -> Answered:
        """Return an answer; a generation may have been removed just before it was read."""
        record = self._recorded()
        try:
            return self._engine(self._opened(), question, self._limits)
        except (BadStoreError, OverMemoryError, SourceUnavailableError):
            if record == self._recorded():
                raise
        return self._engine(self._opened(), question, self._limits)

    def _opened(self) -> ox.Store:
        record = self._recorded()
        if self._store is None or record != self._record:
            self._store = open_directory(self._directory).store.engine
            self._record = record
        return self._store

    def _recorded(self) -> tuple[int, int]:
        """Return what tells one record from the next: a new one is a new file."""
        try:
            status = (self._directory / MANIFEST).stat()
        except OSError:
            return 0, 0
        return status.st_ino, status.st_mtime_ns
