"""The part of a graph which a page of two is made from, as triples that can be changed."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

__all__ = ["excerpt"]

_SUBJECT = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
_TYPES = frozenset(
    (
        ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        ox.NamedNode("http://www.wikidata.org/prop/direct/P31"),
        ox.NamedNode("http://www.wikidata.org/prop/direct/P279"),
        ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf"),
    )
)
_NODES = ("http://www.wikidata.org/entity/statement/", "http://www.wikidata.org/value/")
_PROPERTY = "http://www.wikidata.org/entity/P"
_PREDICATE = "http://www.wikidata.org/prop/"
_Node = ox.NamedNode | ox.BlankNode


def excerpt(store: ox.Store, entities: Iterable[str]) -> tuple[ox.Triple, ...]:
    """Return what is stated of entities, and what the things named there are called."""
    found: dict[ox.Triple, None] = {}
    for entity in map(ox.NamedNode, entities):
        found |= dict.fromkeys(_described(store, entity))
        for quad in store.quads_for_pattern(None, _SUBJECT, entity):
            if isinstance(quad.subject, _Node):
                found |= dict.fromkeys(_described(store, quad.subject))
    for node in dict.fromkeys(n for triple in found for n in _named(triple)):
        found |= dict.fromkeys(_called(store, node))
    return tuple(found)


def _described(store: ox.Store, node: _Node) -> Iterator[ox.Triple]:
    """Yield the triples of a node, and of the nodes which belong to it alone."""
    for quad in store.quads_for_pattern(node, None, None):
        yield quad.triple
        thing = quad.object
        own = isinstance(thing, ox.BlankNode) or (
            isinstance(thing, ox.NamedNode) and thing.value.startswith(_NODES)
        )
        if own and isinstance(thing, _Node):
            yield from _described(store, thing)


def _named(triple: ox.Triple) -> Iterator[ox.NamedNode]:
    if isinstance(triple.object, ox.NamedNode):
        yield triple.object
    if triple.predicate.value.startswith(_PREDICATE):
        yield ox.NamedNode(_PROPERTY + triple.predicate.value.rpartition("/P")[2])


def _called(store: ox.Store, node: ox.NamedNode) -> Iterator[ox.Triple]:
    """Yield the names and the classes of a thing; of a property, all that is said of it."""
    whole = node.value.startswith(_PROPERTY)
    for quad in store.quads_for_pattern(node, None, None):
        if whole or isinstance(quad.object, ox.Literal) or quad.predicate in _TYPES:
            yield quad.triple
