"""Names as people get them wrong, drawn by a seed."""

from collections.abc import Callable, Mapping
from random import Random
from string import ascii_lowercase
from typing import Final

__all__ = ["FORMS", "Form"]

Form = Callable[[str, Random], str | None]
"""Makes another form of a name; `None` where that is not possible."""

_SHORTEST: Final = 4
_LONG_NAME: Final = 3


def _typo(name: str, random: Random) -> str | None:
    """Leave out, change, swap or put in one letter, but not the first of a word."""
    places = [at for at in range(1, len(name) - 1) if name[at].isalpha() and name[at - 1].isalpha()]
    if len(name) < _SHORTEST or not places:
        return None
    at, kind = random.choice(places), random.randrange(4)
    letter = random.choice(ascii_lowercase)
    return (
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at + 1 :],
        name[:at] + letter + name[at:],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    )[kind]


def _typos(name: str, random: Random) -> str | None:
    once = _typo(name, random)
    return _typo(once, random) if once else None


def _initials(name: str, _: Random) -> str | None:
    words = name.split()
    if len(words) == 1 or not all(word[:1].isalpha() for word in words):
        return None
    return " ".join((*(f"{word[0]}." for word in words[:-1]), words[-1]))


def _reordered(name: str, _: Random) -> str | None:
    words = name.split()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 and "," not in name else None


def _dropped(name: str, random: Random) -> str | None:
    words = name.split()
    if len(words) < _LONG_NAME:
        return None
    left = random.randrange(1, len(words) - 1)
    return " ".join(words[:left] + words[left + 1 :])


def _plain(name: str, _: Random) -> str | None:
    plain = name.upper()
    return plain if plain != name else None


FORMS: Final[Mapping[str, Form]] = {
    "as it is": lambda name, _: name,
    "one letter wrong": _typo,
    "two letters wrong": _typos,
    "initials": _initials,
    "last word first": _reordered,
    "a middle word left out": _dropped,
    "capitals": _plain,
}
