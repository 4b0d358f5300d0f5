"""A page laid out: all in words, numbered, in reading order.

The formats for people (text, markdown, html) differ only in how they set these nouns. All texts
here are `visible`: free of control characters, but not yet escaped for any format.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from tertium.model.terms import Iri
from tertium.model.verdict import CellState
from tertium.render.notes import in_runs

__all__ = [
    "ACCOUNTS",
    "Band",
    "Box",
    "Chapter",
    "Citation",
    "Evidence",
    "Heading",
    "Item",
    "Layout",
    "Line",
    "Passage",
    "Standing",
    "Words",
    "Work",
    "marks_of",
]


ACCOUNTS: Final = "Why the rows stand where they do"
"""The heading over the reasons of salience."""
_PAIR: Final = 2


@dataclass(frozen=True, slots=True)
class Citation:
    """A note number with the work it stands for and the place in it."""

    number: int
    label: str
    locator: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement: its IRI, what it says in short, and what it cites.

    `address` is the IRI if it may stand in a link, else empty. `qualifiers` are those which are not
    said already, `rank` is empty if it is the normal one.
    """

    statement: Iri
    address: str
    says: str
    citations: tuple[Citation, ...]
    qualifiers: tuple[str, ...] = ()
    rank: str = ""


class Standing(Enum):
    """Whether a statement counts, or else why not: these words follow it."""

    COUNTED = ""
    OUTRANKED = "lower rank"
    DEPRECATED = "deprecated"


def marks_of(evidence: tuple[Evidence, ...]) -> tuple[str, ...]:
    """Return the note numbers of some statements as marks, ascending, a run of them as one."""
    numbers = {citation.number for one in evidence for citation in one.citations}
    return in_runs(sorted(numbers))


@dataclass(frozen=True, slots=True)
class Words:
    """Some words, the entity they name and their language, where known."""

    text: str
    entity: Iri | None = None
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, cut where it names entities."""

    words: tuple[Words, ...]
    evidence: tuple[Evidence, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of the notes that follow the sentence."""
        return marks_of(self.evidence)


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sentences under one heading."""

    heading: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A value with its circumstances, how it stands and, if it is contested, by whom.

    `circumstances` and `dispute` are to be set right after the value and the word "contested".
    """

    words: Words
    circumstances: str
    standing: Standing
    contested: bool
    dispute: str
    evidence: Evidence

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of the notes that follow the value."""
        return marks_of((self.evidence,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What stands in a cell: values after the state in words, empty where the values say it.

    `why` says what a state without values rests on; `more` counts the values left out, for which
    there are words with a place for their number.
    """

    entity: Words
    state: CellState
    words: str
    items: tuple[Item, ...]
    why: str = ""
    more: int = 0
    remainder: str = "and {number} more"

    def rest(self, shown: int) -> str:
        """Return how many values there are besides those shown; empty when there is none."""
        left = len(self.items) - shown + self.more
        return self.remainder.format(number=f"{left:,}") if left else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A property of all entities; the relation is empty when there is one entity.

    `verdict` is the relation in the words of the page, `aside` its reason where that says more than
    the boxes do, `tally` how the values of three or more entities are spread, `account` why the
    row has its salience, where that was asked.
    """

    predicate: Words
    boxes: tuple[Box, ...]
    relation: str
    verdict: str
    reason: str
    aside: str
    account: str = ""
    tally: tuple[str, ...] = ()

    @property
    def sparse(self) -> bool:
        """Whether something is recorded for fewer than half of three entities or more."""
        return len(self.boxes) > _PAIR and 2 * len(self.recorded) < len(self.boxes)

    @property
    def recorded(self) -> tuple[Box, ...]:
        """The boxes for which the graph has a statement to show."""
        return tuple(box for box in self.boxes if box.items)


@dataclass(frozen=True, slots=True)
class Band:
    """The lines of one facet."""

    heading: str
    lines: tuple[Line, ...]

    def blocks(self, width: int) -> tuple[tuple[Line, ...], ...]:
        """Return the lines which are no asides, so many at a time, as columns side by side."""
        dense = tuple(line for line in self.lines if not line.sparse)
        return tuple(dense[start : start + width] for start in range(0, len(dense), width))

    @property
    def asides(self) -> tuple[Line, ...]:
        """The lines in which there is little: as columns they would be empty for most."""
        return tuple(line for line in self.lines if line.sparse)


@dataclass(frozen=True, slots=True)
class Heading:
    """An entity and what it is in one line."""

    entity: Words
    description: str


@dataclass(frozen=True, slots=True)
class Work:
    """A source under its number; `address` is empty unless it may stand in a link."""

    number: int
    label: str
    address: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """All parts of a page, in order.

    `notice` says why the entities hardly compare, `selection` which rows are hidden; they are empty
    where there is nothing to say. `transposed` sets the entities one below the other; `signs` are
    the headings and other fixed words, by name.
    """

    title: str
    language: str
    headings: tuple[Heading, ...]
    notice: str
    summary: Chapter
    relations: Chapter
    selection: str
    transposed: bool
    caption: str
    bands: tuple[Band, ...]
    detail: tuple[Chapter, ...]
    works: tuple[Work, ...]
    origin: str
    invitation: str
    signs: Mapping[str, str]

    @property
    def accounts(self) -> tuple[tuple[str, str], ...]:
        """Why the rows have their salience: property and words, the first of each facet first."""
        lines = (line for band in self.bands for line in band.lines)
        return tuple((line.predicate.text, line.account) for line in lines if line.account)
