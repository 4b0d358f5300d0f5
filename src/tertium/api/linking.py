"""Links names to the entities of a graph: candidates, what is known of them, and a decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from tertium.api.evidence import Evidence
from tertium.linking import LONGEST, cleaned, decide
from tertium.queries.holding import held
from tertium.queries.index import AskedNames
from tertium.queries.prefixes import is_own
from tertium.queries.reading.descriptions import read_blurb
from tertium.store.vocabulary import BACKGROUND, DESCRIPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tertium.linking import Asked, Known
    from tertium.model.link import Candidate, Linking, LinkQuery
    from tertium.model.terms import Iri
    from tertium.queries.index import NameIndex
    from tertium.queries.reader import Reader

__all__ = ["Linker"]

_LIMIT: Final = 10
_TOGETHER: Final = 200
"""So many queries are answered at once."""
_FETCHED: Final = 40
"""For each name, so many things are looked at."""


@dataclass(frozen=True)
class Linker:
    """Links names to the entities of one graph; `index` knows the names in it."""

    reader: Reader
    index: NameIndex | None = None
    limit: int = _LIMIT

    def link(self, query: LinkQuery) -> Linking:
        """Return the entities that a query may mean, and which it means beyond doubt."""
        (linking,) = self._linked((query,))
        return linking

    def link_all(self, queries: Iterable[LinkQuery]) -> Iterator[Linking]:
        """Yield what each of many queries may mean, in their order; they are read as needed."""
        rest = iter(queries)
        while batch := tuple(islice(rest, _TOGETHER)):
            yield from self._linked(batch)

    def _linked(self, queries: Sequence[LinkQuery]) -> Iterator[Linking]:
        """Yield what a batch means; a query that is asked again is answered once."""
        plain = {query: _plain(query) for query in queries}
        distinct = tuple(dict.fromkeys(plain.values()))
        answers = dict(zip(distinct, self._answers(distinct), strict=True))
        return (replace(answers[plain[query]], query=query) for query in queries)

    def weighed(
        self, queries: Sequence[LinkQuery]
    ) -> Iterator[tuple[LinkQuery, tuple[Known, ...], Asked]]:
        """Yield queries, each once, with what is known of their candidates and of their words."""
        found = {query: self._candidates(query) for query in map(_plain, queries)}
        for query, known in self._evidence.known(found):
            yield query, known, self._evidence.asked(query)

    def _answers(self, queries: Sequence[LinkQuery]) -> tuple[Linking, ...]:
        linkings = [
            decide(query, known, asked, limit=self.limit)
            for query, known, asked in self.weighed(queries)
        ]
        return tuple(self._described(linkings))

    def _candidates(self, query: LinkQuery) -> tuple[Iri, ...]:
        """Return the things whose names look like one that is given, and which are no words."""
        texts = [text for text in (query.text, *query.names) if text]
        matches = (self._index.candidates(text, limit=_FETCHED) for text in texts)
        found = (match.entity for some in matches for match in some)
        iris = tuple(
            dict.fromkeys(self.reader.identity(iri).iri for iri in found if not is_own(iri))
        )
        names = self.reader.names(iris)
        return tuple(iri for iri in iris if BACKGROUND.isdisjoint(names.entity(iri).types))

    def _described(self, linkings: Sequence[Linking]) -> Iterator[Linking]:
        """Yield linkings with what introduces their candidates."""
        things = dict.fromkeys(one.entity.iri for link in linkings for one in link.candidates)
        arcs = held(self.reader, tuple(things), DESCRIPTIONS)
        blurbs = {iri: read_blurb(told, self.reader.language) for iri, told in arcs.items()}
        for link in linkings:
            yield replace(link, candidates=tuple(_introduced(link.candidates, blurbs)))

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(self.reader, self._index)

    @cached_property
    def _index(self) -> NameIndex:
        asked = AskedNames(self.reader.store, self.reader.catalogue, self.reader.language)
        return asked if self.index is None else self.index


def _plain(query: LinkQuery) -> LinkQuery:
    """Return a query as it is looked up: without its key, and without what is no name."""
    texts = [cleaned(text) for text in (query.text, *query.names)]
    text, *names = [one if len(one) <= LONGEST else "" for one in texts]
    others = tuple(name for name in dict.fromkeys(names) if name and name != text)
    return replace(query, text=text, names=others, key="")


def _introduced(candidates: Iterable[Candidate], blurbs: Mapping[Iri, str]) -> Iterator[Candidate]:
    for one in candidates:
        yield replace(one, description=blurbs.get(one.entity.iri, ""))
