"""How names fit a text."""

from dataclasses import dataclass
from enum import IntEnum

from tertium.model.terms import Iri

__all__ = ["Match", "Nearness"]


class Nearness(IntEnum):
    """In what way a name fits a text; nearer is smaller."""

    EXACT = 0
    FOLDED = 1
    """But for case, accents, punctuation."""
    IDENTIFIER = 2
    """The text is no name, but a code by which the thing is known."""
    REORDERED = 3
    INITIALS = 4
    VARIANT = 5
    """With words that stand for each other in other names of one thing."""
    PARTIAL = 6
    """One of them has words more than the other."""
    FUZZY = 7
    """Spelt otherwise."""
    DESCRIBED = 8
    """The text is no name, but has words of the names and the description."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name of an entity which fits a text; the score is 1 when nothing is amiss."""

    entity: Iri
    name: str
    nearness: Nearness
    score: float = 1.0
