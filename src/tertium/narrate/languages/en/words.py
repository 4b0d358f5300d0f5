"""The closed list of English words which belong to no property and no label."""

import re
from typing import Final

__all__ = [
    "MONTHS",
    "count",
    "indefinite",
    "ordinal",
    "say_list",
]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_VOWELS: Final = frozenset("aeiouAEIOU")

_COUNTS: Final = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
# Words whose first letter misleads about their first sound.
_CONSONANT: Final = re.compile(
    r"eu|ewe|one\b|once|oui|unesco|uni(?!n|m)|ub|ugan|uk|ur[au]|us[aeiu]|ut[aeio]|u(?=\b|[.-])"
)
_SILENT: Final = re.compile(r"(?:heir|honest|hono|hour|1[18](?:\b|th)|8)")
_LETTERS: Final = re.compile(r"(?:[A-Z]{2,3}|[A-Z](?:\.[A-Z])+\.?|[B-DF-HJ-NP-TV-Z]{4,}|[A-Z])\b")
"""What is read letter by letter: "MBA", "U.S.", but not "NATO"."""
_SPOKEN_WITH_A_VOWEL: Final = frozenset("AEFHILMNORSX")
_ORDINALS: Final = {1: "st", 2: "nd", 3: "rd"}
_TEENS: Final = (11, 12, 13)


def say_list(items: tuple[str, ...]) -> str:
    """Return items as in "A, B and C".

    >>> say_list(("Marx", "Engels", "Lenin"))
    'Marx, Engels and Lenin'
    """
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def count(number: int) -> str:
    """Return a small number as a word, and any other in digits."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def ordinal(number: int) -> str:
    """Return a number as in "19th"."""
    teen = number % 100 in _TEENS
    return f"{number}{'th' if teen else _ORDINALS.get(number % 10, 'th')}"


def indefinite(words: str) -> str:
    """Return words after "a" or "an".

    >>> indefinite("heir"), indefinite("university"), indefinite("MBA"), indefinite("UN envoy")
    ('an heir', 'a university', 'an MBA', 'a UN envoy')
    """
    if _LETTERS.match(words):
        vowel = words[0] in _SPOKEN_WITH_A_VOWEL
    else:
        lower = words.casefold()
        vowel = words[:1] in _VOWELS and not _CONSONANT.match(lower)
        vowel = vowel or bool(_SILENT.match(lower))
    return f"{'an' if vowel else 'a'} {words}"
