"""What a server and its workers tell each other: lines of JSON, and the answers beside them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Final

from tertium.errors import (
    BadQueryError,
    LimitError,
    NotAcceptableError,
    OverMemoryError,
    OverTimeError,
    SourceUnavailableError,
    TertiumError,
    UnwritableError,
)
from tertium.workers.question import Answered, Question

__all__ = [
    "Begun",
    "Changed",
    "Done",
    "Failed",
    "Told",
    "asked",
    "failed",
    "heard",
    "told",
    "told_in",
    "unreadable",
]


@dataclass(frozen=True, slots=True)
class Begun:
    """A worker is ready; it may be in a network of its own."""

    alone: bool


@dataclass(frozen=True, slots=True)
class Done:
    """A question was answered, in so many bytes; more is told of them."""

    media_type: str
    size: int
    rows: int | None
    truncated: bool

    @classmethod
    def of(cls, answer: Answered) -> "Done":
        """Return what is told of an answer."""
        return cls(answer.media_type, len(answer.body), answer.rows, answer.truncated)

    def answer(self, body: bytes) -> Answered:
        """Return the answer, which is there now."""
        kind, rows, truncated = self.media_type, self.rows, self.truncated
        return Answered(media_type=kind, body=body, rows=rows, truncated=truncated)


@dataclass(frozen=True, slots=True)
class Changed:
    """An update was made: the version of the store since, and how many triples it has."""

    version: str
    triples: int


@dataclass(frozen=True, slots=True)
class Failed:
    """It was not done, for this kind of error, of which these are the parameters."""

    kind: str
    said: Mapping[str, object]

    def error(self) -> TertiumError:
        """Return the error that was told; no path of the server is in its words."""
        return _ERRORS[self.kind][0](**self.said)


Told = Begun | Changed | Done | Failed
"""What a worker may tell."""

_STORE: Final = "the store"
_KINDS: Final = {kind.__name__: kind for kind in (Begun, Changed, Done, Failed)}


def asked(question: Question) -> str:
    """Return a question as it is sent."""
    return json.dumps(asdict(question))


def heard(text: str) -> Question:
    """Return the question that was sent."""
    return Question(**json.loads(text))


def told(message: Told) -> str:
    """Return a message as it is sent."""
    return json.dumps({type(message).__name__: asdict(message)})


def failed(error: TertiumError) -> Failed:
    """Return an error as something that can be told."""
    found = (kind for kind in type(error).__mro__ if kind.__name__ in _ERRORS)
    kind = next(found, SourceUnavailableError).__name__
    return Failed(kind, {name: getattr(error, name) for name in _ERRORS[kind][1]})


def unreadable() -> SourceUnavailableError:
    """Return that the store cannot be read; where it is, nobody is told."""
    return SourceUnavailableError(_STORE, "its triples cannot be read")


def told_in(text: str) -> Told:
    """Return the message that was sent."""
    ((kind, fields),) = json.loads(text).items()
    return _KINDS[kind](**fields)


def _unwritable(problem: str) -> UnwritableError:
    return UnwritableError(_STORE, problem)


_ERRORS: Final[Mapping[str, tuple[Callable[..., TertiumError], tuple[str, ...]]]] = {
    "BadQueryError": (BadQueryError, ("problem",)),
    "LimitError": (LimitError, ("source", "problem")),
    "NotAcceptableError": (NotAcceptableError, ("known",)),
    "OverMemoryError": (OverMemoryError, ("size",)),
    "OverTimeError": (OverTimeError, ("seconds",)),
    "SourceUnavailableError": (unreadable, ()),
    "UnwritableError": (_unwritable, ("problem",)),
}
"""What makes an error again, and of what; any other means that the store cannot be read."""
