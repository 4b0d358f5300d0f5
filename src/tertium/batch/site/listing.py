"""What a site's index knows: its pages, the things they compare, and what they rest on."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Final

from tertium.batch.addresses import thing_address
from tertium.batch.outcomes import Entry
from tertium.model.terms import Iri

__all__ = ["Listing", "PageLink", "Thing", "folded", "listed"]

_NO_WORD: Final = re.compile(r"[\W_]+")
_NEWS: Final = 100
"""So many pages a feed tells of."""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page: where it is without a suffix, its title, what it compares and of which day it is."""

    address: str
    title: str
    iris: tuple[Iri, ...]
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something that is compared; `pages` are the places of its pages in the listing."""

    iri: Iri
    label: str
    description: str
    address: str
    pages: list[int] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str, Iri]:
        """Where it stands among others, by its name as one looks it up."""
        return folded(self.label), self.label, self.iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All pages in the order of their numbers, all things by name, what is cited how often.

    `news` are the pages of the newest days, the newest first; `sources` count the pages that cite
    each source with its licence.
    """

    pages: tuple[PageLink, ...]
    things: tuple[Thing, ...]
    news: tuple[Entry, ...]
    sources: Mapping[tuple[str, str], int]


def listed(entries: Iterable[Entry]) -> Listing:
    """Return what some entries tell; where two have one address, the first stands for both."""
    gathered = _Gathered()
    for entry in entries:
        gathered.take(entry)
    return Listing(
        pages=tuple(gathered.pages.values()),
        things=tuple(sorted(gathered.things.values(), key=lambda thing: thing.key)),
        news=tuple(_newest(gathered.news)),
        sources=gathered.sources,
    )


def folded(text: str) -> str:
    """Return a text as it is looked up: without case and marks, with single spaces.

    The script of a site folds what is typed in the same way.

    >>> folded("Château-d'If"), folded("  ŁÓDŹ ")
    ('chateau d if', 'łodz')
    """
    if not text.isascii():
        signs = unicodedata.normalize("NFKD", text)
        text = "".join(one for one in signs if not unicodedata.category(one).startswith("M"))
    return _NO_WORD.sub(" ", text).lower().strip()


@dataclass(slots=True)
class _Gathered:
    """What was taken so far: no more of an entry is kept than is needed at the end."""

    pages: dict[str, PageLink] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    news: list[Entry] = field(default_factory=list)
    sources: Counter[tuple[str, str]] = field(default_factory=Counter)

    def take(self, entry: Entry) -> None:
        if entry.address in self.pages:
            return
        iris = tuple(map(Iri, entry.iris))
        for iri, label, said in zip(iris, entry.labels, entry.descriptions, strict=True):
            address = thing_address(iri)
            thing = Thing(iri=iri, label=label, description=said, address=address)
            self.things.setdefault(iri, thing).pages.append(len(self.pages))
        link = PageLink(entry.address, entry.title, iris, entry.modified)
        self.pages[entry.address] = link
        self.sources.update(entry.sources)
        self.news.append(entry)
        if len(self.news) > 2 * _NEWS:
            self.news = _newest(self.news)


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    return nlargest(_NEWS, entries, key=lambda entry: (entry.modified, -entry.number))
