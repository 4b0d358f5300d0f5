"""Texts as LaTeX sets them: whatever they hold, they command nothing."""

import re
from typing import Final

__all__ = ["address", "tex"]

_MARKS: Final = str.maketrans(
    {mark: f"\\{mark}" for mark in "$&#%_"}
    | {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "<": "\\textless{}",
        ">": "\\textgreater{}",
        "|": "\\textbar{}",
        '"': "\\textquotedbl{}",
        "`": "\\textasciigrave{}",
        "[": "{[}",
        "]": "{]}",
        "\u00a0": "~",
    }
)
"""Braces are spelled out, for BibTeX counts them; brackets could be an option after a new line."""
_LIGATURES: Final = re.compile(r"(?<=[-,'?!])(?=[-,'])")
"""Where two characters would become another one: a dash, a quotation mark."""
_UNSAFE: Final = re.compile(r"[\\{}\s^`|\"<>]")


def tex(text: str) -> str:
    r"""Return a text that LaTeX and BibTeX show as it is.

    >>> print(tex("50% of {a_b} -- [x]"))
    50\% of \textbraceleft{}a\_b\textbraceright{} -{}- {[}x{]}
    """
    return "{}".join(part.translate(_MARKS) for part in _LIGATURES.split(text))


def address(text: str) -> str:
    r"""Return a web address as it stands in a field of BibTeX, within ``\url``.

    >>> address("https://example.org/a%20b#c{d}")
    'https://example.org/a%20b#c%7Bd%7D'
    """
    return _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", text)
