"""A small store directory, questions to it, and a process that is none."""

import atexit
import io
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TextIO

from tertium.store.loading import load_into
from tertium.workers import Question
from tests.store.loading.files import task

__all__ = ["DATA", "JSON", "Fake", "ask", "stand"]

JSON = "application/sparql-results+json"
DATA = "<urn:a> <urn:p> 1 . <urn:g> { <urn:a> <urn:p> 2 }"


@dataclass(slots=True)
class Fake:
    argv: list[str]
    stdin: TextIO
    stdout: TextIO

    @classmethod
    def of(cls, *arguments: str, asked: bytes = b"") -> "Fake":
        given = io.TextIOWrapper(io.BytesIO(asked))
        return cls(["", *arguments], given, io.TextIOWrapper(io.BytesIO()))

    @property
    def said(self) -> bytes:
        self.stdout.flush()
        self.stdout.seek(0)
        return self.stdout.buffer.read()


def stand(folder: Path) -> Path:
    """Return a store directory; a copy of one that is made once."""
    return Path(shutil.copytree(_made(), folder / "store"))


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tertium-tests-"))
    atexit.register(shutil.rmtree, folder)
    load_into(folder / "store", [task(folder, "data.trig", DATA)])
    return folder / "store"


def ask(sparql: str, *accepts: str) -> Question:
    """Return a question, by default for CSV."""
    return Question(sparql=sparql, accepts=accepts or ("text/csv",))
