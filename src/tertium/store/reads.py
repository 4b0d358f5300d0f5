"""The reads of an embedded store, by name, and a store that tells them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

import pyoxigraph as ox

from tertium.model.terms import BlankNode, Iri, Term
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Answer, Triple

__all__ = ["NotingStore", "Reach", "Read"]


class Reach(Enum):
    """Which triples a read takes: of a node, to a node, of a predicate, or by a query."""

    FROM = "from"
    TO = "to"
    USED = "used"
    LINKED = "linked"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Read:
    """A read of the store.

    FROM and TO take the triples from and to a `node`, or those of one `predicate` where it is
    given; USED whether a predicate occurs at all, LINKED all triples of it, ASKED the answer to a
    query, which is the `predicate` then.
    """

    reach: Reach
    node: Iri | BlankNode | None = None
    predicate: str = ""


class NotingStore(OxigraphStore):
    """An embedded store which tells each read before it is done; what it reads is the same."""

    def __init__(self, store: ox.Store, note: Callable[[Read], None]) -> None:
        """Wrap a store; `note` is told every read, again each time."""
        super().__init__(store)
        self._note = note

    def query(self, sparql: str, *, choosy: bool = False) -> Answer:
        """Return the answer to a query."""
        self._note(Read(Reach.ASKED, predicate=sparql))
        return super().query(sparql, choosy=choosy)

    def arcs(self, node: Iri | BlankNode) -> Iterator[tuple[Iri, Term]]:
        """Yield the predicates and objects of a node."""
        self._note(Read(Reach.FROM, node))
        return super().arcs(node)

    def standings(self, node: Iri) -> Iterator[tuple[Triple, Iri]]:
        """Yield the triples of an entity which stand in named graphs."""
        self._note(Read(Reach.FROM, node))
        return super().standings(node)

    def links(self, node: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield the predicates and objects of a node which have addresses."""
        self._note(Read(Reach.FROM, node))
        return super().links(node)

    def objects(self, node: Iri | BlankNode, predicate: Iri) -> Iterator[Term]:
        """Yield the objects of a node and a predicate."""
        self._note(Read(Reach.FROM, node, predicate))
        return super().objects(node, predicate)

    def uses(self, predicate: Iri) -> bool:
        """Return whether any triple has a predicate."""
        self._note(Read(Reach.USED, predicate=predicate))
        return super().uses(predicate)

    def linked(self, predicate: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield the two ends of all triples of a predicate."""
        self._note(Read(Reach.LINKED, predicate=predicate))
        return super().linked(predicate)

    def subjects(self, predicate: Iri, value: Iri) -> Iterator[Iri | BlankNode]:
        """Yield the subjects of which a predicate and an object are said."""
        self._note(Read(Reach.TO, value, predicate))
        return super().subjects(predicate, value)

    def leading(self, node: Iri | BlankNode) -> Iterator[Triple]:
        """Yield the triples which lead to a node."""
        self._note(Read(Reach.TO, node))
        return super().leading(node)

    def backlinks(self, node: Iri) -> Iterator[tuple[Iri, Iri]]:
        """Yield what has an address and leads to a node."""
        self._note(Read(Reach.TO, node))
        return super().backlinks(node)
