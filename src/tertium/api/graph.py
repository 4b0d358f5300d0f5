"""A graph that can be searched, described, compared and verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tertium.api.comparing import Comparer
from tertium.api.network import neighbourhood
from tertium.api.page import Page
from tertium.api.questions import saved_query, written
from tertium.api.remote import remote_statistics
from tertium.api.verifying import Document, Failure, failures, ranks_of, read_document
from tertium.compare import select
from tertium.errors import (
    BadLanguageTagError,
    EntityError,
    TooFewEntitiesError,
)
from tertium.model.statistics import Statistics
from tertium.model.terms import Iri
from tertium.model.verdict import Ranks, View
from tertium.narrate import LANGUAGES, narrate
from tertium.queries.asking import attested, is_claim, marks
from tertium.queries.finding import Finder
from tertium.store.protocol import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import rdflib

    from tertium.model.comparison import Comparison, GraphInfo
    from tertium.model.narrative import Narrative
    from tertium.queries.catalogue import Query
    from tertium.queries.finding import Found
    from tertium.queries.reader import Reader
    from tertium.store.protocol import Answer
    from tertium.store.sidecar import Sidecar

__all__ = ["KnowledgeGraph"]

_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the reader wants to see of a page."""

    language: str
    view: View
    facet: str | None
    rows: int | None
    ranks: Ranks


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
        wanted = _Wanted(language, View.ALL, facet, rows, ranks)
        return self._page((self.resolve(entity),), wanted)

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
        if len(entities) < _AT_LEAST:
            raise TooFewEntitiesError(len(entities))
        wanted = _Wanted(language, view, facet, rows, ranks)
        return self._page(tuple(map(self.resolve, entities)), wanted)

    def table(self, *entities: str, language: str = "en") -> Comparison:
        """Return the comparison of two or more entities without its narrative: much quicker.

        Raises:
            TooFewEntitiesError: when fewer than two are given.
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.
            BadLanguageTagError: when no page can be written in the language.

        """
        if len(entities) < _AT_LEAST:
            raise TooFewEntitiesError(len(entities))
        return self._comparer(language).compare(tuple(map(self.resolve, entities)))

    def narrate(self, comparison: Comparison, *, language: str = "en") -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        narrative = narrate(comparison.evident, self._reader(language).lexicon())
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

    def _comparer(self, language: str) -> Comparer:
        statistics = self.statistics  # before the info, which tells whether there are any
        return Comparer(self._reader(language), statistics, self.info)

    def _reader(self, language: str) -> Reader:
        if language not in LANGUAGES:
            raise BadLanguageTagError(language, LANGUAGES)
        return self._readers.setdefault(language, replace(self.reader, language=language))

    def _page(self, iris: tuple[Iri, ...], wanted: _Wanted) -> Page:
        whole = self._comparer(wanted.language).compare(iris, ranks=wanted.ranks)
        rows = select(whole.rows, view=wanted.view, facet=wanted.facet, limit=wanted.rows)
        narrative = self.narrate(whole, language=wanted.language)
        if wanted.facet is not None:
            facets = {row.facet for row in rows}
            kept = tuple(section for section in narrative.sections if section.facet in facets)
            narrative = replace(narrative, sections=kept)
        return Page(replace(whole, rows=rows), narrative)

    def _again(self, document: Document) -> Page:
        iris = tuple(Iri(node["iri"]) for node in document["entities"])
        wanted = _Wanted(document["language"], View.ALL, None, None, ranks_of(document))
        return self._page(iris, wanted)

    def _stands(self, question: str) -> bool:
        return is_claim(question, self.queries) and ask(self._store, question)
