"""What is to be made, and what became of it: the same for every engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tertium.batch.facts import Fact

__all__ = ["PASSING", "Entry", "Failed", "Made", "Outcome", "Task"]

PASSING: Final = frozenset({"Bug", "BusyError", "Died", "SourceUnavailableError", "TooSlowError"})
"""The kinds of errors which another attempt may not meet: it is made by the same command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A page to be made: its place in the list of pairs, from 0, and what is to be compared."""

    number: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a site's index knows of a page.

    `address` is where the page lies below the site's root, without a suffix; `iris`, `labels` and
    `descriptions` are those of the comparands, in the order of the page; `abstract` is the start
    of its summary; `digest` the SHA-256 of its document and page but for the graph's version.
    `modified` is the day of the newest document it was made of, else that of its site; `sources`
    are what it cites, each with its licence, which may be empty.
    """

    number: int
    address: str
    title: str
    language: str
    iris: tuple[str, ...]
    labels: tuple[str, ...]
    descriptions: tuple[str, ...]
    abstract: str
    digest: str
    modified: str = ""
    sources: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page that was made.

    `document` is the comparison document on one line, `files` what the site holds of the page by
    the path below the site's root; `rows` are the values of its table, if they are wanted. `kept`
    are the paths of files which the site of the batch before has already, and `facts` what the page
    rests on, if somebody noted it.
    """

    task: Task
    entry: Entry
    document: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    rows: tuple[tuple[str | float | bool | None, ...], ...] = ()
    kept: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A page that could not be made: the kind of error, what it says, and what that rests on."""

    task: Task
    error: str
    message: str
    facts: tuple[Fact, ...] = ()


Outcome: TypeAlias = "Made | Failed"
"""What became of a task."""
