"""The entities of a graph, numbered, with their classes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from tertium.model.terms import Iri
from tertium.store.sidecar.triples import Triples
from tertium.store.terms import Node
from tertium.store.vocabulary import BACKGROUND, RDF_SUBJECT, RDF_TYPE, is_class, is_type

__all__ = ["NOBODY", "Population", "settle"]

NOBODY: Final = 0
"""The number of whatever is no entity."""


@dataclass(slots=True)
class Population:
    """Numbers of entities by IRI; the classes of each by its number; the classes, numbered."""

    numbers: dict[str, int] = field(default_factory=dict)
    classes: list[tuple[int, ...]] = field(default_factory=lambda: [()])
    kinds: dict[Iri, int] = field(default_factory=dict)

    def number(self, node: Node) -> int:
        """Return the number of an entity, a new one at first; `NOBODY` of what is none."""
        if not isinstance(node, ox.NamedNode):
            return NOBODY
        found = self.numbers.get(node.value)
        if found is not None:
            return found
        self.numbers[node.value] = len(self.classes)
        self.classes.append(())
        return len(self.classes) - 1

    def shut_out(self, nodes: Iterable[Node]) -> None:
        """Count these as no entities."""
        named = (node.value for node in nodes if isinstance(node, ox.NamedNode))
        self.numbers.update(dict.fromkeys(named, NOBODY))

    def enrol(self, node: Node, kind: Iri) -> None:
        """Give an entity a class, once."""
        number = self.number(node)
        if number == NOBODY:
            return
        class_ = self.kinds.setdefault(kind, len(self.kinds) + 1)
        had = self.classes[number]
        if class_ not in had:
            self.classes[number] = (*had, class_)

    def sizes(self) -> Counter[int]:
        """Return how many entities each class has."""
        sizes = Counter[int]()
        for classes, count in Counter(self.classes).items():
            for class_ in classes:
                sizes[class_] += count
        return sizes


def settle(triples: Triples, predicates: Iterable[Iri]) -> Population:
    """Return the entities which have a class; others join when something is stated of them.

    Statement nodes, sources, classes and properties are none.
    """
    population = Population()
    types = triples.types()
    population.shut_out(subject for subject, _ in triples.pairs(RDF_SUBJECT))
    for kind in types:
        if kind in BACKGROUND:
            population.shut_out(subject for subject, _ in triples.pairs(RDF_TYPE, kind))
    for kind in filter(is_class, types):
        for subject, _ in triples.pairs(RDF_TYPE, kind):
            population.enrol(subject, kind)
    for predicate in predicates:
        if is_type(predicate) and predicate != RDF_TYPE:
            for subject, value in triples.pairs(predicate):
                if isinstance(value, ox.NamedNode) and is_class(value.value):
                    population.enrol(subject, Iri(value.value))
    return population
