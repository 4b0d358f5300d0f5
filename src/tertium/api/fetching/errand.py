"""What is fetched in one go: entities, then what they speak of, then the classes above."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tertium.api.fetching.documents import Document, document_of
from tertium.api.fetching.neighbours import Neighbours, broader
from tertium.api.fetching.records import Record, Records
from tertium.api.fetching.site import WIKIDATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tertium.api.fetching.site import Site
    from tertium.fetch.fetcher import Fetcher

__all__ = ["Errand", "Wanted"]

_ANY = "mul"
"""The language of names which are the same in all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be fetched, and from where.

    Attributes:
        site: the address of a Wikibase.
        revisions: which revision of an entity, by its identifier; else the current one.
        languages: those in which neighbours are to be named.
        classes: so many steps up from the values of entities their superclasses are fetched.
        anew: whether names of neighbours that are in the store already are fetched again.

    """

    site: str = WIKIDATA
    revisions: Mapping[str, int] = field(default_factory=dict)
    languages: tuple[str, ...] = ("en",)
    classes: int = 2
    anew: bool = False


@dataclass(slots=True)
class Errand:
    """Asks a site for entities and for what is around them; tells how much of it is done."""

    site: Site
    fetcher: Fetcher
    wanted: Wanted
    tell: Callable[[int, int], None]
    done: int = 0
    total: int = 0

    def documents(self, identifiers: tuple[str, ...]) -> tuple[Document, ...]:
        """Return the documents of entities; raises as `document_of` does."""
        self.total = len(identifiers)
        return tuple(map(self._document, identifiers))

    def records(
        self, documents: Iterable[Document], known: Mapping[str, frozenset[str]]
    ) -> tuple[Record, ...]:
        """Return what is fetched of all that documents speak of.

        What has names already, in the wanted languages or in any, is left out.
        """
        around, wanted = Neighbours(), frozenset(self.wanted.languages)
        fetched = {one for one, tags in known.items() if wanted <= tags or _ANY in tags}
        for document in documents:
            around.add(document.fields)
            fetched.add(document.identifier)
        deep = self.wanted.classes > 0
        properties = self._records(around.properties, fetched, claims=True)
        level = self._records(around.values, fetched, claims=deep)
        found = [*properties, *level, *self._records(around.others, fetched, claims=False)]
        for left in reversed(range(self.wanted.classes)):
            above = (iri for record in level for iri in broader(record.fields))
            level = self._records(above, fetched, claims=left > 0)
            found += level
        return tuple(found)

    def _document(self, identifier: str) -> Document:
        revision = self.wanted.revisions.get(identifier, 0)
        document = document_of(identifier, revision, site=self.site, fetcher=self.fetcher)
        self._advance(1)
        return document

    def _records(
        self, identifiers: Iterable[str], fetched: set[str], *, claims: bool
    ) -> tuple[Record, ...]:
        """Return what is fetched of some of the identifiers: of those not fetched before."""
        fresh = tuple(one for one in dict.fromkeys(identifiers) if one not in fetched)
        fetched |= {*fresh}
        self.total += len(fresh)
        asks = Records(
            site=self.site,
            fetcher=self.fetcher,
            languages=tuple(dict.fromkeys((*self.wanted.languages, _ANY))),
            tell=self._advance,
        )
        return tuple(asks.of(fresh, claims=claims))

    def _advance(self, count: int) -> None:
        self.done += count
        self.tell(self.done, self.total)
