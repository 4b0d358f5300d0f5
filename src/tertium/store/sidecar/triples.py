"""The triples of a store as they are counted: each once, whatever graph says it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

import pyoxigraph as ox

from tertium.model.terms import BlankNode, Iri, Literal
from tertium.resources import folder
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import select
from tertium.store.terms import Node
from tertium.store.vocabulary import LOADS

__all__ = ["Pair", "Triples"]

Pair = tuple[Node, Node]
"""Subject and object."""


@dataclass(frozen=True, slots=True)
class Triples:
    """The union of a store's graphs but for the one that says what was loaded."""

    store: ox.Store
    graphs: tuple[ox.NamedNode, ...]

    @classmethod
    def of(cls, store: ox.Store) -> Self:
        """Return the triples of a store."""
        graphs = (graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
        return cls(store, tuple(graphs))

    def __len__(self) -> int:
        """Return how many there are; one that several graphs say counts as often."""
        told = self.store.quads_for_pattern(None, None, None, ox.NamedNode(LOADS))
        return len(self.store) - (sum(1 for _ in told) if self.graphs else 0)

    def predicates(self) -> tuple[Iri, ...]:
        """Return all predicates, in order."""
        return self._column("predicates")

    def types(self) -> tuple[Iri, ...]:
        """Return whatever is given as an rdf:type, in order."""
        return self._column("types")

    def pairs(self, predicate: str, value: str | None = None) -> Iterator[Pair]:
        """Yield the subjects and objects of a predicate, each pair once."""
        end = None if value is None else ox.NamedNode(value)
        quads = self.store.quads_for_pattern(None, ox.NamedNode(predicate), end)
        if not self.graphs:
            return ((quad.subject, quad.object) for quad in quads)
        loads = ox.NamedNode(LOADS)
        told = ((q.subject, q.object) for q in quads if q.graph_name != loads)
        return iter(dict.fromkeys(told))

    def _column(self, question: str) -> tuple[Iri, ...]:
        text = (folder("queries") / "statistics" / f"{question}.rq").read_text(encoding="utf-8")
        terms = (term for row in select(OxigraphStore(self.store), text) for term in row.values())
        return tuple(term for term in terms if not isinstance(term, BlankNode | Literal))
