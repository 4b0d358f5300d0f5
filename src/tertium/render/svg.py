"""Pictures as SVG: elements written so that they are well-formed, whatever the labels say.

Colours and fonts come from style sheets by class; presentation attributes are what is left of a
picture where no style sheet is read. There are no `style` attributes, which a strict policy of a
site would refuse.
"""

import math
import unicodedata
from dataclasses import dataclass
from html import escape
from typing import Final, NewType

from tertium.render.escaping import isolated, visible

__all__ = [
    "LETTER",
    "NOTHING",
    "WIDE",
    "Picture",
    "Svg",
    "caption",
    "element",
    "number",
    "picture",
    "shortened",
    "width",
]

Svg = NewType("Svg", str)
"""A piece of a picture, written and escaped."""

WIDE: Final = 960.0
"""How wide a picture is, before it is fitted to its page."""
LETTER: Final = 11.0
"""How high a letter is."""
_NOT_XML: Final = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
_WIDE: Final = frozenset("WF")
_EM: Final = 0.56
"""How wide a letter is on average, for its height; a wide one is as wide as high."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole picture, which templates set as it is; false if there is nothing to be seen."""

    svg: Svg

    def __html__(self) -> str:
        """Return the picture for a template, which need not escape it."""
        return self.svg

    def __bool__(self) -> bool:
        """Return whether there is anything to be seen."""
        return bool(self.svg)


NOTHING: Final = Picture(Svg(""))


def element(name: str, *children: Svg, **attributes: str | float) -> Svg:
    """Return an element; an underscore in the name of an attribute stands for a hyphen.

    >>> element("text", caption("<x>"), x=1.5, text_anchor="end")
    '<text x="1.5" text-anchor="end">&lt;x&gt;</text>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_attribute(value)}"'
        for key, value in attributes.items()
    )
    inside = "".join(children)
    return Svg(f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>")


def picture(*parts: Svg, kind: str, title: str, twin: str, height: float) -> Picture:
    """Return a whole picture with its title and where the same is said in words."""
    whole = element(
        "svg",
        element("title", caption(title)),
        element("desc", caption(twin)),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        class_=kind,
        role="img",
        direction="ltr",
        viewBox=f"0 0 {WIDE:.0f} {math.ceil(height)}",
        font_size=LETTER,
        font_family="sans-serif",
        fill="currentColor",
    )
    return Picture(whole)


def caption(text: str) -> Svg:
    """Return a text, escaped; words from right to left leave their neighbours in place."""
    return Svg(escape(isolated(visible(text).translate(_NOT_XML))))


def number(amount: float) -> str:
    """Return a coordinate with one decimal at most.

    >>> number(12.04), number(0.25)
    ('12', '0.2')
    """
    return f"{amount:.1f}".removesuffix(".0")


def width(text: str) -> float:
    """Return about how wide a text is."""
    letters = (1.0 if unicodedata.east_asian_width(one) in _WIDE else _EM for one in text)
    return LETTER * sum(letters)


def shortened(text: str, most: int) -> str:
    """Return a text of so many characters at most, cut visibly.

    >>> shortened("Politburo", 5)
    'Polit…'
    """
    return text if len(text) <= most else text[:most].rstrip() + "…"


def _attribute(value: str | float) -> str:
    if isinstance(value, str):
        return escape(visible(value).translate(_NOT_XML))
    return number(value)
