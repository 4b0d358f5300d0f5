"""The triples on which statements rest, as rows of a question: what must stand, and where."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from tertium.model.schema import QualifierRole
from tertium.model.statement import Qualifier, Statement
from tertium.model.terms import BlankNode, Iri, Literal
from tertium.queries.prefixes import PREFIXES
from tertium.queries.shapes.stated import NOTHING, SOMETHING
from tertium.store.protocol import Triple
from tertium.store.vocabulary import qualifier_name

__all__ = [
    "NAMELESS",
    "TOLD",
    "Arc",
    "Row",
    "arc_of",
    "edges",
    "grounded",
    "own",
    "predicate_arc",
    "qualified",
    "stands",
]

_SUBJECT: Final = Iri(PREFIXES["rdf"] + "subject")
_PREDICATE: Final = Iri(PREFIXES["rdf"] + "predicate")
_OBJECT: Final = Iri(PREFIXES["rdf"] + "object")
_FIRST: Final = Iri(PREFIXES["rdf"] + "first")
_REST: Final = Iri(PREFIXES["rdf"] + "rest")
TOLD: Final = frozenset(
    (
        *(QualifierRole.START, QualifierRole.END, QualifierRole.TIME),
        *(QualifierRole.PLACE, QualifierRole.AS, QualifierRole.HOLDER),
        *(QualifierRole.DISPUTED_BY, QualifierRole.DISPUTED_IN),
    )
)
"""The roles of qualifiers of which sentences tell."""

Row = tuple[str | Literal, ...]
"""Terms of one row of a question."""

Arc = tuple[str, Iri, str | Literal]
"""A triple without a nameless node."""


def stands(statement: Statement) -> tuple[Arc, ...]:
    """Return the triples which state something and how it is qualified, but nameless nodes."""
    arcs = grounded(statement)
    return (*arcs, *qualified(statement, TOLD)) if arcs else ()


def grounded(statement: Statement) -> tuple[Arc, ...]:
    """Return the triples which state something without a nameless node, and of whom they do."""
    arcs = own(statement)
    return (*statement.subject_links, *arcs, *statement.value_links) if arcs else ()


def own(statement: Statement) -> tuple[Arc, ...]:
    """Return the triples which state something without a nameless node, but no links."""
    return tuple(_named(_triples(statement)))


def qualified(statement: Statement, roles: Iterable[QualifierRole]) -> tuple[Arc, ...]:
    """Return the triples which qualify a statement that has a node, by qualifiers of some roles."""
    wanted = frozenset(roles)
    return tuple(
        arc
        for qualifier in statement.qualifiers
        if qualifier.predicate.role in wanted
        for arc in _named(_qualifying(statement, qualifier))
    )


def arc_of(statement: Statement) -> tuple[Arc, ...]:
    """Return the triple which says the value, if a name leads to it."""
    return tuple(arc for arc in own(statement) if arc[2] == statement.term)[:1]


def predicate_arc(statement: Statement) -> tuple[Arc, ...]:
    """Return the triple which says the property of a statement, where one does."""
    return tuple(arc for arc in grounded(statement) if arc[1] == _PREDICATE)[:1]


def edges(statement: Statement) -> tuple[Arc, ...]:
    """Return the triples that lead from the subject of a statement to its value."""
    arcs = tuple(arc for arc in own(statement) if arc[1] != _PREDICATE)
    ordered = arcs[::-1] if statement.turned and statement.subject_links else arcs
    return (*statement.subject_links, *ordered, *statement.value_links)


def _triples(one: Statement) -> tuple[Triple, ...]:
    return one.triples or (
        (one.iri, _SUBJECT, one.subject),
        (one.iri, _PREDICATE, one.predicate.iri),
        (one.iri, _OBJECT, one.term),
    )


def _named(triples: Iterable[Triple]) -> Iterator[Arc]:
    for subject, predicate, value in triples:
        if isinstance(subject, str) and not isinstance(value, BlankNode):
            yield subject, predicate, value


def _qualifying(one: Statement, qualifier: Qualifier) -> Iterator[Triple]:
    """Yield the triple of a qualifier: below the statement's node, if it has one."""
    predicate, term = qualifier.predicate.iri, qualifier.term
    for subject, _, value in _triples(one)[:1]:
        if subject == one.iri:
            yield one.iri, predicate, term
        elif value == one.iri and term not in {NOTHING, SOMETHING}:
            yield one.iri, qualifier_name(predicate), term


def _through(one: Statement) -> Iterator[Row]:
    """Yield the parts of the nameless nodes by which a statement is made, each with its value."""
    for owner, link, node in _links(one):
        parts = [(p, o) for s, p, o in one.triples if s == node and p != _FIRST]
        named = [(p, o) for p, o in parts if not isinstance(o, BlankNode)]
        mains = [(p, o) for p, o in named if o == one.term] or named
        for part, value in named:
            yield owner, link, *mains[0], part, value


def _deeper(one: Statement) -> Iterator[Row]:
    """Yield the parts of nameless nodes within nameless nodes."""
    for owner, link, node in _links(one):
        for outer, step, inner in one.triples:
            if outer == node and step != _REST and isinstance(inner, BlankNode):
                for subject, part, value in one.triples:
                    if subject == inner and not isinstance(value, BlankNode):
                        yield owner, link, step, part, value


def _listed(one: Statement) -> Iterator[Row]:
    """Yield the member of a list which a statement has as its value."""
    for owner, link, _ in _links(one):
        for _, part, member in one.triples:
            if part == _FIRST and not isinstance(member, BlankNode):
                yield owner, link, member


def _noted(one: Statement) -> Iterator[Row]:
    """Yield who holds the judgement that a triple states, when a nameless node says so of it."""
    for subject, predicate, term in _named(one.triples) if len(one.triples) == 1 else ():
        for qualifier in one.qualifiers:
            part, held = qualifier.predicate, qualifier.term
            if part.role is QualifierRole.HOLDER and not isinstance(held, BlankNode):
                yield subject, predicate, term, part.iri, held


def _links(one: Statement) -> Iterator[tuple[str, Iri, BlankNode]]:
    """Yield what leads from something with a name to a nameless node."""
    for owner, link, node in one.triples:
        if isinstance(owner, str) and isinstance(node, BlankNode):
            yield owner, link, node


NAMELESS: Final[Mapping[str, Callable[[Statement], Iterable[Row]]]] = {
    "claim/stated-through-nodes": _through,
    "claim/stated-within-nodes": _deeper,
    "claim/listed": _listed,
    "claim/noted": _noted,
}
"""The questions on what is stated by way of nameless nodes."""
