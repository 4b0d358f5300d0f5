"""The triples around some things, as patterns see them: edges to values, two steps far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tertium.model.pattern import Branch, Constant, Edge, Nested, Range
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.patterns.readings import reading

__all__ = ["Arcs", "Around"]

Arcs = Mapping[Edge, tuple[Term, ...]]
"""The values of one thing by edge, in a fixed order."""


@dataclass(frozen=True, slots=True)
class Around:
    """What leads from and to some things, and from the values of these.

    A nested branch says nothing of `things`: that Stalin devised what was devised by Stalin is no
    news. Nor does it lead from a value to itself. Numbers of the predicates in `with_units` are
    said in units which their triples do not tell, so that no range may be made of them.
    """

    arcs: Mapping[Term, Arcs] = field(default_factory=dict)
    things: frozenset[Term] = frozenset()
    with_units: frozenset[Iri] = frozenset()

    def edges(self, node: Term) -> tuple[Edge, ...]:
        """Return the edges of a thing."""
        return tuple(self.arcs.get(node, {}))

    def values(self, node: Term, edge: Edge) -> tuple[Term, ...]:
        """Return the values of a thing for an edge."""
        return self.arcs.get(node, {}).get(edge, ())

    def inside(self, node: Term) -> frozenset[Branch]:
        """Return all that a nested branch may say of a value: which things it leads on to."""
        if isinstance(node, BlankNode | Literal):
            return frozenset()
        return frozenset(
            Branch(edge, Constant(term))
            for edge in self.edges(node)
            for term in self.values(node, edge)
            if not edge.inverse
            and not isinstance(term, BlankNode | Literal)
            and term not in self.things
            and term != node
        )

    def owned(self, term: Term) -> bool:
        """Return whether a term is no thing of its own, but a part of what is said of one.

        That is a blank node, or an address within that of the thing ("…/caesar#birth").
        """
        if isinstance(term, BlankNode | Literal):
            return isinstance(term, BlankNode)
        return any(term.startswith(f"{thing}#") for thing in self.things)

    def true_of(self, branch: Branch, node: Term) -> bool:
        """Return whether a branch is true of a thing."""
        values = self.values(node, branch.edge)
        match branch.constraint:
            case Constant(term):
                return term in values
            case Nested(branches):
                return any(self.inside(value).issuperset(branches) for value in values)
            case Range() as bounds:
                found = filter(None, map(reading, values))
                return any(
                    one.measured is bounds.measured and bounds.admits(one.number) for one in found
                )
            case _:
                return bool(values)
