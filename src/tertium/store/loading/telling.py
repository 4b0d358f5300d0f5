"""What the reading process tells the loading one, beside the quads: lines of JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from tertium.errors import BadFileError, LimitError, SourceUnavailableError, TertiumError
from tertium.model.revision import Revision

__all__ = [
    "MOST_REASONS",
    "Begun",
    "Failed",
    "FileRead",
    "Progressed",
    "Task",
    "Told",
    "failed",
    "heard",
    "told",
]

MOST_REASONS: Final = 20
"""How many skipped statements are told one by one."""


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read: what errors call it, where it is, its base IRI; whether to skip.

    `fetched` says of which revision of which entity it is the document, and when that was fetched.
    Of the entities which it `renews`, what a Wikibase said before no longer holds.
    """

    name: str
    path: str
    base: str | None = None
    lenient: bool = False
    fetched: Revision | None = None
    renews: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """A file is being read."""

    name: str


@dataclass(frozen=True, slots=True)
class Progressed:
    """So many bytes of all files were read."""

    count: int


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file was read: its hashes before and after unpacking, its size, what it says of itself."""

    name: str
    packed: str
    sha256: str
    size: int
    licence: str = ""
    modified: str = ""
    skipped: int = 0
    reasons: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Reading ended with an error."""

    kind: str
    source: str
    problem: str
    line: int | None = None

    def error(self) -> TertiumError:
        """Return the error that was told."""
        match self.kind:
            case "BadFileError":
                return BadFileError(self.source, self.line, self.problem)
            case "SourceUnavailableError":
                return SourceUnavailableError(self.source, self.problem)
            case _:
                return LimitError(self.source, self.problem)


Told = Begun | Failed | FileRead | Progressed
"""What may be told."""

_KINDS: Final[Mapping[str, type[Told]]] = {
    kind.__name__: kind for kind in (Begun, Failed, FileRead, Progressed)
}


def failed(error: BadFileError | LimitError | SourceUnavailableError) -> Failed:
    """Return an error as something that can be told."""
    if isinstance(error, BadFileError):
        return Failed("BadFileError", error.path, error.problem, error.line)
    return Failed(type(error).__name__, error.source, error.problem)


def told(message: Told) -> str:
    """Return a message as a line of JSON."""
    return json.dumps({type(message).__name__: asdict(message)}) + "\n"


def heard(line: bytes) -> Told | None:
    """Return what was told, or `None` when a line is of somebody else.

    >>> heard(told(Begun("a.ttl")).encode())
    Begun(name='a.ttl')
    """
    try:
        ((kind, fields),) = json.loads(line).items()
        return _KINDS[kind](**fields)
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
