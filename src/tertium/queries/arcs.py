"""All triples from things, by a query or by lookups; both find the same, in the same order."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.reader import Reader
from tertium.queries.reading.columns import iri_in
from tertium.store.oxigraph import OxigraphStore
from tertium.store.protocol import Triple, select
from tertium.store.surroundings import Arc, Surroundings

__all__ = ["arcs_from"]

_TOGETHER: Final = 200
"""Of how many things triples are asked for at once."""


def arcs_from(reader: Reader, things: Sequence[Iri]) -> Mapping[Term, tuple[Arc, ...]]:
    """Return the predicates and values of things, sorted, from where they are read quickest.

    Things of which nothing is said are left out.
    """
    store = reader.store
    if not isinstance(store, OxigraphStore):
        return Surroundings.of(_asked(reader, things)).triples
    read = {thing: tuple(sorted(set(store.arcs(thing)), key=_place)) for thing in things}
    return {thing: arcs for thing, arcs in read.items() if arcs}


def _asked(reader: Reader, things: Sequence[Iri]) -> Iterator[Triple]:
    query = reader.catalogue["patterns/arcs"]
    for start in range(0, len(things), _TOGETHER):
        some = things[start : start + _TOGETHER]
        for row in select(reader.store, query.bind(entity=some)):
            yield iri_in(row, "entity"), iri_in(row, "property"), row["value"]


def _place(arc: Arc) -> tuple[str, ...]:
    predicate, term = arc
    match term:
        case Literal(lexical, datatype, language):
            return predicate, language, lexical, datatype
        case BlankNode(label):
            return predicate, "", "", label
        case _:
            return predicate, "", term
