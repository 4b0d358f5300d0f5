"""Nameless nodes with several parts: one value, and what qualifies it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tertium.model.schema import QualifierRole
from tertium.model.terms import EDTF, XSD, XSD_DATES, BlankNode, Iri, Literal, Term
from tertium.queries.shapes.reified import CITING
from tertium.queries.shapes.stated import Part, Stated, minted, order
from tertium.store.protocol import Triple
from tertium.store.surroundings import Arc, Surroundings
from tertium.store.vocabulary import LABELS, is_statement

__all__ = ["is_nameless", "structured", "temporal_role"]

_RDF_VALUE: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")
_COMMON: Final = ("", "en", "mul")
_VALUE: Final = re.compile(
    r"(?:.*[/#])?(?:has)?_?(?:numeric(?:al)?_?)?(?:value|amount|number|count)", re.IGNORECASE
)
_ROLES: Final = {
    QualifierRole.START: ("start", "begin", "beginning", "from", "since"),
    QualifierRole.END: ("end", "ending", "until", "till", "to"),
    QualifierRole.TIME: ("year", "date", "time", "when", "month", "day"),
}


def is_nameless(term: Term, entity: Iri, around: Surroundings) -> bool:
    """Return whether a node serves only to hold values together.

    It is blank, or an unlabelled part of the entity's own document (its IRI with a fragment).
    """
    if isinstance(term, BlankNode):
        return True
    if isinstance(term, Literal) or not term.startswith(f"{entity}#"):
        return False
    return bool(around.arcs(term)) and not around.objects(term, *LABELS)


def structured(triple: Triple, name: Iri, around: Surroundings) -> Iterator[Stated]:
    """Yield what a node states: one of its parts is the value, the others qualify it."""
    subject, predicate, node = triple
    parts = {arc: way for arc, way in _parts(node, around) if arc[1] != subject}
    parts |= {arc: ((node, *arc),) for arc in _name(node, around)}
    arcs = sorted(parts, key=lambda arc: (arc[0], order(arc[1])))
    main = _main(arcs)
    if main is None:
        return
    rest = [arc for arc in arcs if arc != main]
    cited = [o for p, o in around.arcs(node) if p in CITING and not isinstance(o, BlankNode)]
    said = dict.fromkeys(one for arc in arcs for one in parts[arc])
    yield Stated(
        iri=minted(subject, predicate, *(term for arc in arcs for term in arc)),
        subject=Iri(str(subject)),
        predicate=name,
        term=main[1],
        qualifiers=tuple(Part(p, o) for p, o in rest),
        references=tuple(cited),
        triples=(triple, *said),
    )


def temporal_role(predicate: Iri) -> QualifierRole | None:
    """Return what a date means as a part of a node, by the words of its predicate's name.

    >>> temporal_role(Iri("http://nomisma.org/ontology#hasStartDate")).value
    'start'
    """
    local = re.split(r"[/#:]", predicate)[-1]
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", local)}
    return next((role for role, known in _ROLES.items() if not words.isdisjoint(known)), None)


def _parts(node: Term, around: Surroundings) -> Iterator[tuple[Arc, tuple[Triple, ...]]]:
    """Yield the parts of a node, each with the triples which say it.

    In place of a nameless part stand the parts of that one.
    """
    for predicate, term in around.arcs(node):
        if not _is_part(predicate):
            continue
        step = (node, predicate, term)
        if not isinstance(term, BlankNode):
            yield (predicate, term), (step,)
            continue
        for part, inner in around.arcs(term):
            if _is_part(part) and not isinstance(inner, BlankNode):
                name = predicate if temporal_role(predicate) else part
                yield (name, inner), (step, (term, part, inner))


def _name(node: Term, around: Surroundings) -> tuple[Arc, ...]:
    """Return what a node is called, if it is: once, and in English rather than not."""
    names = [(p, o) for p in LABELS for o in around.objects(node, p) if isinstance(o, Literal)]
    return tuple(sorted(names, key=lambda arc: arc[1].language not in _COMMON)[:1])


def _is_part(predicate: Iri) -> bool:
    return predicate == _RDF_VALUE or (is_statement(predicate) and predicate not in CITING)


def _main(arcs: Sequence[Arc]) -> Arc | None:
    """Return the part which is the value.

    It is one that is called so; else a name, an entity, a number, a text, in this order; a date
    only when there is nothing else. Among equals it is the first by name of the predicate.
    """
    return min(arcs, key=_priority, default=None)


def _priority(arc: Arc) -> tuple[int, str, str]:
    predicate, term = arc
    return (_kind(predicate, term), predicate, order(term))


def _kind(predicate: Iri, term: Term) -> int:
    dated = isinstance(term, Literal) and term.datatype in XSD_DATES | EDTF
    if dated or temporal_role(predicate):
        return 5
    if _VALUE.fullmatch(predicate):
        return 0
    if predicate in LABELS:
        return 1
    if not isinstance(term, Literal):
        return 2
    return 4 if term.datatype.startswith(XSD + "string") or term.language else 3
