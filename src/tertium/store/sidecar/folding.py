"""A name without what people spell differently."""

import unicodedata
from itertools import groupby
from typing import Final

__all__ = ["folded"]

_SPELT: Final = {
    "\u00e6": "ae",  # latin small letter ae
    "\u0153": "oe",  # latin small ligature oe
    "\u00fe": "th",  # latin small letter thorn
    "\u00f0": "d",  # latin small letter eth
    "\u0131": "i",  # latin small letter dotless i
    "\u0237": "j",  # latin small letter dotless j
    "\u014b": "n",  # latin small letter eng
    "\u0138": "k",  # latin small letter kra
    "\u0259": "e",  # latin small letter schwa
    "\u025b": "e",  # latin small letter open e
    "\u0254": "o",  # latin small letter open o
    "\u0269": "i",  # latin small letter iota
    "\u01bf": "w",  # latin letter wynn
    "\u0649": "\u064a",  # arabic letter alef maksura
    "\u06cc": "\u064a",  # arabic letter farsi yeh
    "\u06d2": "\u064a",  # arabic letter yeh barree
    "\u06a9": "\u0643",  # arabic letter keheh
    "\u0629": "\u0647",  # arabic letter teh marbuta
    "\u06c1": "\u0647",  # arabic letter heh goal
    "\u06d5": "\u0647",  # arabic letter ae
    "\u0671": "\u0627",  # arabic letter alef wasla
    "\u0640": "",  # arabic tatweel
}
"""Letters which Unicode does not take apart, or which several countries write differently."""
_APOSTROPHES: Final = frozenset(
    "'\u2019\u2018\u201b`\u00b4\u02b9\u02bc\u02bb\u02bd\u02be\u02bf\u02c8\u2032\uff07\u05f3\u055a"
)
_SOUNDED: Final = (8, 9)
"""Of combining marks, those which make another sound: of kana, and the virama of India."""
_SELECTORS: Final = range(0xFE00, 0xFE10)
_JOINER: Final = "\u034f"
_WITH: Final = " WITH "


class _Plain(dict[int, str]):
    """What becomes of each character, worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = _plain(chr(code))
        return self[code]


_PLAIN: Final = _Plain()


def folded(text: str) -> str:
    """Return a text without case, accents, punctuation and what cannot be seen.

    Initials in a row are one word. A text without letters and digits is itself, without spaces.

    >>> folded("Iósif  Stálin!"), folded("J.R.R. Tolkien"), folded("O'Brien"), folded("!!!")
    ('iosif stalin', 'jrr tolkien', 'obrien', '!!!')
    """
    words = text.translate(_PLAIN).split()
    if not words:
        return "".join(filter(_is_sign, unicodedata.normalize("NFKD", text)))
    if not any(map(_is_initial, words)):
        return " ".join(words)
    runs = groupby(words, key=_is_initial)
    return " ".join(("" if letters else " ").join(run) for letters, run in runs)


def _plain(char: str) -> str:
    if char in _APOSTROPHES:
        return ""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return _letter(char) if parts == char else "".join(map(_plain, parts))


def _letter(char: str) -> str:
    """Return what becomes of a character that cannot be taken apart."""
    kind = unicodedata.category(char)
    if char in _SPELT:
        return _SPELT[char]
    if kind[0] == "M":
        return char if _is_letter(char) else ""
    if kind[0] == "L":
        return _base(char)
    if kind[0] == "N":
        digit = unicodedata.decimal(char, None)
        return char if digit is None else str(digit)
    return "" if kind in {"Cf", "Cs"} or (kind == "Cc" and not char.isspace()) else " "


def _is_letter(mark: str) -> bool:
    """Return whether a combining mark is a vowel, say, and no accent."""
    if ord(mark) in _SELECTORS or mark == _JOINER:
        return False
    return not unicodedata.combining(mark) or unicodedata.combining(mark) in _SOUNDED


def _base(letter: str) -> str:
    """Return the letter of which this is one with a stroke, a hook or the like."""
    name, adorned, _ = unicodedata.name(letter, "").partition(_WITH)
    try:
        return _plain(unicodedata.lookup(name)) if adorned else letter
    except KeyError:
        return letter


def _is_initial(word: str) -> bool:
    return len(word) == 1 and not word.isdigit()


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
