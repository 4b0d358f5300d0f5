"""What came of a load."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from tertium.store.directory.manifest import KeptFile

__all__ = ["About", "LoadReport", "Phase", "Progress"]


class Phase(Enum):
    """What a load is doing."""

    READING = "reading"
    DERIVING = "deriving"
    COUNTING = "counting"
    NAMING = "indexing names"


Progress = Callable[[Phase, int, int], None]
"""Told the phase, how much of it is done, and of how much: bytes while reading."""


@dataclass(frozen=True, slots=True)
class About:
    """What the user says of the files: under which licence they are, and how old their data."""

    licence: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class LoadReport:
    """The files loaded, the triples they added, the statements left out.

    Attributes:
        version: of the whole store afterwards.
        already: names of files which were there before, or twice among those given.
        reasons: why statements were skipped; the first ones only.

    """

    version: str
    files: tuple[KeptFile, ...] = ()
    already: tuple[str, ...] = ()
    added: int = 0
    skipped: int = 0
    reasons: tuple[str, ...] = ()
