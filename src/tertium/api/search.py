"""A graph in which things are found, with what is known of the whole of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tertium.api.caching import FETCHED
from tertium.api.remote import remote_statistics
from tertium.errors import (
    BadLanguageTagError,
    NotFetchedError,
    SelfComparisonError,
    TooFewEntitiesError,
    TooManyEntitiesError,
    UnknownEntityError,
    UnknownFormatError,
)
from tertium.model.comparison import MOST_COMPARANDS
from tertium.model.statistics import Statistics
from tertium.narrate import LANGUAGES
from tertium.queries.cards import bundled_cards
from tertium.queries.finding import Finder
from tertium.queries.prefixes import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tertium.api.link_crew import Links
    from tertium.model.comparison import GraphInfo
    from tertium.model.identity import Link
    from tertium.model.terms import Iri
    from tertium.queries.finding import Found
    from tertium.queries.reader import Reader
    from tertium.store.sidecar import Sidecar

__all__ = ["SearchableGraph"]

_AT_LEAST: Final = 2
_TAG: Final = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""What looks like a language with its region or script (BCP 47)."""


class SearchableGraph:
    """A store with its readers, its names and what was counted of it."""

    def __init__(
        self,
        reader: Reader,
        *,
        info: GraphInfo,
        sidecar: Sidecar | None = None,
        opening: Callable[[], Links] | None = None,
        transient: bool = False,
    ) -> None:
        """Wrap a reader of the graph, and what was counted of it if anything was.

        `opening` opens the same graph again in another process, where that can be done; a
        `transient` one is read into memory anew by each.
        """
        self.reader = reader
        self.sidecar = sidecar
        self._store = reader.store
        self._readers = {reader.language: reader}
        self.queries = reader.catalogue
        self.info = info
        self.opening = opening
        self.transient = transient

    def remember(self, descriptions: int) -> None:
        """Keep the last so many descriptions in memory, for those who make many pages."""
        self.reader = replace(self.reader, memory=descriptions)
        self._readers = {self.reader.language: self.reader}

    def find(self, text: str, *, limit: int = 10) -> tuple[Found, ...]:
        """Return the entities which a label, alias or identifier may mean, best first."""
        return self._finder.find(text, limit=limit)

    def resolve(self, text: str) -> Iri:
        """Return the one entity which a label, an IRI or a CURIE means.

        Raises:
            AmbiguousEntityError: when a label fits several entities.
            NotFetchedError: when it means one of which the graph `fetched` has no document.
            UnknownEntityError: when it fits none.

        """
        return self._fetched(text) if self.info.id == FETCHED else self._finder.resolve(text)

    def _fetched(self, text: str) -> Iri:
        """Return the one entity which a text means and of which there is a document."""
        from tertium.api.fetching.identifiers import named_in

        try:
            iri = self._finder.resolve(text)
        except UnknownEntityError as error:
            if identifier := named_in(text):
                raise NotFetchedError(text, identifier) from error
            raise
        if all(iri != revision.entity for revision in self.info.fetched):
            raise NotFetchedError(text, named_in(iri))
        return iri

    def write(self, entity: str, media_type: str = "text/turtle") -> bytes:
        """Return what is stated of one entity, under any of its IRIs, in a syntax of RDF.

        These are its triples, its statement nodes with qualifiers and references, and the values
        and sources they lead to.

        Raises:
            AmbiguousEntityError: when a label fits several entities.
            UnknownEntityError: when it fits none.
            UnknownFormatError: when no syntax has this media type.

        """
        from tertium.store.writing import SYNTAXES, write_graph

        if media_type not in SYNTAXES:
            raise UnknownFormatError(media_type, tuple(SYNTAXES))
        around = self.reader.around(self.resolve(entity))
        return write_graph(around, media_type, PREFIXES)

    @cached_property
    def statistics(self) -> Statistics:
        """How common properties and values are, counted once.

        Of an endpoint they are asked for where that is cheap, and else done without.
        """
        if self.sidecar is not None:
            return self.sidecar.statistics
        counted = remote_statistics(self.reader) if self.info.counted else None
        self.info = replace(self.info, counted=counted is not None)
        return counted or Statistics()

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.reader, None if self.sidecar is None else self.sidecar.names)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which pages can be written."""
        return (*LANGUAGES, *sorted(bundled_cards()))

    def _reader(self, language: str) -> Reader:
        known = self.languages
        if not _TAG.fullmatch(language) or language.partition("-")[0].casefold() not in known:
            raise BadLanguageTagError(language, known)
        return self._readers.setdefault(language, replace(self.reader, language=language))

    def _teller(self, language: str) -> Reader:
        """Return a reader whose patterns have words: in English, where a language has a card."""
        reader = self._reader(language)
        return self._reader("en") if reader.lexicon.card else reader

    def _resolved(self, entities: Sequence[str]) -> tuple[Iri, ...]:
        if len(entities) < _AT_LEAST:
            raise TooFewEntitiesError(len(entities))
        if len(entities) > MOST_COMPARANDS:
            raise TooManyEntitiesError(len(entities), MOST_COMPARANDS)
        return self._apart(entities)

    def _apart(self, entities: Sequence[str]) -> tuple[Iri, ...]:
        """Return what texts mean; of two which mean the same, say how that is known."""
        found: dict[Iri, str] = {}
        for text in entities:
            iri = self.resolve(text)
            if iri in found:
                links = self._finder.same(found[iri], text)
                (thing,) = self.reader.entities((iri,))
                raise SelfComparisonError(thing.label, tuple(map(_said, links)))
            found[iri] = text
        return tuple(found)


def _said(link: Link) -> str:
    return " ".join(f"<{iri}>" for iri in link)
