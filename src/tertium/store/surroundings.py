"""The triples around some nodes, as a store has them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from tertium.model.terms import Iri, Term
from tertium.store.protocol import Triple

__all__ = ["Arc", "Surroundings"]

Arc = tuple[Iri, Term]
"""A predicate and an object."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Triples by subject; `graphs` says in which named graphs a triple stands.

    >>> Surroundings.of([(Iri("urn:a"), Iri("urn:p"), Iri("urn:b"))]).arcs(Iri("urn:a"))
    (('urn:p', 'urn:b'),)
    """

    triples: Mapping[Term, tuple[Arc, ...]] = field(default_factory=dict)
    graphs: Mapping[Triple, tuple[Iri, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> Self:
        """Return triples in the order given, each once."""
        found: dict[Term, dict[Arc, None]] = {}
        for subject, predicate, value in triples:
            found.setdefault(subject, {})[predicate, value] = None
        return cls({subject: tuple(arcs) for subject, arcs in found.items()})

    def arcs(self, node: Term) -> tuple[Arc, ...]:
        """Return the predicates and objects of a node."""
        return self.triples.get(node, ())

    def objects(self, node: Term, *predicates: Iri) -> tuple[Term, ...]:
        """Return the objects of a node and some predicates, the first predicate's first."""
        arcs = self.arcs(node)
        return tuple(o for wanted in predicates for predicate, o in arcs if predicate == wanted)
