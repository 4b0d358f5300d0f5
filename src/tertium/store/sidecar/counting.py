"""How often properties and values are stated."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import pyoxigraph as ox

from tertium.model.terms import Iri
from tertium.store.sidecar.keys import written
from tertium.store.sidecar.lineage import Lineage
from tertium.store.sidecar.population import NOBODY, Population
from tertium.store.sidecar.triples import Pair, Triples
from tertium.store.terms import Node, from_oxigraph
from tertium.store.vocabulary import canonical

__all__ = ["PropertyCount", "count"]

_IRI: Final = "iri"


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyCount:
    """What was counted of one property.

    `holders` says how often the property is stated of an entity, by the entity's number; `having`
    how many entities of a class have it, and how many statements these make; `sharing` how many
    entities have a value, where these are two or more; `descent` how many statements have a value
    at or below a class, concept or whole; `pointing` how many have a thing as their value.
    """

    iri: Iri
    holders: Mapping[int, int]
    distinct_values: int
    kinds: Mapping[str, int]
    having: Mapping[int, tuple[int, int]]
    sharing: Mapping[str, int]
    descent: Mapping[str, int]
    pointing: Mapping[str, int]

    @property
    def links(self) -> int:
        """How many statements have an entity as their value."""
        return self.kinds.get(_IRI, 0)

    @property
    def statements(self) -> int:
        """How many statements there are."""
        return sum(self.holders.values())

    @property
    def reuse(self) -> float:
        """How far values are shared, from 0 to 1.

        Formula: the sum of c over the values which c > 1 entities have, divided by the number of
        entities which have the property. Only entities count as values: that two numbers agree
        may be chance.
        """
        shared = sum(n for value, n in self.sharing.items() if not value.startswith('"'))
        return min(1.0, shared / len(self.holders))


@dataclass(slots=True)
class _Tally:
    """Who has a property how often, and which values."""

    holders: dict[int, int] = field(default_factory=dict)
    values: dict[Node, int] = field(default_factory=dict)

    def add(self, pairs: Iterable[Pair], population: Population) -> None:
        holders, values, number = self.holders, self.values, population.number
        for subject, value in pairs:
            entity = number(subject)
            if entity != NOBODY:
                holders[entity] = holders.get(entity, 0) + 1
                values[value] = values.get(value, 0) + 1


def count(
    triples: Triples, predicates: Iterable[Iri], *, lineage: Lineage
) -> Iterator[PropertyCount]:
    """Yield the counts of each property that is stated of entities, in the order of their IRIs."""
    by_property: dict[Iri, list[Iri]] = {}
    for predicate in predicates:
        by_property.setdefault(canonical(predicate), []).append(predicate)
    population = lineage.population
    for iri in sorted(by_property):
        ways = by_property[iri]
        pairs = chain.from_iterable(map(triples.pairs, ways))
        tally = _Tally()
        tally.add(dict.fromkeys(pairs) if len(ways) > 1 else pairs, population)
        if tally.holders:
            yield _counted(iri, tally, lineage=lineage)


def _counted(iri: Iri, tally: _Tally, *, lineage: Lineage) -> PropertyCount:
    kinds = Counter[str]()
    for value, times in tally.values.items():
        kinds[_kind(value)] += times
    return PropertyCount(
        iri=iri,
        holders=tally.holders,
        distinct_values=len(tally.values),
        kinds=kinds,
        having=_by_class(tally.holders, lineage.population),
        descent=lineage.weigh(tally.values),
        pointing={
            value.value: times
            for value, times in tally.values.items()
            if isinstance(value, ox.NamedNode)
        },
        sharing={
            written(from_oxigraph(value)): times
            for value, times in tally.values.items()
            if times > 1 and isinstance(value, ox.NamedNode | ox.Literal)
        },
    )


def _by_class(holders: Mapping[int, int], population: Population) -> dict[int, tuple[int, int]]:
    entities, statements = Counter[tuple[int, ...]](), Counter[tuple[int, ...]]()
    for number, times in holders.items():
        classes = population.classes[number]
        entities[classes] += 1
        statements[classes] += times
    having: dict[int, tuple[int, int]] = {}
    for classes, members in entities.items():
        for class_ in classes:
            before = having.get(class_, (0, 0))
            having[class_] = (before[0] + members, before[1] + statements[classes])
    return having


def _kind(value: Node) -> str:
    match value:
        case ox.NamedNode():
            return _IRI
        case ox.Literal():
            return value.datatype.value
        case ox.BlankNode():
            return "blank"
        case _:
            return "triple"
