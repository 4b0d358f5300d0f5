"""The closed list of English words which belong to no property and no label."""

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
_CONSONANTS: Final = ("eu", "ewe", "one", "once", "uni", "us", "ut")
_SILENT: Final = ("heir", "honest", "honour", "hour")
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

    >>> indefinite("heir"), indefinite("university")
    ('an heir', 'a university')
    """
    lower = words.casefold()
    vowel = words[:1] in _VOWELS and not lower.startswith(_CONSONANTS)
    return f"{'an' if vowel or lower.startswith(_SILENT) else 'a'} {words}"
