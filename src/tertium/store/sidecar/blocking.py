"""Which names are worth weighing: those with words of the text, or with words like them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tertium.store.sidecar.spelling import Spelling

__all__ = ["Block", "nearest"]

_CONTAINING: Final = (
    "SELECT folding.id, folding.folded FROM containing"
    " JOIN folding ON folding.id = containing.rowid"
    " WHERE containing MATCH ? ORDER BY containing.rowid LIMIT ?"
)
_MOST: Final = 100
"""Of the names that have some words, so many are weighed, the shortest first."""
_WEIGHED: Final = 50
"""So many are weighed word by word."""
_WORDS: Final = 8
"""So many words of a text are looked for, at most."""
_SINGLE: Final = 2
"""So many of the rarest words of a text suffice alone."""
_INITIALS: Final = 3
"""A word of so many letters may be initials in a row."""

_Term = Callable[[str], str]
_Names = dict[int, str]


@dataclass(frozen=True, slots=True)
class Block:
    """Finds folded names, by their numbers."""

    connection: Connection
    spelling: Spelling

    def having(self, words: Iterable[str]) -> _Names:
        """Return names with all of some words, or words that stand for them."""
        return self._all(words, self._term)

    def respelt(self, words: tuple[str, ...]) -> _Names:
        """Return names with all of some words, where words nobody has are put right."""
        known = self.spelling.known(words)
        found: _Names = {}
        for reading in self._readings(words, known):
            found |= self._all(
                reading, lambda word: (self._term if word in known else self._spelt)(word)
            )
        return found

    def resembling(self, words: tuple[str, ...]) -> _Names:
        """Return names with words like all of some words, or all but one, or a rare one."""
        known = self.spelling.known(words)
        rare = sorted(dict.fromkeys(words), key=lambda word: (known.get(word, 0), word))[:_WORDS]
        parts = [[one for one in rare if one != left_out] for left_out in rare[::-1]]
        found: _Names = {}
        for part in (rare, *(parts if len(rare) > _SINGLE else ())):
            found |= self._all(part, self._spelt)
        singles = (self._all([word], self._spelt) for word in rare if len(word) > 1)
        for names in islice(filter(None, singles), _SINGLE):
            found |= names
        return found

    def _all(self, words: Iterable[str], term: _Term) -> _Names:
        terms = " AND ".join(map(term, islice(dict.fromkeys(words), _WORDS)))
        return dict(self.connection.execute(_CONTAINING, (terms, _MOST))) if terms else {}

    def _term(self, word: str) -> str:
        if len(word) == 1:
            return f'"{word}"*'
        return _any((word, *self.spelling.kin(word)))

    def _spelt(self, word: str) -> str:
        if len(word) == 1:
            return self._term(word)
        like = _any((word, *self.spelling.kin(word), *self.spelling.near(word)))
        if len(word) > _INITIALS:
            return like
        return f"({like} OR ({' AND '.join(map(self._term, word))}))"

    def _readings(self, words: tuple[str, ...], known: dict[str, int]) -> Iterator[tuple[str, ...]]:
        """Yield the words of a text, and again with a space too few or too many put right."""
        yield words
        for place, word in enumerate(words[:_WORDS]):
            two = None if word in known else self.spelling.split(word)
            if two:
                yield (*words[:place], *two, *words[place + 1 :])
            if words[place + 1 :]:
                yield (*words[:place], word + words[place + 1], *words[place + 2 :])


def nearest(words: Iterable[str], names: _Names) -> Iterator[tuple[int, str]]:
    """Yield the names that look most like some words, if there are very many."""
    from rapidfuzz import fuzz, process

    if len(names) <= _WEIGHED:
        yield from names.items()
        return
    text = " ".join(words)
    likest = process.extract(text, names, scorer=fuzz.token_set_ratio, limit=_WEIGHED)
    yield from ((key, name) for name, _, key in likest)


def _any(words: Iterable[str]) -> str:
    quoted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words))
    return f"({quoted})"
