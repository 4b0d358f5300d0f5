"""How two entities are connected, in words and ranked."""

from dataclasses import dataclass
from enum import Enum

from tertium.model.narrative import Sentence
from tertium.model.statement import Statement
from tertium.model.values import Entity

__all__ = ["Path", "PathKind", "Paths"]


class PathKind(Enum):
    """How long a path is: a statement, two by way of a neighbour of both, or more."""

    DIRECT = "direct"
    SHARED = "shared"
    LONGER = "longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A connection in words: its statements from the first end to the other, and its score.

    The score says from 0 to 1 how telling it is; what is stated directly has 1. `between` are the
    entities on the way.
    """

    kind: PathKind
    statements: tuple[Statement, ...]
    sentence: Sentence
    score: float = 1.0
    between: tuple[Entity, ...] = ()

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """All that connects two entities in a meaningful way within so many steps, the best first.

    `cuts` says what was left out of the search.
    """

    ends: tuple[Entity, Entity]
    steps: int
    paths: tuple[Path, ...] = ()
    cuts: tuple[str, ...] = ()

    @property
    def direct(self) -> tuple[Path, ...]:
        """What is stated of one end and names the other: the story, from the earliest."""
        return self._of(PathKind.DIRECT)

    @property
    def shared(self) -> tuple[Path, ...]:
        """What both ends have to do with, the most telling first."""
        return self._of(PathKind.SHARED)

    @property
    def longer(self) -> tuple[Path, ...]:
        """The paths of three steps or more, the most telling first."""
        return self._of(PathKind.LONGER)

    @property
    def title(self) -> str:
        """The labels of the ends."""
        return " and ".join(end.label for end in self.ends)

    def __bool__(self) -> bool:
        """Return whether there is a meaningful link at all."""
        return bool(self.paths)

    def _of(self, kind: PathKind) -> tuple[Path, ...]:
        return tuple(path for path in self.paths if path.kind is kind)
