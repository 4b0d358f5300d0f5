"""From a text to its passages: title, headings, the cells of a table, sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tertium.model.audit import Passage

__all__ = ["Prose", "parties_of", "read_prose"]

_VERSUS: Final = re.compile(r"\s+(?:vs\.?|versus|v\.)\s+", re.IGNORECASE)
_MARKS: Final = re.compile(r"^\s*(?:#+|[-*>]|\d+\.)\s+|\*\*|__|\\?\[\d+\\?\](?:\([^)]*\))?")
_RULE: Final = re.compile(r"^[\s|:+=-]*$")
_SEAM: Final = re.compile(r"(?<=[a-z)\u2019'.])(?=[A-Z])")
_STOP: Final = re.compile(r"(?<=[.!?])[\"\u201d\u2019')\]]*\s+(?=[\"\u201c\u2018'(\[]?(?![a-z])\w)")
_SHORT: Final = re.compile(r"(?:\b\w|\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|ca|c|e\.g|i\.e|Jr|Sr|b|d))\.$")
_HEADING_WORDS: Final = 8
_TITLE: Final = 200


@dataclass(slots=True)
class Prose:
    """A text read: whom it compares by its title, and its passages."""

    parties: tuple[str, ...] = ()
    passages: list[Passage] = field(default_factory=list)

    def add(self, text: str, *, section: str, party: int | None = None, row: str = "") -> None:
        """Add a passage if there is anything in it."""
        if text.strip():
            number = len(self.passages) + 1
            passage = Passage(number=number, text=text.strip(), section=section)
            self.passages.append(replace(passage, party=party, row=row))


def parties_of(text: str) -> tuple[str, ...]:
    r"""Return whom a text compares, by its first line that sets names against each other.

    >>> parties_of("Comparison\n\nKarl Marx vs. Max Weber: who was right?")
    ('Karl Marx', 'Max Weber')
    """
    for line in _lines(text):
        names = _VERSUS.split(re.split(r"[:?|]|\s[-\u2013\u2014]\s", line)[0])
        if len(names) > 1 and all(map(str.strip, names)) and len(line) < _TITLE:
            return tuple(map(str.strip, names))
    return ()


def read_prose(text: str, parties: Sequence[str]) -> Prose:
    """Return the passages of a text on these comparands, named as the text's table names them."""
    prose, section, table = Prose(tuple(parties)), "", False
    for line in _lines(text):
        cells = _cells(line)
        if table and len(cells) == 1 + len(parties):
            for party, cell in enumerate(cells[1:]):
                prose.add(cell, section=section, party=party, row=cells[0])
        elif _is_header(line, parties):
            table = True
        elif _is_heading(line):
            section, table = line.rstrip(":"), False
        else:
            for sentence in _sentences(line):
                prose.add(sentence, section=section)
    return prose


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        bare = _MARKS.sub("", line).strip()
        if not _RULE.fullmatch(bare):
            yield bare


def _cells(line: str) -> list[str]:
    if "\t" in line or "|" in line:
        return [cell.strip() for cell in re.split(r"[\t|]", line.strip("| "))]
    return _SEAM.split(line)


def _is_header(line: str, parties: Sequence[str]) -> bool:
    """Return whether a line has the names of all comparands, one right after the other."""
    names = r"\W*".join(map(re.escape, parties))
    return len(parties) > 1 and re.search(rf"{names}\W*$", line) is not None


def _is_heading(line: str) -> bool:
    words = len(line.split())
    return words <= _HEADING_WORDS and (not line.endswith((".", "!", ";")) or words == 1)


def _sentences(line: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(line):
        before = line[start : stop.start()]
        if not _SHORT.search(before):
            yield line[start : stop.end()]
            start = stop.end()
    yield line[start:]
