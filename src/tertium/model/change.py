"""What became different from one version of a page to the next, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

__all__ = ["Change", "ChangeKind", "Changes", "PageVersion"]


class ChangeKind(Enum):
    """Which part of a page changed.

    ROW is a property that came or went, STATE what is known of one entity and property; VALUE,
    LABEL, QUALIFIER, REFERENCE, RANK and CONTEST belong to a value; VERDICT is what a row says of
    its cells, SALIENCE its weight, PLACE where it stands. PART is anything else, PAGE a whole
    page that came or went.
    """

    ENTITY = "entity"
    ROW = "row"
    STATE = "state"
    VALUE = "value"
    LABEL = "label"
    QUALIFIER = "qualifier"
    REFERENCE = "reference"
    RANK = "rank"
    CONTEST = "contest"
    VERDICT = "verdict"
    SALIENCE = "salience"
    PLACE = "place"
    CONNECTION = "connection"
    SENTENCE = "sentence"
    PART = "part"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change: where on the page, from what to what, and why.

    `before` is empty for what is new, `after` for what is gone. `statements` are the IRIs of those
    it is about, `because` the reasons in words.
    """

    kind: ChangeKind
    where: str
    before: str = ""
    after: str = ""
    statements: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """The change in words, without its reasons."""
        if not self.before:
            return f"{self.kind.value} of {self.where}: new: {self.after}"
        if not self.after:
            return f"{self.kind.value} of {self.where}: gone: {self.before}"
        return f"{self.kind.value} of {self.where}: {self.before} → {self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageVersion:
    """A page and the graph it was made of."""

    title: str
    graph: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All changes between two versions of a page, in the order of the page."""

    old: PageVersion
    new: PageVersion
    changes: tuple[Change, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing changed, but perhaps the version of the graph."""
        return not self.changes

    def __iter__(self) -> Iterator[Change]:
        """Iterate over the changes."""
        return iter(self.changes)
