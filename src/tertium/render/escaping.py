"""Makes text safe to show, whoever wrote it."""

import re
import unicodedata
from typing import Final

__all__ = ["direction", "isolated", "visible", "web_address"]

_SPACES: Final = dict.fromkeys([*range(0x09, 0x0E), 0x85, 0x2028, 0x2029], " ")
_C0: Final = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_C1_AND_BIDI: Final = {
    code: f"\u27e8U+{code:04X}\u27e9"
    for code in [*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
}
_SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_SYMBOLS: Final = _SURROGATES | _C1_AND_BIDI | _C0 | _SPACES
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN"})
_LEFTWARD: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\\\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)


def visible(text: str) -> str:
    r"""Return the text on one line, with a symbol for each control character.

    No escape sequence reaches a terminal, no override turns the words around.

    >>> visible("red \x1b[31m")
    'red ␛[31m'
    """
    # Whatever has a symbol cannot be printed; nearly every text can, which is quick to see.
    return text if text.isprintable() else text.translate(_SYMBOLS)


def isolated(text: str) -> str:
    """Return the text so that right-to-left words leave their neighbours in place.

    The characters are U+2068 and U+2069 (Unicode Bidirectional Algorithm, UAX #9); text which
    does not need them is returned as it is.
    """
    if _RIGHT_TO_LEFT.isdisjoint(map(unicodedata.bidirectional, text)):
        return text
    return f"\u2068{text}\u2069"


def web_address(text: str) -> str:
    """Return the text if it may stand in a link, else an empty text.

    >>> web_address("javascript:alert(1)")
    ''
    """
    return text if _WEB_ADDRESS.fullmatch(text) else ""


def direction(language: str) -> str:
    """Return whether a language is written from the left or from the right.

    >>> direction("en-GB"), direction("fa")
    ('ltr', 'rtl')
    """
    return "rtl" if language.partition("-")[0].casefold() in _LEFTWARD else "ltr"
