"""Pairs which are known to be connected, and pairs which are not: read from the bare triples."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pyoxigraph as ox

from benchmarks.contests import Pair

__all__ = ["Links", "known_pairs", "links_of", "related", "unrelated_pairs"]

_DIRECT = "http://www.wikidata.org/prop/direct/"
_KIND = "P31"
_ABOVE = frozenset({"P31", "P279"})
_NARROW = frozenset(
    (
        *("P7", "P9", "P22", "P25", "P26", "P40", "P451", "P3373"),  # family
        *("P184", "P185", "P802", "P1066"),  # teachers and students
        *("P155", "P156", "P1365", "P1366"),  # before and after
        *("P50", "P57", "P58", "P86", "P112", "P170", "P674", "P1877"),  # makers and their works
        *("P127", "P169", "P355", "P361", "P463", "P488", "P527", "P749", "P1830"),  # bodies
    )
)
"""Properties by which a pair is said to be connected, when few stand around their values."""
_FEW = 12
"""Around a node of a known connection stand at most so many by the same property."""
_LOW = 20
"""A node next to both, to or from which at most so many edges lead, connects them."""
_STATEMENTS = 5


def _two_deep() -> dict[str, dict[str, list[str]]]:
    return defaultdict(lambda: defaultdict(list))


@dataclass(slots=True)
class Links:
    """What leads from each entity and to it, by property, and which entities are of a class."""

    out: dict[str, dict[str, list[str]]] = field(default_factory=_two_deep)
    into: dict[str, dict[str, list[str]]] = field(default_factory=_two_deep)
    kinds: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def near(self, entity: str) -> set[str]:
        """Return what is one edge away."""
        return {
            other
            for side in (self.out, self.into)
            for others in side.get(entity, {}).values()
            for other in others
        }

    def degree(self, entity: str) -> int:
        """Return how many edges lead from an entity and to it."""
        return sum(len(v) for s in (self.out, self.into) for v in s.get(entity, {}).values())


def links_of(store: ox.Store) -> Links:
    """Return all edges between entities with an address; classes stand apart."""
    found = Links()
    for predicate in {quad.predicate for quad in _declared(store)}:
        name = predicate.value.removeprefix(_DIRECT)
        for quad in store.quads_for_pattern(None, predicate, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                subject, value = quad.subject.value, quad.object.value
                if name == _KIND:
                    found.kinds[value].append(subject)
                if name not in _ABOVE:
                    found.out[subject][name].append(value)
                    found.into[value][name].append(subject)
    return found


def unrelated_pairs(links: Links, count: int, *, seed: int = 1) -> tuple[Pair, ...]:
    """Return pairs, half of one class: no edge joins them, and no node of low degree is near both.

    Of each entity at least five edges lead away.
    """
    random = Random(seed)
    everybody = sorted(e for e in links.out if _described(links, e))
    kinds = [sorted(filter(links.out.__contains__, e)) for _, e in sorted(links.kinds.items())]
    classes = [[e for e in members if _described(links, e)] for members in kinds]
    classes = [members for members in classes if len(members) > _LOW]
    weights = [len(members) for members in classes]
    found: dict[Pair, None] = {}
    while len(found) < count:
        alike = len(found) % 2 and classes
        pool = random.choices(classes, weights)[0] if alike else everybody
        left, right = random.sample(pool, 2)
        if not related(links, left, right):
            found.setdefault((left, right))
    return tuple(found)


def related(links: Links, left: str, right: str) -> bool:
    """Return whether an edge joins two entities, or a node of low degree is next to both."""
    first, second = links.near(left), links.near(right)
    return right in first or any(links.degree(node) <= _LOW for node in first & second)


def known_pairs(links: Links, steps: int, count: int, *, seed: int = 1) -> tuple[Pair, ...]:
    """Return pairs at the ends of a walk of so many steps, by narrow properties throughout."""
    random = Random(seed)
    starts = sorted(e for e in links.out if links.out[e].keys() & _NARROW)
    found: dict[Pair, None] = {}
    while len(found) < count:
        walk = [random.choice(starts)]
        for _ in range(steps):
            ahead = sorted(set(_narrow(links, walk[-1])) - set(walk))
            walk += [random.choice(ahead)] if ahead else []
        if len(walk) == steps + 1 and _described(links, walk[0]) and _described(links, walk[-1]):
            found.setdefault((walk[0], walk[-1]))
    return tuple(found)


def _narrow(links: Links, entity: str) -> Iterator[str]:
    for side in (links.out, links.into):
        for name, others in side.get(entity, {}).items():
            if name in _NARROW and len(others) <= _FEW:
                other_side = links.into if side is links.out else links.out
                yield from (o for o in others if len(other_side[o][name]) <= _FEW)


def _described(links: Links, entity: str) -> bool:
    return sum(map(len, links.out.get(entity, {}).values())) >= _STATEMENTS


def _declared(store: ox.Store) -> Iterator[ox.Quad]:
    claim = ox.NamedNode("http://wikiba.se/ontology#directClaim")
    for quad in store.quads_for_pattern(None, claim, None):
        if isinstance(quad.object, ox.NamedNode):
            yield from _first(store, quad.object)


def _first(store: ox.Store, predicate: ox.NamedNode) -> Iterator[ox.Quad]:
    for quad in store.quads_for_pattern(None, predicate, None):
        yield quad
        return
