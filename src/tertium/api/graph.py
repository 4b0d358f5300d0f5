"""A graph that can be searched, described, compared and verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tertium.api.network import neighbourhood
from tertium.api.page import Page
from tertium.api.questions import page_queries, saved_query, written
from tertium.api.verifying import Document, Failure, failures, read_document
from tertium.compare import connections, select, table
from tertium.errors import (
    BadLanguageTagError,
    EntityError,
    NothingStatedError,
    SelfComparisonError,
    TooFewEntitiesError,
)
from tertium.model.comparison import Comparison, GraphInfo
from tertium.model.terms import Iri
from tertium.model.values import Entity
from tertium.model.verdict import View
from tertium.narrate import LANGUAGES, narrate
from tertium.queries.asking import attested, is_claim
from tertium.queries.finding import Finder
from tertium.queries.reader import Reader
from tertium.store.protocol import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import rdflib

    from tertium.model.description import Description
    from tertium.model.narrative import Narrative
    from tertium.model.schema import Schema
    from tertium.model.statistics import Statistics
    from tertium.queries.catalogue import Catalogue, Query
    from tertium.queries.finding import Found
    from tertium.store.protocol import Answer, GraphStore

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

    def __init__(self, store: GraphStore, *, catalogue: Catalogue, info: GraphInfo) -> None:
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
            NothingStatedError: when the graph has no statement on any of them.
            BadLanguageTagError: when no page can be written in the language.

        """
        if len(entities) < _AT_LEAST:
            raise TooFewEntitiesError(len(entities))
        wanted = _Wanted(language, view, facet, rows)
        return self._page(tuple(map(self.resolve, entities)), wanted)

    def narrate(self, comparison: Comparison, *, language: str = "en") -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        narrative = narrate(comparison, self._reader(language)[0].lexicon())
        return attested(narrative, self.queries)

    def query(self, question: str | Query, **parameters: str | Sequence[str]) -> Answer:
        """Return the answer to a saved query (by its name) or to a SPARQL text.

        Parameters are values of the saved query's parameters; an entity may be given as a label,
        an IRI or a CURIE. In a text, well-known prefixes need no declaration.

        Raises:
            BadQueryError: when the text is no SPARQL query.
            BadParameterError: when a value does not fit, or the text takes no parameters.
            UnknownQueryError: when a single word names no saved query.

        """
        query = saved_query(question, self.queries)
        return self._store.query(written(query, parameters, resolve=self.resolve))

    def verify(self, document: str) -> tuple[Failure, ...]:
        """Return what a page (its JSON) says and this graph does not.

        Raises:
            BadPageError: when the document is no comparison.

        """
        page = read_document(document)
        try:
            now = read_document(self._again(page).to_json())
        except EntityError as error:
            return (Failure("page", str(error)),)
        return failures(page, now, stands=self._stands)

    def to_rdflib(self) -> rdflib.Graph:
        """Return a copy as an rdflib graph."""
        from tertium.store.rdflib_graph import to_graph

        return to_graph(self._store)

    def to_networkx(self, *entities: str, steps: int = 1) -> nx.MultiDiGraph:
        """Return entities with those they have to do with, up to 3 steps away.

        Nodes are IRIs with a `label`; an edge is a statement, its key the statement's IRI, with
        `predicate`, `label`, `start`, `end` and `rank`.

        >>> import networkx, tertium
        >>> graph = tertium.open().to_networkx("Joseph Stalin", "Leon Trotsky")
        >>> ends = ("https://w3id.org/tertium/id/" + name for name in ("stalin", "trotsky"))
        >>> [graph.nodes[iri]["label"] for iri in networkx.shortest_path(graph, *ends)]
        ['Joseph Stalin', 'Leon Trotsky']
        """
        reader, _ = self._reader("en")
        return neighbourhood(map(self.resolve, entities), reader, steps=steps)

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
        _refuse_twins(iris, descriptions)
        if not any(description.statements for description in descriptions):
            raise NothingStatedError(tuple(one.label for one in descriptions))
        hierarchy = reader.hierarchy(_entities(descriptions))
        rows = table(descriptions, schema=schema, hierarchy=hierarchy, statistics=self.statistics)
        return Comparison(
            entities=descriptions,
            rows=rows,
            rows_total=len(rows),
            connections=connections(descriptions),
            language=language,
            graph=self.info,
            queries=page_queries(iris, self.queries),
        )

    def _again(self, document: Document) -> Page:
        iris = tuple(Iri(node["iri"]) for node in document["entities"])
        return self._page(iris, _Wanted(document["language"], View.ALL, None, None))

    def _stands(self, question: str) -> bool:
        return is_claim(question, self.queries) and ask(self._store, question)


def _refuse_twins(iris: tuple[Iri, ...], descriptions: tuple[Description, ...]) -> None:
    seen: set[Iri] = set()
    for description in descriptions:
        names = {description.iri, *description.same_as}
        if names & seen or iris.count(description.iri) > 1:
            raise SelfComparisonError(description.label)
        seen |= names


def _entities(descriptions: tuple[Description, ...]) -> tuple[Iri, ...]:
    values = (s.value for description in descriptions for s in description.statements)
    return tuple(sorted({value.iri for value in values if isinstance(value, Entity)}))
