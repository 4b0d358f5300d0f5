"""What some properties say of many things, by a query or by lookups; both find the same."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tertium.model.terms import BlankNode, Iri, Term
from tertium.queries.batching import in_parts
from tertium.queries.prefixes import is_own
from tertium.queries.reader import Reader
from tertium.queries.reading.columns import iri_in, iris_in
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import select
from tertium.store.surroundings import Arc
from tertium.store.vocabulary import RDF_TYPE

__all__ = ["held", "stated_of_kinds", "used"]

_KINDS: Final = (RDF_TYPE, Iri("http://www.wikidata.org/prop/direct/P31"))


def held(
    reader: Reader, things: Sequence[Iri], predicates: Sequence[Iri]
) -> Mapping[Iri, tuple[Arc, ...]]:
    """Return the values which things have by some predicates, in no particular order.

    Things of which they say nothing are left out.
    """
    found: dict[Iri, dict[Arc, None]] = {}
    for thing, predicate, value in _values(reader, things, predicates):
        found.setdefault(thing, {})[predicate, value] = None
    return {thing: tuple(arcs) for thing, arcs in found.items()}


def _values(
    reader: Reader, things: Sequence[Iri], predicates: Sequence[Iri]
) -> Iterator[tuple[Iri, Iri, Term]]:
    store = reader.store
    if isinstance(store, OxigraphStore):
        for thing in things:
            for predicate in predicates:
                for term in store.objects(thing, predicate):
                    yield thing, predicate, term
        return
    if not (things and predicates):
        return
    for part in in_parts(reader.catalogue["link/values"], things, property=predicates):
        for row in select(store, part):
            yield iri_in(row, "entity"), iri_in(row, "property"), row["value"]


def stated_of_kinds(reader: Reader, kinds: Sequence[Iri]) -> Mapping[Iri, frozenset[Iri]]:
    """Return which properties are stated of each thing of some classes, but for things of ours."""
    found: dict[Iri, set[Iri]] = {}
    for thing, predicate in _stated(reader, kinds):
        if not is_own(thing):
            found.setdefault(thing, set()).add(predicate)
    return {thing: frozenset(predicates) for thing, predicates in found.items()}


def _stated(reader: Reader, kinds: Sequence[Iri]) -> Iterator[tuple[Iri, Iri]]:
    store = reader.store
    if not isinstance(store, OxigraphStore):
        for row in select(store, reader.catalogue["batch/stated"].bind(kind=kinds)):
            yield iri_in(row, "entity"), iri_in(row, "property")
        return
    nodes = (node for kind in kinds for way in _KINDS for node in store.subjects(way, kind))
    for thing in dict.fromkeys(node for node in nodes if not isinstance(node, BlankNode)):
        for predicate, _ in store.arcs(thing):
            yield thing, predicate


def used(reader: Reader, predicates: Sequence[Iri]) -> frozenset[Iri]:
    """Return which of some predicates the graph states of anything at all."""
    store = reader.store
    if isinstance(store, OxigraphStore):
        return frozenset(filter(store.uses, predicates))
    if not predicates:
        return frozenset()
    rows = select(store, reader.catalogue["link/used"].bind(property=predicates))
    return frozenset(iris_in(rows, "property"))
