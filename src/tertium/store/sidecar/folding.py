"""A name without what people spell differently."""

import re
import unicodedata
from typing import Final

__all__ = ["folded"]

_WORD: Final = re.compile(r"\w+")


def folded(text: str) -> str:
    """Return a text without case, accents and punctuation.

    >>> folded("Iósif  Stálin!")
    'iosif stalin'
    """
    plain = text.casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(_WORD.findall(plain))
