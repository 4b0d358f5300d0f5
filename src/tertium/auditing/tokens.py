"""The words of a text, each with its stem and its place."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

__all__ = ["Stemmer", "Token"]

_WORD: Final = re.compile(r"\w+")
_APOSTROPHES: Final = ("'", "\u2019")
_OXFORD: Final = re.compile(r"is(?=(?:e|es|ed|ing|ations?|ers?)$)")
_Y: Final = re.compile(r"(?<=\w{2})(?:ied|ies|y)$")
_ADHERENT: Final = re.compile(r"(?<=\w{3})ists?$")
_ENDING: Final = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e)$")
_DOUBLE: Final = re.compile(r"([bcdfghjklmnpqrstvwxz])\1$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: as it is and in small letters, its stem, [start, end) in the text, what is before it.

    An owner is a word in the genitive: "Lenin's".
    """

    text: str
    plain: str
    stem: str
    start: int
    end: int
    gap: str
    owner: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Stemmer:
    """Finds stems: `forms` has irregular words by their form."""

    forms: Mapping[str, str] = field(default_factory=dict)

    def stem(self, word: str) -> str:
        """Return what the forms and spellings of a word have in common.

        An adherent has the stem of the doctrine: a Marxist that of Marxism.

        >>> Stemmer().stem("Collectivising") == Stemmer().stem("collectivized")
        True
        """
        plain = _plain(word)
        plain = self.forms.get(plain, plain)
        bare = _ADHERENT.sub("ism", _Y.sub("i", _OXFORD.sub("iz", plain)))
        return _DOUBLE.sub(r"\1", _ENDING.sub("", bare))

    def stems(self, text: str) -> tuple[str, ...]:
        """Return the stems of a text."""
        return tuple(token.stem for token in self.tokens(text))

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the words of a text; "'s" and "'" make owners, "n't" is "not"."""
        found: list[Token] = []
        for match in _WORD.finditer(text):
            self._take(match, text, found)
        return tuple(found)

    def _take(self, match: re.Match[str], text: str, found: list[Token]) -> None:
        word, start, end = match.group(), match.start(), match.end()
        gap = text[found[-1].end if found else 0 : start]
        bare = word.casefold()
        if found and gap in _APOSTROPHES and bare == "s":
            last = found.pop()
            found.append(replace(last, end=end, owner=True))
            return
        plain = "not" if found and gap in _APOSTROPHES and bare == "t" else _plain(word)
        owner = bare.endswith("s") and _is_genitive(text[end : end + 2])
        found.append(Token(word, plain, self.stem(plain), start, end, gap, owner))


def _is_genitive(rest: str) -> bool:
    return rest[:1] in _APOSTROPHES and rest[1:].isspace()


def _plain(word: str) -> str:
    parts: Iterable[str] = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))
