"""The words of names: which there are, which are spelt alike, which stand for each other."""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tertium.store.sidecar.numerals import other_numeral
from tertium.store.sidecar.registering import LONGEST_WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from sqlite3 import Connection

__all__ = ["Spelling"]

_WORDS: Final = "SELECT word, names FROM word WHERE word IN (SELECT value FROM json_each(?))"
_PARTLY: Final = (
    "SELECT word.word FROM spelling JOIN word ON word.id = spelling.rowid"
    " WHERE spelling MATCH ? LIMIT ?"
)
_MOSTLY: Final = (
    "SELECT word FROM word WHERE id IN (SELECT spelling.rowid FROM json_each(?)"
    " JOIN spelling ON spelling MATCH json_each.value"
    " GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT ?) ORDER BY id"
)
_VARIANTS: Final = "SELECT other FROM variant WHERE word = ?"
_GRAM: Final = 3
_SHORT: Final = 3
_LONG: Final = 10
_CROWD: Final = 400
"""Of the words with a part in common, so many are looked at, the commonest first."""
_WEIGHED: Final = 80
_SURE: Final = 80
_ALIKE: Final = 70
_NEAREST: Final = 6
_REMEMBERED: Final = 1 << 14


class Spelling:
    """The words in a sidecar. What was asked of late is remembered."""

    def __init__(self, connection: Connection) -> None:
        """Keep the place of the words; nothing is read yet."""
        self.connection = connection
        self._near: Callable[[str], tuple[str, ...]] = lru_cache(_REMEMBERED)(self._spelt)
        self._kin: Callable[[str], frozenset[str]] = lru_cache(_REMEMBERED)(self._standing)

    def known(self, words: Iterable[str]) -> dict[str, int]:
        """Return how many names have each of some words, of those that have any."""
        return dict(self.connection.execute(_WORDS, (json.dumps([*words]),)))

    def kin(self, word: str) -> frozenset[str]:
        """Return the words which stand for a word in other names of one thing."""
        return self._kin(word)

    def near(self, word: str) -> tuple[str, ...]:
        """Return the words which are spelt almost like a word, the nearest first."""
        return self._near(word) if _SHORT <= len(word) <= LONGEST_WORD else ()

    def split(self, word: str) -> tuple[str, str] | None:
        """Return the two words of which a word is made, or all but a letter between them."""
        cuts = range(_SHORT, len(word) - _SHORT + 1) if len(word) <= LONGEST_WORD else range(0)
        pairs = [(word[:at], word[at + gap :]) for gap in (0, 1) for at in cuts]
        known = self.known({part for pair in pairs for part in pair})
        both = [pair for pair in pairs if pair[0] in known and pair[1] in known]
        return max(both, key=lambda pair: min(known[one] for one in pair), default=None)

    def _spelt(self, word: str) -> tuple[str, ...]:
        """Look first for words with a part in common; then for those that share most letters.

        The latter takes its time, and is left out when a name has the word.
        """
        edged = f"^{word}$"
        others = self._words(_PARTLY, _parts(edged), _CROWD)
        nearest = _nearest(word, others)
        if word not in others and not (nearest and nearest[0][1] >= _SURE):
            grams = json.dumps([f'"{gram}"' for gram in dict.fromkeys(_grams(edged))])
            nearest = _nearest(word, self._words(_MOSTLY, grams, _WEIGHED))
        return tuple(other for other, _, _ in nearest)

    def _words(self, question: str, terms: str, limit: int) -> list[str]:
        rows: Iterable[tuple[str]] = self.connection.execute(question, (terms, limit))
        return [row[0] for row in rows]

    def _standing(self, word: str) -> frozenset[str]:
        others = (row[0] for row in self.connection.execute(_VARIANTS, (word,)))
        return frozenset((*others, *other_numeral(word)))


def _nearest(word: str, words: Iterable[str]) -> list[tuple[str, float, int]]:
    from rapidfuzz import fuzz, process

    others = [other for other in words if other != word]
    return process.extract(word, others, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_NEAREST)


def _grams(text: str) -> list[str]:
    return [text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)]


def _parts(edged: str) -> str:
    """Return what asks for words with a half of a word unchanged, or a third of a long one."""
    size = len(edged) / (2 if len(edged) <= _LONG else 3)
    cuts = [round(at * size) for at in range(round(len(edged) / size) + 1)]
    parts = (_grams(edged[start:end]) for start, end in pairwise(cuts))
    asked = (" AND ".join(f'"{gram}"' for gram in grams) for grams in parts if grams)
    return " OR ".join(f"({part})" for part in asked)
