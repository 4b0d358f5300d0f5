"""A graph that can be searched, described, compared and verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tertium.api.page import Page
from tertium.api.verifying import verify_page
from tertium.compare import connections, select, table
from tertium.errors import BadLanguageTagError, SelfComparisonError, TooFewEntitiesError
from tertium.model.comparison import Comparison, GraphInfo, Queries, View
from tertium.model.values import Entity
from tertium.narrate import LANGUAGES, narrate
from tertium.queries.asking import ask_text
from tertium.queries.finding import Finder
from tertium.queries.prefixes import with_prefixes
from tertium.queries.reader import Reader
from tertium.store.protocol import ask

if TYPE_CHECKING:
    import rdflib

    from tertium.api.verifying import Failure
    from tertium.model.description import Description
    from tertium.model.narrative import Narrative, Sentence
    from tertium.model.schema import Schema
    from tertium.model.statistics import Statistics
    from tertium.model.terms import Iri
    from tertium.queries.catalogue import Catalogue
    from tertium.queries.finding import Found
    from tertium.store.oxigraph import OxigraphStore
    from tertium.store.protocol import Answer

__all__ = ["KnowledgeGraph"]

_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the reader wants to see of a page."""

    language: str
    view: View
    facet: str | None
    rows: int | None


class KnowledgeGraph:
    """A store with its ontology, statistics and saved queries.

    What is counted once is kept: open a graph once and ask it often.

    >>> import tertium
    >>> kg = tertium.open()
    >>> kg.find("Trotsky")[0].entity.label
    'Leon Trotsky'
    """

    def __init__(self, store: OxigraphStore, *, catalogue: Catalogue, info: GraphInfo) -> None:
        """Wrap a store that holds the ontology and the data."""
        self._store = store
        self._readers: dict[str, tuple[Reader, Schema]] = {}
        self.queries = catalogue
        self.info = info

    def find(self, text: str, *, limit: int = 10) -> tuple[Found, ...]:
        """Return the entities which a label, alias or identifier may mean, best first."""
        return self._finder.find(text, limit=limit)

    def resolve(self, text: str) -> Iri:
        """Return the one entity which a label, an IRI or a CURIE means.

        Raises:
            AmbiguousEntityError: when a label fits several entities.
            UnknownEntityError: when it fits none.

        """
        return self._finder.resolve(text)

    def describe(
        self,
        entity: str,
        *,
        language: str = "en",
        view: View = View.ALL,
        facet: str | None = None,
        rows: int | None = None,
    ) -> Page:
        """Return the page of one entity."""
        wanted = _Wanted(language, view, facet, rows)
        return self._page((self.resolve(entity),), wanted)

    def compare(
        self,
        *entities: str,
        language: str = "en",
        view: View = View.ALL,
        facet: str | None = None,
        rows: int | None = None,
    ) -> Page:
        """Return the page of two or more entities against each other.

        Entities are labels, IRIs or CURIEs. `facet` keeps the rows of one facet, `rows` the most
        salient ones.

        Raises:
            TooFewEntitiesError: when fewer than two are given.
            SelfComparisonError: when two of them are the same.
            BadLanguageTagError: when no page can be written in the language.

        """
        if len(entities) < _AT_LEAST:
            raise TooFewEntitiesError(len(entities))
        wanted = _Wanted(language, view, facet, rows)
        return self._page(tuple(map(self.resolve, entities)), wanted)

    def narrate(self, comparison: Comparison, *, language: str = "en") -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        narrative = narrate(comparison, self._reader(language)[0].lexicon())
        return replace(
            narrative,
            summary=self._attested(narrative.summary),
            relations=self._attested(narrative.relations),
            sections=tuple(
                replace(section, sentences=self._attested(section.sentences))
                for section in narrative.sections
            ),
        )

    def query(self, sparql: str) -> Answer:
        """Return what a SPARQL text answers; well-known prefixes need no declaration.

        Raises:
            BadQueryError: when the text is no SPARQL query.

        """
        return self._store.query(with_prefixes(sparql))

    def holds(self, question: str) -> bool:
        """Return whether an ASK query is true of this graph."""
        return ask(self._store, question)

    def verify(self, document: str) -> tuple[Failure, ...]:
        """Return what a page (its JSON) says and this graph does not.

        Raises:
            BadPageError: when the document is no comparison.

        """
        return verify_page(document, self)

    def to_rdflib(self) -> rdflib.Graph:
        """Return a copy as an rdflib graph."""
        from tertium.store.rdflib_graph import to_graph

        return to_graph(self._store)

    @cached_property
    def statistics(self) -> Statistics:
        """How common properties and values are, counted once."""
        return self._reader("en")[0].statistics()

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self._store, self.queries)

    def _reader(self, language: str) -> tuple[Reader, Schema]:
        if language not in LANGUAGES:
            raise BadLanguageTagError(language, LANGUAGES)
        if language not in self._readers:
            reader = Reader(self._store, self.queries, language)
            self._readers[language] = (reader, reader.schema())
        return self._readers[language]

    def _page(self, iris: tuple[Iri, ...], wanted: _Wanted) -> Page:
        whole = self._compare(iris, wanted.language)
        rows = select(whole.rows, view=wanted.view, facet=wanted.facet, limit=wanted.rows)
        narrative = self.narrate(whole, language=wanted.language)
        if wanted.facet is not None:
            facets = {row.facet for row in rows}
            kept = tuple(section for section in narrative.sections if section.facet in facets)
            narrative = replace(narrative, sections=kept)
        return Page(replace(whole, rows=rows), narrative)

    def _compare(self, iris: tuple[Iri, ...], language: str) -> Comparison:
        reader, schema = self._reader(language)
        descriptions = reader.descriptions(iris)
        _refuse_twins(descriptions)
        hierarchy = reader.hierarchy(_entities(descriptions))
        rows = table(descriptions, schema=schema, hierarchy=hierarchy, statistics=self.statistics)
        return Comparison(
            entities=descriptions,
            rows=rows,
            rows_total=len(rows),
            connections=connections(descriptions),
            language=language,
            graph=self.info,
            queries=self._sparql(iris),
        )

    def _sparql(self, iris: tuple[Iri, ...]) -> Queries:
        alone = self.queries["compare/held-by-one"]
        return Queries(
            similarity=self.queries["compare/shared"].bind(entity=iris),
            differences=tuple(
                (iri, alone.bind(entity=iri, other=[other for other in iris if other != iri]))
                for iri in iris
            ),
        )

    def _attested(self, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(
            replace(
                sentence,
                claims=tuple(
                    replace(claim, ask=ask_text(claim, self.queries)) for claim in sentence.claims
                ),
            )
            for sentence in sentences
        )


def _refuse_twins(descriptions: tuple[Description, ...]) -> None:
    seen: set[Iri] = set()
    for description in descriptions:
        names = {description.iri, *description.same_as}
        if names & seen:
            raise SelfComparisonError(description.label)
        seen |= names


def _entities(descriptions: tuple[Description, ...]) -> tuple[Iri, ...]:
    values = (s.value for description in descriptions for s in description.statements)
    return tuple(sorted({value.iri for value in values if isinstance(value, Entity)}))
