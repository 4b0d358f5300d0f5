"""Direct triples: the shape of any other graph, and of a Wikibase without statement nodes."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from tertium.model.terms import BlankNode, Iri, Term
from tertium.queries.shapes.reified import qualifiers, references
from tertium.queries.shapes.stated import NOTHING, Stated, known, minted, order
from tertium.queries.shapes.structured import is_nameless, structured
from tertium.store.protocol import Triple
from tertium.store.surroundings import Arc, Surroundings
from tertium.store.vocabulary import BROADER, RDF_TYPE, canonical, is_statement

__all__ = ["direct"]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FIRST: Final = Iri(_RDF + "first")
_REST: Final = Iri(_RDF + "rest")
_NIL: Final = Iri(_RDF + "nil")
_NO_VALUE: Final = re.compile(r"(.*/)prop/novalue/(P[1-9]\d*)")
_LONGEST: Final = 100

_LADDER: Final = frozenset((*BROADER, Iri("https://w3id.org/tertium/ontology#partOf")))

Notes = Mapping[Triple, tuple[Arc, ...]]


def direct(
    entity: Iri,
    around: Surroundings,
    *,
    said: AbstractSet[tuple[Iri, Term]],
    covered: AbstractSet[Iri],
    notes: Notes,
) -> Iterator[Stated]:
    """Yield what the triples of an entity state by themselves.

    `said` are predicates with objects which a statement node says already, `covered` predicates
    of which statement nodes say all; `notes` are what annotates triples.
    """
    for predicate, term in around.arcs(entity):
        triple = (entity, predicate, term)
        name = canonical(predicate)
        if predicate == RDF_TYPE:
            yield from (one for one in _denied(triple) if one.predicate not in covered)
        elif not is_statement(predicate) or name in covered or (predicate, term) in said:
            continue
        elif said and predicate in _LADDER:
            continue  # with statement nodes beside it, this only serves to climb
        elif not is_nameless(term, entity, around):
            yield from _simple(triple, name, arcs=notes.get(triple, ()), around=around)
        elif around.objects(term, _FIRST):
            yield from _listed(triple, name, around)
        else:
            yield from structured(triple, name, around)


def _simple(
    triple: Triple, name: Iri, *, arcs: tuple[Arc, ...], around: Surroundings
) -> Iterator[Stated]:
    subject, _, term = triple
    if term != _NIL:  # an empty list has no members to speak of
        yield Stated(
            iri=minted(*triple),
            subject=Iri(str(subject)),
            predicate=name,
            term=known(term),
            qualifiers=qualifiers(arcs),
            references=(*references(arcs), *around.graphs.get(triple, ())),
            triples=(triple,),
        )


def _denied(triple: Triple) -> Iterator[Stated]:
    """Yield that an entity has no value of a property, where its class says so (a Wikibase)."""
    subject, _, term = triple
    none = _NO_VALUE.fullmatch(term) if isinstance(term, str) else None
    if none is not None:
        yield Stated(
            iri=minted(*triple),
            subject=Iri(str(subject)),
            predicate=Iri(f"{none[1]}entity/{none[2]}"),
            term=NOTHING,
            triples=(triple,),
        )


def _listed(triple: Triple, name: Iri, around: Surroundings) -> Iterator[Stated]:
    """Yield a statement for each member of a list that has a name or is a literal."""
    subject, predicate, _ = triple
    way = [triple]  # as evidence leads to a member, a very long list is read in part
    for cell in _cells(triple, around):
        for item in around.objects(cell, _FIRST):
            if not isinstance(item, BlankNode):
                yield Stated(
                    iri=minted(subject, predicate, item),
                    subject=Iri(str(subject)),
                    predicate=name,
                    term=item,
                    triples=(*way, (cell, _FIRST, item)),
                )
        way.append((cell, _REST, _next(cell, around)))


def _cells(triple: Triple, around: Surroundings) -> Iterator[Term]:
    seen, cell = set[Term](), triple[2]
    while cell != _NIL and cell not in seen and len(seen) < _LONGEST:
        seen.add(cell)
        yield cell
        cell = _next(cell, around)


def _next(cell: Term, around: Surroundings) -> Term:
    return min(around.objects(cell, _REST), key=order, default=_NIL)
