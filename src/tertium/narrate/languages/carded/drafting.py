"""What patterns of a card make of a message, and which of them has its turn."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tertium.model.terms import Iri
from tertium.narrate.phrases import Phrase

__all__ = ["Wording", "marker_of", "turned"]

_PLACE: Final = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a message: the word that marks likeness or contrast, and who must be known."""

    phrase: Phrase
    marker: str = ""
    known: frozenset[Iri] = frozenset()


def marker_of(pattern: str) -> str:
    """Return the words of a pattern which mark likeness or contrast.

    >>> marker_of("{clause}; {name}, en revanche, {verb}")
    'en revanche'
    """
    return " ".join(re.findall(r"[^\W\d_]+", _PLACE.sub(" ", pattern))).casefold()


def turned(patterns: Sequence[str], turn: int) -> tuple[str, ...]:
    """Return patterns from the one whose turn it is."""
    start = turn % len(patterns) if patterns else 0
    return (*patterns[start:], *patterns[:start])
