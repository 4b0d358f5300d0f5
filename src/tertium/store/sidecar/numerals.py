"""Numerals in names: of kings, wars and sons."""

from typing import Final

__all__ = ["is_numeral", "is_numeric", "other_numeral"]

_UNITS: Final = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN: Final = tuple(ten + unit for ten in ("", "x", "xx", "xxx") for unit in _UNITS)
"""Up to 39; more is seldom a number."""
_NUMBERS: Final = {numeral: str(number) for number, numeral in enumerate(_ROMAN) if numeral[1:]}
"""Of more than one letter: a single one is an initial."""
_GENERATIONS: Final = frozenset({"jr", "junior", "sr", "senior"})


def is_numeric(word: str) -> bool:
    """Return whether a folded word is a number; a single letter is none."""
    return word in _NUMBERS or word.isdigit()


def is_numeral(word: str) -> bool:
    """Return whether a folded word tells things of one name apart.

    >>> is_numeral("viii"), is_numeral("jr"), is_numeral("v")
    (True, True, False)
    """
    return word in _GENERATIONS or is_numeric(word)


def other_numeral(word: str) -> tuple[str, ...]:
    """Return the other way of writing a number, if it has one.

    >>> other_numeral("xiv"), other_numeral("14"), other_numeral("louis")
    (('14',), ('xiv',), ())
    """
    if word.isdecimal() and len(word) < len("100") and 1 < int(word) < len(_ROMAN):
        return (_ROMAN[int(word)],)
    return (_NUMBERS[word],) if word in _NUMBERS else ()
