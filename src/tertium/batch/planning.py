"""What a batch is to make, as it stands in its folder: the same plan, the same bytes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from enum import Enum
from hashlib import sha256
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Final, Self

from tertium.batch.outcomes import Task
from tertium.errors import BadFolderError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.api.paging import Wanted
    from tertium.batch.folder import Folder

__all__ = ["PER_PART", "Form", "Part", "Plan", "digested", "options_of", "parts_of", "write_tasks"]

PER_PART: Final = 100
"""So many pages are made by one process before they are put on record together."""
_SCHEMA: Final = "tertium/batch/1"


class Form(Enum):
    """What a batch writes; the documents, one a line, are always written."""

    JSONL = "jsonl"
    HTML = "html"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Part:
    """Some tasks that follow each other, which are put on record together."""

    number: int
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a batch makes: of which graph, how, in which forms, and of how many tasks.

    `asked` is where its pairs come from, where they follow from that and the graph alone; `tasks`
    the SHA-256 of their list; `updated` the day that pages are of, `made_by` the version of
    Tertium.
    """

    graph: str
    version: str
    asked: Mapping[str, str | int | None]
    options: Mapping[str, str | int | bool | None]
    forms: tuple[str, ...]
    pages: int
    parts: int
    tasks: str
    updated: str = ""
    made_by: str = ""

    def write(self, folder: Folder) -> None:
        """Put it into its folder."""
        told = {"schema": _SCHEMA, **asdict(self)}
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        folder.write(folder.plan, text.encode())

    @classmethod
    def read(cls, folder: Folder) -> Self | None:
        """Return the plan in a folder, if there is one.

        Raises:
            BadFolderError: when it cannot be read.

        """
        if not folder.plan.exists():
            return None
        try:
            told = json.loads(folder.plan.read_bytes())
            known = {one.name: told[one.name] for one in fields(cls)}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadFolderError(str(folder.path), "its batch.json is no plan") from error
        return cls(**{**known, "forms": tuple(known["forms"])})

    def differences(self, other: Plan) -> tuple[str, ...]:
        """Return in what two plans differ, in words."""
        mine, theirs = asdict(self), asdict(other)
        found = [name for name in _WORDS if mine[name] != theirs[name]]
        if "tasks" in found and "parts" in found:
            found.remove("parts")  # follows from the pairs
        return tuple(_WORDS[name] for name in found)


_WORDS: Final = {
    "graph": "the graph",
    "version": "the version of the graph",
    "options": "the options",
    "forms": "the formats",
    "tasks": "the pairs",
    "parts": "how many pages are made together",
    "updated": "the day",
    "made_by": "the version of Tertium",
}


def options_of(language: str, wanted: Wanted) -> dict[str, str | int | bool | None]:
    """Return what pages are like, as it stands in a plan."""
    told = asdict(wanted).items()
    plain = {name: one.value if isinstance(one, Enum) else one for name, one in told}
    return {"language": language, **plain}


def write_tasks(folder: Folder, pairs: Iterable[Sequence[str]]) -> tuple[int, str]:
    """Write what is to be compared; return how many tasks there are, and the SHA-256 of the list.

    They are written as they come: a list may be longer than what fits into memory.
    """
    with folder.writing(folder.tasks) as path, path.open("wb") as file:
        return _digested(pairs, file)


def digested(pairs: Iterable[Sequence[str]]) -> tuple[int, str]:
    """Return what `write_tasks` does, and write nothing."""
    return _digested(pairs, None)


def _digested(pairs: Iterable[Sequence[str]], file: BinaryIO | None) -> tuple[int, str]:
    digest, number = sha256(), 0
    for names in pairs:
        line = json.dumps(list(names), ensure_ascii=False).encode("utf-8", "replace") + b"\n"
        digest.update(line)
        number += 1
        if file:
            file.write(line)
    return number, digest.hexdigest()


def parts_of(folder: Folder, together: int = PER_PART) -> Iterator[Part]:
    """Yield the tasks of a plan, so many together; they are read as they are needed."""
    with folder.tasks.open("rb") as file:
        tasks = (
            Task(number=number, names=tuple(json.loads(line))) for number, line in enumerate(file)
        )
        number = 0
        while some := tuple(islice(tasks, together)):
            yield Part(number, some)
            number += 1
