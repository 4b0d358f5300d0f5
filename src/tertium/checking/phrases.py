"""Texts as tokens, and tables that find known phrases in them."""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Generic, TypeVar

__all__ = ["Phrases", "Token", "tokens"]

_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|\S")
_Kind = TypeVar("_Kind", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters or digits, or any other character, without its case."""

    word: str
    start: int
    end: int


@lru_cache(4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text.

    >>> [token.word for token in tokens("Stalin's 7 workers' councils")]
    ['stalin', "'", 's', '7', 'workers', "'", 'councils']
    """
    return tuple(
        Token(
            match.group().casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
            match.start(),
            match.end(),
        )
        for match in _TOKEN.finditer(text)
    )


@dataclass(slots=True)
class Phrases(Generic[_Kind]):
    """Phrases with what each of them is, found by their first token."""

    known: dict[str, dict[tuple[str, ...], dict[_Kind, None]]] = field(default_factory=dict)

    def add(self, phrase: str, kind: _Kind) -> None:
        """Take up a phrase; one without a token is left out."""
        self.put(tuple(token.word for token in tokens(phrase)), kind)

    def put(self, words: tuple[str, ...], kind: _Kind) -> None:
        """Take up a phrase that is cut into words."""
        if words:
            self.known.setdefault(words[0], {}).setdefault(words, {})[kind] = None

    def add_all(self, phrases: Iterable[str], kind: _Kind) -> None:
        """Take up several phrases for the same thing."""
        for phrase in phrases:
            self.add(phrase, kind)

    def at(self, text: tuple[Token, ...], place: int) -> Iterator[tuple[int, _Kind]]:
        """Yield where each phrase that begins at a token ends, and what it is."""
        for words, kinds in self.known.get(text[place].word, {}).items():
            end = place + len(words)
            if tuple(token.word for token in text[place:end]) == words:
                yield from ((end, kind) for kind in kinds)
