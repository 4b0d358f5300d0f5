"""A graph that can be searched, described, compared and verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from tertium.api.explaining import explained
from tertium.api.exploring import ExplorableGraph
from tertium.api.network import neighbourhood
from tertium.api.paging import Wanted, Wishes
from tertium.api.questions import saved_query, written
from tertium.api.similarity import similarities
from tertium.queries.capping import chooses_graphs
from tertium.queries.gate import admit, keep_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    import rdflib

    from tertium.api.page import Page
    from tertium.model.comparison import Comparison
    from tertium.model.likeness import Differences, Likeness
    from tertium.model.narrative import Narrative
    from tertium.model.paths import Paths
    from tertium.queries.catalogue import Query
    from tertium.store.protocol import Answer

__all__ = ["KnowledgeGraph"]


class KnowledgeGraph(ExplorableGraph):
    """A store with its ontology, statistics and saved queries.

    What is counted once is kept: open a graph once and ask it often.

    >>> import tertium
    >>> kg = tertium.open()
    >>> kg.find("Trotsky")[0].entity.label
    'Leon Trotsky'
    """

    def describe(self, entity: str, *, language: str = "en", **wishes: Unpack[Wishes]) -> Page:
        """Return the page of one entity; the wishes but for `view` are as in `compare`.

        Raises:
            BadDateError: when `at` is no date.

        """
        return self._pager(language).page((self.resolve(entity),), Wanted(**wishes))

    def compare(self, *entities: str, language: str = "en", **wishes: Unpack[Wishes]) -> Page:
        """Return the page of two or more entities against each other.

        Entities are labels, IRIs or CURIEs. `view` keeps the rows of some relations, `facet` those
        of one facet, `rows` the most salient ones. Statements of the best rank are compared;
        `ranks` shows others beside them. `at` is a day, month or year in EDTF ("1922-06-01"):
        what does not hold then is left out. `length` is how much is told in words. Rows which show
        something sensitive of persons not known to be dead are left out and counted; `sensitive`
        shows them.

        Raises:
            BadDateError: when `at` is no date.
            TooFewEntitiesError: when fewer than two are given.
            TooManyEntitiesError: when more are given than are compared at once.
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.
            BadLanguageTagError: when no page can be written in the language.

        """
        return self._pager(language).page(self._resolved(entities), Wanted(**wishes))

    def table(self, *entities: str, language: str = "en", at: str | None = None) -> Comparison:
        """Return the comparison of two or more entities without its narrative: much quicker.

        Raises:
            BadDateError: when `at` is no date.
            TooFewEntitiesError: when fewer than two are given.
            TooManyEntitiesError: when more are given than are compared at once.
            SelfComparisonError: when two of them are the same.
            NothingStatedError: when the graph has no statement on any of them.
            BadLanguageTagError: when no page can be written in the language.

        """
        day = Wanted(at=at).day
        return self._pager(language).comparer.compare(self._resolved(entities), at=day)

    def explain(self, page: Page) -> Page:
        """Return a page which says, in every format for texts and in JSON, why rows rank."""
        return explained(page, self._reader(page.comparison.language))

    def common(
        self, *entities: str, radius: int = 2, limit: int = 10, language: str = "en"
    ) -> Likeness:
        """Return the most specific query that all entities satisfy, and who else does.

        Raises:
            BadParameterError: when the radius is neither 1 nor 2; else as `compare` does.

        """
        known = self.statistics, self.sidecar
        return similarities(self._teller(language), *known).likeness(
            self._resolved(entities), radius=radius, limit=limit
        )

    def differ(
        self, one: str, other: str, *, limit: int = 10, language: str = "en"
    ) -> tuple[Differences, Differences]:
        """Return what is most generally true of one only, both ways; raises as `compare` does."""
        known = self.statistics, self.sidecar
        return similarities(self._teller(language), *known).differences(
            self._resolved((one, other)), limit=limit
        )

    def narrate(self, comparison: Comparison, *, language: str = "en") -> Narrative:
        """Return the sentences on a comparison, each with its claims as SPARQL."""
        return self._pager(language).narrate(comparison)

    def paths(
        self, first: str, second: str, *, steps: int = 4, limit: int = 10, language: str = "en"
    ) -> Paths:
        """Return how two entities are connected within some steps, in words.

        What is stated directly comes first, then what both have to do with, then longer paths
        through nodes that tell something. `limit` counts the latter two together. The answer is
        false when there is no meaningful link.

        Raises:
            BadParameterError: when the steps are not 1 to 4, or the limit is not positive.
            SelfComparisonError: when both are the same.
            BadLanguageTagError: when no sentence can be written in the language.

        >>> import tertium
        >>> tertium.open().paths("Joseph Stalin", "Leon Trotsky", limit=1).paths[0].kind.value
        'direct'

        """
        one, other = self._apart((first, second))
        return self._pathfinder(self._reader(language)).paths(
            (one, other), steps=steps, limit=limit
        )

    def query(
        self, question: str | Query, *, federated: bool = False, **parameters: str | Sequence[str]
    ) -> Answer:
        """Return the answer to a saved query (by its name) or to a SPARQL text.

        Parameters are values of the saved query's parameters; an entity may be given as a label,
        an IRI or a CURIE. In a text, well-known prefixes need no declaration. No other server is
        asked, by SERVICE, unless the query is allowed to be `federated`; what an endpoint does is
        its own affair.

        Raises:
            BadQueryError: when the text is no SPARQL query.
            BadParameterError: when a value does not fit, or the text takes no parameters.
            LimitError: when the text is longer or deeper than engines survive.
            RefusedError: when it asks another server, and may not.
            UnknownQueryError: when a single word names no saved query.

        """
        from tertium.store.oxigraph import OxigraphStore

        query = saved_query(question, self.queries)
        admit(query.text)
        text = written(query, parameters, resolve=self.resolve)
        if not isinstance(self._store, OxigraphStore):
            return self._store.query(text)
        if not federated:
            keep_home(query.text)
        return self._store.query(text, choosy=chooses_graphs(text))

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
