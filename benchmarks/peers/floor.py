"""The floor: the reads without which there is no table, straight from the indexes of Oxigraph.

They are the triples of both entities, of their statement nodes, of the full values and references
of these, and the label and the class of each entity and property that is mentioned. Nothing is
counted, and nothing is done with what is read but finding the next thing to read.
"""

from collections.abc import Iterator

import pyoxigraph as ox

__all__ = ["direct", "read"]

_ENTITY = "http://www.wikidata.org/entity/"
_STATEMENT = _ENTITY + "statement/"
_NODES = ("http://www.wikidata.org/value/", "http://www.wikidata.org/reference/")
_PROPERTY = "http://www.wikidata.org/prop/"
_DIRECT = _PROPERTY + "direct/"
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_KIND = ox.NamedNode(_DIRECT + "P31")


def read(store: ox.Store, *entities: str) -> int:
    """Read what a table of these entities needs, and return how many triples that are."""
    count, mentioned = 0, set[ox.NamedNode]()
    nodes = [ox.NamedNode(entity) for entity in entities]
    seen = set(nodes)
    for node in nodes:
        for quad in store.quads_for_pattern(node, None, None):
            count += 1
            end = quad.object
            if quad.predicate.value.startswith(_PROPERTY):
                number = quad.predicate.value.rpartition("/")[2]
                mentioned.add(ox.NamedNode(_ENTITY + number))
            if not isinstance(end, ox.NamedNode):
                continue
            if end.value.startswith(_STATEMENT) or end.value.startswith(_NODES):
                if end not in seen:
                    seen.add(end)
                    nodes.append(end)
            elif end.value.startswith(_ENTITY):
                mentioned.add(end)
    return count + sum(1 for thing in mentioned for _ in _names(store, thing))


def direct(store: ox.Store, entity: str) -> Iterator[ox.Quad]:
    """Yield the direct triples of an entity: what the rows of its table are made of."""
    for quad in store.quads_for_pattern(ox.NamedNode(entity), None, None):
        if quad.predicate.value.startswith(_DIRECT):
            yield quad


def _names(store: ox.Store, thing: ox.NamedNode) -> Iterator[ox.Quad]:
    for predicate in (_LABEL, _KIND):
        yield from store.quads_for_pattern(thing, predicate, None)
