"""A name as the words of which it is made, and what they cost to be taken for others."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["LONGEST", "cleaned", "words"]

LONGEST: Final = 300
"""Nobody's name has more characters."""
_REMEMBERED: Final = 1 << 15
_APOSTROPHES: Final = re.compile("['\u2018\u2019\u02bc\u02bb\u02b9`\u00b4]")
_WORD: Final = re.compile("[a-z0-9]+")
_VOWELS: Final = frozenset(("Mc", "Mn"))
_SPACES: Final = re.compile(r"\s+")
_INVISIBLE: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
_LETTERS: Final = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "\u0131": "i",
        "ħ": "h",
    }
)
"""Letters with a stroke or of two joined, which no decomposition takes apart."""


def cleaned(text: str) -> str:
    r"""Return a text without what cannot be seen, each run of spaces as one.

    >>> cleaned(" Leon\u202e \x00 Trotsky ")
    'Leon Trotsky'
    """
    if not text.isprintable():
        spaced = (" " if char.isspace() else char for char in text)
        text = "".join(c for c in spaced if unicodedata.category(c) not in _INVISIBLE)
    return _SPACES.sub(" ", text).strip()


@lru_cache(_REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents and punctuation; of signs alone, those.

    >>> words("O'Brien, Seán"), words("!!!")
    (('obrien', 'sean'), ('!!!',))
    """
    plain = _APOSTROPHES.sub("", name.casefold())
    if plain.isascii():
        found = _WORD.findall(plain)
    else:
        parts = unicodedata.normalize("NFKD", plain)
        found = "".join(map(_letter, parts)).translate(_LETTERS).split()
    return tuple(found) or tuple(name.split())


@lru_cache(_REMEMBERED)
def _letter(char: str) -> str:
    """Return what a sign is in a word: nothing if an accent; signs of vowels are letters."""
    category = unicodedata.category(char)
    if unicodedata.combining(char) or category == "Cf":
        return ""
    return char if char.isalnum() or category in _VOWELS else " "
