"""A graph that can be searched, described, compared and verified."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tertium.api.comparing import Comparer
from tertium.api.network import neighbourhood
from tertium.api.paging import Pager, Wanted
from tertium.api.questions import saved_query, written
from tertium.api.remote import remote_statistics
from tertium.api.similarity import similarities
from tertium.api.verifying import Document, Failure, failures, ranks_of, read_document
from tertium.errors import (
    BadLanguageTagError,
    EntityError,
    TooFewEntitiesError,
)
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.model.verdict import Ranks, View
from tertium.narrate import LANGUAGES
from tertium.queries.asking import is_claim, marks
from tertium.queries.finding import Finder
from tertium.store.protocol import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import rdflib

    from tertium.api.page import Page
    from tertium.model.comparison import Comparison, GraphInfo
    from tertium.model.likeness import Differences, Likeness
    from tertium.model.narrative import Narrative
    from tertium.queries.catalogue import Query
    from tertium.queries.finding import Found
    from tertium.queries.reader import Reader
    from tertium.store.protocol import Answer
    from tertium.store.sidecar import Sidecar

__all__ = ["KnowledgeGraph"]

_AT_LEAST = 2


class KnowledgeGraph:
    """A store with its ontology, statistics and saved queries.

    What is counted once is kept: open a graph once and ask it often.

    >>> import tertium
    >>> kg = tertium.open()
    >>> kg.find("Trotsky")[0].entity.label
    'Leon Trotsky'
    """

    def __init__(self, reader: Reader, *, info: GraphInfo, sidecar: Sidecar | None = None) -> None:
        """Wrap a reader of the graph, and what was counted of it if anything was."""
        self.reader = reader
        self.sidecar = sidecar
        self._store = reader.store
        self._readers = {reader.language: reader}
        self.queries = reader.catalogue
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
        facet: str | None = None,
        rows: int | None = None,
        ranks: Ranks = Ranks.BEST,
    ) -> Page:
        """Return the page of one entity."""
        wanted = Wanted(facet=facet, rows=rows, ranks=ranks)
        return self._pager(language).page((self.resolve(entity),), wanted)

    def compare(
        self,
        *entities: str,
        language: str = "en",
        view: View = View.ALL,
        facet: str | None = None,
        rows: int | None = None,
        ranks: Ranks = Ranks.BEST,
    ) -> Page:
        """Return the page of two or more entities against each other.

        Entities are labels, IRIs or CURIEs. `facet` keeps the rows of one facet, `rows` the most
        salient ones. Statements of the best rank are compared; `ranks` shows others beside them.

        Raises:
            TooFewEntitiesError: when fewer than two are given.
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.
            BadLanguageTagError: when no page can be written in the language.

        """
        wanted = Wanted(view=view, facet=facet, rows=rows, ranks=ranks)
        return self._pager(language).page(self._resolved(entities), wanted)

    def table(self, *entities: str, language: str = "en") -> Comparison:
        """Return the comparison of two or more entities without its narrative: much quicker.

        Raises:
            TooFewEntitiesError: when fewer than two are given.
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.
            BadLanguageTagError: when no page can be written in the language.

        """
        return self._pager(language).comparer.compare(self._resolved(entities))

    def common(
        self, *entities: str, radius: int = 2, limit: int = 10, language: str = "en"
    ) -> Likeness:
        """Return the most specific query that all entities satisfy, and who else does.

        Raises:
            BadParameterError: when the radius is neither 1 nor 2; else as `compare` does.

        """
        known = self.statistics, self.sidecar
        return similarities(self._reader(language), *known).likeness(
            self._resolved(entities), radius=radius, limit=limit
        )

    def differ(
        self, one: str, other: str, *, limit: int = 10, language: str = "en"
    ) -> tuple[Differences, Differences]:
        """Return what is most generally true of one only, both ways; raises as `compare` does."""
        known = self.statistics, self.sidecar
        return similarities(self._reader(language), *known).differences(
            self._resolved((one, other)), limit=limit
        )

    def narrate(self, comparison: Comparison, *, language: str = "en") -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        return self._pager(language).narrate(comparison)

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
            again = self._again(page)
        except EntityError as error:
            return (Failure("page", str(error)),)
        named: dict[str, tuple[str, ...]]
        named = {s.iri: marks(s, self.queries) for row in again.rows for s in row.shown}
        now = read_document(again.to_json())
        return failures(page, now, stands=self._stands, marks=named)

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
        return neighbourhood(map(self.resolve, entities), self._reader("en"), steps=steps)

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

    def _pager(self, language: str) -> Pager:
        statistics = self.statistics  # before the info, which tells whether there are any
        return Pager(Comparer(self._reader(language), statistics, self.info))

    def _reader(self, language: str) -> Reader:
        if language not in LANGUAGES:
            raise BadLanguageTagError(language, LANGUAGES)
        return self._readers.setdefault(language, replace(self.reader, language=language))

    def _resolved(self, entities: Sequence[str]) -> tuple[Iri, ...]:
        if len(entities) < _AT_LEAST:
            raise TooFewEntitiesError(len(entities))
        return tuple(map(self.resolve, entities))

    def _again(self, document: Document) -> Page:
        iris = tuple(Iri(node["iri"]) for node in document["entities"])
        pager = self._pager(document["language"])
        return pager.page(iris, Wanted(ranks=ranks_of(document)))

    def _stands(self, question: str) -> bool:
        return is_claim(question, self.queries) and ask(self._store, question)
