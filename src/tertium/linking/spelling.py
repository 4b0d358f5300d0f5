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
_WORD: Final = re.compile(r"\w+")
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
    """Return the words of a name without case, accents and punctuation.

    >>> words("O'Brien, Seán")
    ('obrien', 'sean')
    """
    plain = _APOSTROPHES.sub("", name.casefold())
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
        plain = plain.translate(_LETTERS)
    return tuple(_WORD.findall(plain.replace("_", " ")))
