"""Search without a server: an index in pieces, each a script which a page reads when it needs it.

They are scripts rather than data, for a page that was opened from a disk may read nothing else.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final

from tertium.batch.site.listing import Listing, Thing, folded
from tertium.render.escaping import visible

__all__ = ["search_files"]

_MOST: Final = 200
"""So many things a piece has at most, unless one word alone has more."""
_LONGEST: Final = 120
_LABEL: Final = 300
_LETTERS: Final = 40
"""No word is longer than this for the index; what is typed is cut likewise."""
_WIDE: Final = frozenset("WF")
_PAIR: Final = 2
_Words = Mapping[str, list[int]]
_INERT: Final = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "<": "\\u003c"})


def search_files(listing: Listing) -> Iterator[tuple[str, bytes]]:
    """Yield the pieces of the index, and which start of a word is in which of them."""
    words: dict[str, list[int]] = {}
    for place, thing in enumerate(listing.things):
        for word in dict.fromkeys(_words(folded(thing.label))):
            words.setdefault(word, []).append(place)
    rows = [_row(thing, listing) for thing in listing.things]
    starts = []
    for number, (start, places) in enumerate(_pieces("", words)):
        starts.append(start)
        yield f"search/{number}.js", _script(f"piece({number}", [rows[one] for one in places])
    yield "search/index.js", _script("starts(", starts)


def _pieces(start: str, words: _Words) -> Iterator[tuple[str, list[int]]]:
    """Yield which things have a word with each start, in the order of starts."""
    places = sorted({place for found in words.values() for place in found})
    if len(places) <= _MOST or set(words) == {start}:
        if places:
            yield start, places
        return
    longer = len(start) + 1
    for begun, some in groupby(sorted(words), key=lambda word: word[:longer]):
        yield from _pieces(begun, {word: words[word] for word in some})


def _row(thing: Thing, listing: Listing) -> list[object]:
    """Return what is shown of a thing, and its pairs: where it stands first, and second."""
    sides: tuple[list[int], list[int]] = ([], [])
    part = thing.address.rpartition("/")[2]
    for place in thing.pages:
        page = listing.pages[place]
        if len(page.iris) == _PAIR:
            sides[page.address.split("/")[1] != part].append(place)
    said = visible(thing.description)[:_LONGEST]
    return [
        folded(thing.label)[:_LABEL],
        part,
        visible(thing.label),
        said,
        len(thing.pages),
        *sides,
    ]


def _words(text: str) -> Iterator[str]:
    """Yield the words of a folded text; where words are not set apart, any sign may begin one."""
    for whole in text.split():
        yield (word := whole[:_LETTERS])
        if any(unicodedata.east_asian_width(sign) in _WIDE for sign in word):
            yield from (word[start:] for start in range(1, len(word)))


def _script(call: str, value: Iterable[object]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_INERT)
    comma = "" if call.endswith("(") else ","
    return f"tertium.{call}{comma}{text});\n".encode()
