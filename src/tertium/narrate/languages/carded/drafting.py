"""From the patterns of a card to the wordings of a message."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tertium.model.narrative import Claim
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.phrases import Phrase
from tertium.narrate.realise import Draft

__all__ = ["drafts", "marker_of", "turned"]

_PLACE: Final = re.compile(r"\{\w+\}")


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


def drafts(
    tongue: Tongue, patterns: Sequence[str], places: Mapping[str, Phrase], claims: tuple[Claim, ...]
) -> Iterator[Draft]:
    """Yield a wording for each pattern."""
    for pattern in patterns:
        phrase = tongue.pour(pattern, places)
        yield Draft(phrase=phrase, claims=claims, marker=marker_of(pattern))
