"""Statement nodes with rdf:subject, rdf:predicate and rdf:object: the shape of our own data."""

from collections.abc import Iterator, Mapping
from typing import Final

from tertium.model.statement import Rank
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.shapes.stated import Part, Stated, order
from tertium.store.protocol import Triple
from tertium.store.surroundings import Arc, Surroundings
from tertium.store.vocabulary import LABELS

__all__ = [
    "CITING",
    "OBJECT",
    "PREDICATE",
    "SOURCE",
    "SUBJECT",
    "annotations",
    "qualifiers",
    "references",
    "reified",
]

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TT: Final = "https://w3id.org/tertium/ontology#"
SUBJECT: Final = Iri(_RDF + "subject")
PREDICATE: Final = Iri(_RDF + "predicate")
OBJECT: Final = Iri(_RDF + "object")
_TRIPLE: Final = frozenset((SUBJECT, PREDICATE, OBJECT))
_RANK: Final = Iri(_TT + "rank")
_RANKS: Final = {Iri(_TT + rank.value): rank for rank in Rank}
_DISPUTED: Final = Iri(_TT + "disputedIn")
CITING: Final = frozenset(
    (
        Iri("http://www.w3.org/ns/prov#wasDerivedFrom"),
        Iri("http://www.w3.org/ns/prov#hadPrimarySource"),
        Iri("http://purl.org/dc/terms/source"),
        Iri("http://purl.org/dc/elements/1.1/source"),
        _DISPUTED,
    )
)
"""From a statement to what it cites."""
SOURCE: Final = Iri(_TT + "source")
"""From a reference to the work cited."""
_FRAME: Final = (CITING - {_DISPUTED}) | {SUBJECT, PREDICATE, OBJECT, _RANK, Iri(_RDF + "type")}


def reified(around: Surroundings) -> Iterator[Stated]:
    """Yield what those statement nodes state which have an address to be cited by."""
    for node, arcs in around.triples.items():
        if isinstance(node, BlankNode | Literal):
            continue
        triple = _triple(arcs)
        if triple is not None and not isinstance(triple[0], BlankNode | Literal):
            yield Stated(
                iri=node,
                subject=triple[0],
                predicate=triple[1],
                term=triple[2],
                rank=next((_RANKS[o] for p, o in arcs if p == _RANK and o in _RANKS), Rank.NORMAL),
                qualifiers=qualifiers(arcs),
                references=references(arcs),
            )


def annotations(around: Surroundings) -> Mapping[Triple, tuple[Arc, ...]]:
    """Return what nameless statement nodes say of triples (as RDF 1.2 annotations do)."""
    found: dict[Triple, tuple[Arc, ...]] = {}
    for node, arcs in around.triples.items():
        triple = _triple(arcs) if isinstance(node, BlankNode) else None
        if triple is not None:
            found[triple] = found.get(triple, ()) + arcs
    return found


def qualifiers(arcs: tuple[Arc, ...]) -> tuple[Part, ...]:
    """Return what qualifies a statement, among all that is said of its node."""
    return tuple(
        Part(predicate, term)
        for predicate, term in arcs
        if predicate not in _FRAME and not isinstance(term, BlankNode) and predicate not in LABELS
    )


def references(arcs: tuple[Arc, ...]) -> tuple[Term, ...]:
    """Return what a statement cites."""
    return tuple(dict.fromkeys(term for predicate, term in arcs if predicate in CITING))


def _triple(arcs: tuple[Arc, ...]) -> Triple | None:
    found = [arc for arc in arcs if arc[0] in _TRIPLE]
    if len(found) < len(_TRIPLE):
        return None
    parts = dict(sorted(found, key=lambda arc: order(arc[1])))  # of several always the same
    predicate = parts.get(PREDICATE)
    if len(parts) < len(_TRIPLE) or not isinstance(predicate, str):
        return None
    return parts[SUBJECT], Iri(predicate), parts[OBJECT]
