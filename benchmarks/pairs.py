"""Pairs of entities of the same class, drawn from the largest classes of a graph."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from random import Random

import pyoxigraph as ox

from benchmarks.contests import Pair
from benchmarks.peers.floor import direct

__all__ = ["full_pair", "pairs_of"]

_KIND = ox.NamedNode("http://www.wikidata.org/prop/direct/P31")
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CLASSES = 8
_STATEMENTS = 5
"""An entity of which less is said makes no table worth reading."""
_MEMBERS = 20


def pairs_of(store: ox.Store, count: int, *, seed: int = 1) -> tuple[Pair, ...]:
    """Return this many pairs, as many of each class, in a seeded order.

    The classes are the eight largest with enough entities of which something is said.
    """
    random = Random(seed)
    pools = list(islice(_pools(store, 2 * count, random), _CLASSES))
    each = -(-count // len(pools))
    drawn = [pair for pool in pools for pair in _drawn(pool, each, random)]
    random.shuffle(drawn)
    return tuple(drawn[:count])


def full_pair(store: ox.Store, kinds: Iterable[str]) -> Pair:
    """Return the two entities of which most is said, in the first class with enough of them.

    The classes are given; it works on any graph, by `rdf:type` where there is no class by `P31`.
    """
    for kind in kinds:
        members = {entity: _degree(store, entity) for entity in _members(store, ox.NamedNode(kind))}
        if len(members) >= _MEMBERS:
            left, right = sorted(members, key=lambda entity: (-members[entity], entity))[:2]
            return left, right
    raise LookupError


def _pools(store: ox.Store, most: int, random: Random) -> Iterator[list[str]]:
    ends = (quad.object for quad in store.quads_for_pattern(None, _KIND, None))
    kinds = Counter(end for end in ends if isinstance(end, ox.NamedNode))
    for kind in sorted(kinds, key=lambda kind: (-kinds[kind], str(kind))):
        members = sorted(_members(store, kind))
        random.shuffle(members)
        described = list(
            islice((entity for entity in members if _is_described(store, entity)), most)
        )
        if len(described) >= _MEMBERS:
            yield described


def _members(store: ox.Store, kind: ox.NamedNode) -> set[str]:
    quads = (q for by in (_KIND, _TYPE) for q in store.quads_for_pattern(None, by, kind))
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def _degree(store: ox.Store, entity: str) -> int:
    return sum(1 for _ in store.quads_for_pattern(ox.NamedNode(entity), None, None))


def _is_described(store: ox.Store, entity: str) -> bool:
    return len(list(islice(direct(store, entity), _STATEMENTS))) == _STATEMENTS


def _drawn(pool: list[str], count: int, random: Random) -> list[Pair]:
    """Return distinct pairs; an entity comes again only when all have had their turn."""
    found: dict[Pair, None] = {}
    most = len(pool) * (len(pool) - 1) // 2
    while len(found) < min(count, most):
        random.shuffle(pool)
        for left, right in zip(pool[::2], pool[1::2], strict=False):
            found.setdefault((min(left, right), max(left, right)))
    return list(found)[:count]
