"""The embedded store: Oxigraph, in memory or on disk."""

from collections.abc import Iterable, Iterator
from typing import Self

import pyoxigraph as ox

from tertium.errors import BadQueryError
from tertium.model.terms import BlankNode, Iri, Term
from tertium.store.digesting import digest
from tertium.store.protocol import Answer, Form, Solutions, Triple, Triples, one_line, wrong_form
from tertium.store.terms import from_oxigraph, from_resource, from_triple, to_quad, to_resource

__all__ = ["OxigraphStore"]

_Results = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean


class OxigraphStore:
    """A graph in Oxigraph that answers SPARQL with plain terms.

    >>> OxigraphStore().query("ASK { ?subject ?predicate ?object }")
    False
    """

    def __init__(self, store: ox.Store | None = None) -> None:
        """Wrap a store; an empty one in memory when none is given."""
        self._store = ox.Store() if store is None else store

    @property
    def engine(self) -> ox.Store:
        """The Oxigraph store itself, for what reads all of it."""
        return self._store

    @property
    def has_graphs(self) -> bool:
        """Whether some of the triples stand in named graphs."""
        return any(True for _ in self._store.named_graphs())

    def __len__(self) -> int:
        """Return how many triples there are."""
        return len(self._store)

    def query(self, sparql: str, *, choosy: bool = False) -> Answer:
        """Return the answer to a query; named graphs are part of the default graph, too.

        That is so unless the query is choosy and says itself, by FROM, of which graphs it asks.

        Raises:
            BadQueryError: when the text is no query that Oxigraph can run.

        """
        return _answer(self._run(sparql, choosy=choosy))

    def derive(self, construct: str) -> None:
        """Add the triples which a CONSTRUCT query answers.

        Raises:
            BadQueryError: when the query is of another form.

        """
        results = self._run(construct)
        if not isinstance(results, ox.QueryTriples):
            raise wrong_form(Form.CONSTRUCT)
        self._store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in results)

    def add(self, triples: Iterable[Triple]) -> None:
        """Add triples, which may repeat those that are there."""
        self._store.extend(to_quad(triple) for triple in triples)

    def extend(self, other: Self) -> None:
        """Add the triples of another store."""
        self._store.extend(other._store)

    def arcs(self, node: Iri | BlankNode) -> Iterator[tuple[Iri, Term]]:
        """Yield the predicates and objects of a node; quoted triples are left out."""
        for quad in self._store.quads_for_pattern(to_resource(node), None, None):
            if not isinstance(end := quad.object, ox.Triple):  # each look makes it anew
                yield Iri(quad.predicate.value), from_oxigraph(end)

    def standings(self, node: Iri) -> Iterator[tuple[Triple, Iri]]:
        """Yield the triples of an entity which stand in named graphs, each with the graph."""
        for quad in self._store.quads_for_pattern(to_resource(node), None, None):
            if isinstance(quad.graph_name, ox.NamedNode) and not isinstance(quad.object, ox.Triple):
                yield from_triple(quad), Iri(quad.graph_name.value)

    def objects(self, node: Iri | BlankNode, predicate: Iri) -> Iterator[Term]:
        """Yield the objects of a node and a predicate; quoted triples are left out."""
        named = ox.NamedNode(predicate)
        for quad in self._store.quads_for_pattern(to_resource(node), named, None):
            if not isinstance(end := quad.object, ox.Triple):
                yield from_oxigraph(end)

    def uses(self, predicate: Iri) -> bool:
        """Return whether any triple has a predicate."""
        return any(True for _ in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None))

    def linked(self, predicate: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield the two ends of all triples of a predicate, where both have addresses."""
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(predicate), None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                yield Iri(quad.subject.value), Iri(quad.object.value)

    def subjects(self, predicate: Iri, value: Iri) -> Iterator[Iri | BlankNode]:
        """Yield the subjects of which a predicate and an object are said."""
        ends = ox.NamedNode(predicate), ox.NamedNode(value)
        for quad in self._store.quads_for_pattern(None, *ends):
            yield from_resource(quad.subject)

    def leading(self, node: Iri | BlankNode) -> Iterator[Triple]:
        """Yield the triples which lead to a node."""
        for quad in self._store.quads_for_pattern(None, None, to_resource(node)):
            yield from_triple(quad)

    def links(self, node: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield the predicates and objects of a node which have addresses."""
        for quad in self._store.quads_for_pattern(to_resource(node), None, None):
            if isinstance(end := quad.object, ox.NamedNode):
                yield Iri(quad.predicate.value), Iri(end.value)

    def backlinks(self, node: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield what has an address and leads to a node, each with the predicate."""
        for quad in self._store.quads_for_pattern(None, None, to_resource(node)):
            if isinstance(start := quad.subject, ox.NamedNode):
                yield Iri(start.value), Iri(quad.predicate.value)

    def digest(self) -> str:
        """Return a SHA-256 of what the graph says.

        It is independent of the order of triples and files, and of the labels of blank nodes.
        """
        return digest(self._store.dump(format=ox.RdfFormat.N_QUADS) or b"")

    def _run(self, sparql: str, *, choosy: bool = False) -> _Results:
        union = self.has_graphs and not choosy
        try:
            return self._store.query(sparql, use_default_graph_as_union=union)
        except (SyntaxError, ValueError, OSError) as error:
            raise BadQueryError(one_line(error)) from error


def _answer(results: _Results) -> Answer:
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QueryTriples):
        return Triples(tuple(from_triple(triple) for triple in results))
    variables = tuple(variable.value for variable in results.variables)
    return Solutions(
        variables,
        tuple(
            {
                name: from_oxigraph(node)
                for name, node in zip(variables, row, strict=True)
                if node is not None
            }
            for row in results
        ),
    )
