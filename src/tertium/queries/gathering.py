"""Everything that a page needs of its entities, in a handful of queries however many there are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Protocol

from tertium.errors import SourceUnavailableError
from tertium.model.shape import Shape
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.batching import in_parts
from tertium.queries.catalogue import Catalogue, Query
from tertium.queries.reading.columns import grouped, iri_in, iris_in, number_in
from tertium.queries.shapes.reified import CITING, SOURCE
from tertium.queries.shapes.wikibase import is_full_value
from tertium.store.protocol import Binding, GraphStore, Triple, ask, select
from tertium.store.surroundings import Surroundings
from tertium.store.vocabulary import LABELS

__all__ = [
    "Broader",
    "Declared",
    "Gatherer",
    "QueryGatherer",
    "Way",
    "by_triple",
    "graphs_in",
    "nodes_in",
]

_LABELS: Final = frozenset(LABELS)
Broader = Mapping[Iri, tuple[Iri, ...]]
"""What is next above each thing, sorted."""
Declared = tuple[Iri, Iri, Iri]
"""A property, a relation between properties and another property, or a class of properties."""
Way = tuple[Iri, Iri]
"""A predicate and an entity to which it leads."""


class Gatherer(Protocol):
    """Gathers the triples around entities, by queries or by looking them up."""

    def knows(self, entity: Iri) -> bool:
        """Return whether anything is said of an entity."""
        ...

    def about(self, entities: Sequence[Iri]) -> Surroundings:
        """Return what is said of entities: their triples, statement nodes, values, references."""
        ...

    def introduced(self, things: Sequence[Iri]) -> Surroundings:
        """Return at least what introduces things."""
        ...

    def named(self, things: Sequence[Iri], tags: Sequence[str]) -> Surroundings:
        """Return names and classes of things: in these languages, or in any if there is none."""
        ...

    def broader(self, things: Sequence[Iri], *, wholes: bool = False) -> Broader:
        """Return what is next above things; perhaps also what is above that, to the top.

        That is classes and concepts, or else the wholes and places around them.
        """
        ...

    def declared(self, properties: Sequence[Iri]) -> tuple[Declared, ...]:
        """Return what is declared of properties, by triples or by annotated axioms, sorted."""
        ...

    def fan_in(self, ways: Sequence[Way]) -> Mapping[Way, int]:
        """Return how many things lead to entities by predicates."""
        ...

    def toward(self, ways: Sequence[Way]) -> Surroundings:
        """Return what leads to entities by predicates, with statement nodes and references."""
        ...


@dataclass(frozen=True, slots=True)
class QueryGatherer:
    """Gathers by saved queries, from any store; blank nodes of two answers are never mixed.

    A `sister` has what was split off from the graph: it names what nothing is said of here. When it
    cannot be asked, things have no name, and `failed` says why.
    """

    store: GraphStore
    catalogue: Catalogue
    shapes: frozenset[Shape] = frozenset(Shape)
    graphs: bool = False
    sister: GraphStore | None = None
    failed: dict[str, None] = field(default_factory=dict)

    def knows(self, entity: Iri) -> bool:
        """Return whether anything is said of an entity."""
        return ask(self.store, self.catalogue["gather/known"].bind(entity=entity))

    def about(self, entities: Sequence[Iri]) -> Surroundings:
        """Return what is said of entities: their triples, statement nodes, values, references."""
        triples = list(self._ask("gather/entities", entity=entities, subject=entities))
        if Shape.TERTIUM in self.shapes or Shape.PLAIN in self.shapes:
            triples += self._ask("gather/reified", entity=entities)
        if Shape.WIKIBASE in self.shapes:
            triples += self._ask("gather/claims", entity=entities)
        graphs = self._graphs(entities)
        nodes = (*nodes_in(triples), *graphs_in(graphs))
        if nodes:
            triples += self._ask_in_parts("gather/nodes", nodes)
        return replace(Surroundings.of(triples), graphs=graphs)

    def _graphs(self, entities: Sequence[Iri]) -> Mapping[Triple, tuple[Iri, ...]]:
        if not self.graphs:
            return {}
        name = "gather/graphs"
        rows = select(self.store, self.catalogue[name].bind(subject=entities))
        return by_triple((_triple(row, name), iri_in(row, "graph")) for row in rows)

    def introduced(self, things: Sequence[Iri]) -> Surroundings:
        """Return at least what introduces things: all of it, for that is asked as quickly."""
        return self.about(things)

    def named(self, things: Sequence[Iri], tags: Sequence[str]) -> Surroundings:
        """Return names and classes of things: in these languages, or in any if there is none."""
        if not things:
            return Surroundings()
        triples = list(self._ask_in_parts("gather/names", things, tag=tags))
        labelled = {subject for subject, predicate, _ in triples if predicate in _LABELS}
        others = [thing for thing in things if thing not in labelled]
        if others:
            triples += self._ask_in_parts("gather/names-in-any-language", others)
        told = {subject for subject, _, _ in triples}
        return Surroundings.of(
            (*triples, *self._named_by_sister([iri for iri in things if iri not in told], tags))
        )

    def _named_by_sister(self, things: Sequence[Iri], tags: Sequence[str]) -> tuple[Triple, ...]:
        if self.sister is None or not things or self.failed:
            return ()
        names = self.catalogue["gather/names"]
        try:
            return tuple(_asked_of(self.sister, names, things, tag=tags))
        except SourceUnavailableError as error:
            self.failed[error.source] = None
            return ()

    def broader(self, things: Sequence[Iri], *, wholes: bool = False) -> Broader:
        """Return what is above things, to the top."""
        name = "ontology/wholes" if wholes else "ontology/broader"
        parts = in_parts(self.catalogue[name], things)
        rows = [row for part in parts for row in select(self.store, part)]
        found: dict[Iri, tuple[Iri, ...]] = dict.fromkeys(iris_in(rows, "broader"), ())
        for narrower, group in grouped(rows, "narrower").items():
            found[Iri(str(narrower))] = tuple(sorted(iris_in(group, "broader")))
        return found

    def declared(self, properties: Sequence[Iri]) -> tuple[Declared, ...]:
        """Return what is declared of properties, by triples or by annotated axioms, sorted."""
        query = self.catalogue["ontology/declared"].bind(property=properties, other=properties)
        found = {
            (iri_in(row, "property"), iri_in(row, "relation"), iri_in(row, "other"))
            for row in select(self.store, query)
        }
        return tuple(sorted(found))

    def fan_in(self, ways: Sequence[Way]) -> Mapping[Way, int]:
        """Return how many things lead to entities by predicates."""
        rows = select(self.store, self.catalogue["gather/fan-in"].bind(predicate=ways))
        return {
            (iri_in(row, "predicate"), iri_in(row, "entity")): number_in(row, "things")
            for row in rows
            if "predicate" in row  # rdflib counts nothing once more
        }

    def toward(self, ways: Sequence[Way]) -> Surroundings:
        """Return what leads to entities by predicates, with statement nodes and references."""
        name = "gather/toward"
        rows = select(self.store, self.catalogue[name].bind(way=ways, predicate=ways))
        triples = [_triple(row, name) for row in rows]
        nodes = nodes_in(triples)
        if nodes:
            triples += self._ask_in_parts("gather/nodes", nodes)
        return Surroundings.of(triples)

    def _ask(self, name: str, **values: Sequence[str]) -> Iterator[Triple]:
        rows = select(self.store, self.catalogue[name].bind(**values))
        return (_triple(row, name) for row in rows)

    def _ask_in_parts(
        self, name: str, things: Sequence[Iri], **others: Sequence[str]
    ) -> Iterator[Triple]:
        return _asked_of(self.store, self.catalogue[name], things, **others)


def nodes_in(triples: Iterable[Triple]) -> tuple[Iri, ...]:
    """Return the nodes which hold full values, references and sources, sorted."""
    found = {
        value
        for _, predicate, value in triples
        if _leads_to_node(predicate) and not isinstance(value, BlankNode | Literal)
    }
    return tuple(sorted(found))


@lru_cache(10_000)
def _leads_to_node(predicate: Iri) -> bool:
    return predicate in CITING or predicate == SOURCE or is_full_value(predicate)


def graphs_in(graphs: Mapping[Triple, tuple[Iri, ...]]) -> tuple[Iri, ...]:
    """Return the named graphs, sorted."""
    return tuple(sorted({graph for names in graphs.values() for graph in names}))


def by_triple(pairs: Iterable[tuple[Triple, Iri]]) -> Mapping[Triple, tuple[Iri, ...]]:
    """Return the named graphs of each triple, sorted."""
    found: dict[Triple, set[Iri]] = {}
    for triple, graph in pairs:
        found.setdefault(triple, set()).add(graph)
    return {triple: tuple(sorted(graphs)) for triple, graphs in found.items()}


def _asked_of(
    store: GraphStore, query: Query, things: Sequence[Iri], **others: Sequence[str]
) -> Iterator[Triple]:
    for number, part in enumerate(in_parts(query, things, **others)):
        yield from (_triple(row, f"{query.name} {number}") for row in select(store, part))


def _triple(row: Binding, name: str) -> Triple:
    subject = row["subject"]
    if isinstance(subject, Literal):  # Virtuoso sends the only IRI of a VALUES block as a text
        subject = Iri(subject.lexical)
    return _apart(subject, name), iri_in(row, "predicate"), _apart(row["object"], name)


def _apart(term: Term, name: str) -> Term:
    return BlankNode(f"{name} {term.label}") if isinstance(term, BlankNode) else term
