"""Claims as SPARQL: what a sentence asserts, as a question that anybody can put."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tertium.model.narrative import Claim, Narrative, Sentence
from tertium.model.statement import Statement
from tertium.model.terms import BlankNode, Iri, Literal, Term
from tertium.queries.catalogue import Catalogue
from tertium.queries.prefixes import PREFIXES
from tertium.store.vocabulary import direct_name

__all__ = ["ask_texts", "attested", "is_claim", "marks"]

_STATED: Final = "claim/stated"
_ONLY_RECORDED: Final = "claim/only-recorded"
_UNRECORDED: Final = "claim/unrecorded"
_UNSAID: Final = "claim/unsaid"
_SUBJECT: Final = Iri(PREFIXES["rdf"] + "subject")
_PREDICATE: Final = Iri(PREFIXES["rdf"] + "predicate")
_OBJECT: Final = Iri(PREFIXES["rdf"] + "object")
_FIRST: Final = Iri(PREFIXES["rdf"] + "first")
_REST: Final = Iri(PREFIXES["rdf"] + "rest")
_Row = tuple[str | Literal, ...]


def ask_texts(claim: Claim, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ASK queries which are true as long as the claim is; mostly it is one.

    They are true of the graph and of the claim's statements alone; one is false when any of these
    is taken away or something is recorded of what the claim calls unrecorded.
    """
    silent = [(entity, direct_name(iri)) for entity, iri in claim.unrecorded]
    triples = _grounded(claim.statements)
    first = {(1, 0): _STATED, (1, 1): _ONLY_RECORDED, (0, 1): _UNRECORDED}
    name = first.get((bool(triples), bool(silent)))
    given = {"subject": triples, "entity": silent}
    found = [catalogue[name].bind(**{k: v for k, v in given.items() if v})] if name else []
    if claim.unsaid:
        ways = [(entity, direct_name(iri)) for entity, iri in claim.unsaid]
        found.append(catalogue[_UNSAID].bind(entity=ways))
    for name, rows_of in _NAMELESS.items():
        rows = tuple(row for one in claim.statements for row in rows_of(one))
        found += [catalogue[name].bind(owner=rows)] if rows else []
    return tuple(found)


def marks(statement: Statement, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what stands in any question on a statement: its triples as SPARQL writes them."""
    found = {_STATED: _grounded((statement,))}
    found |= {name: tuple(rows_of(statement)) for name, rows_of in _NAMELESS.items()}
    return tuple(
        f"({' '.join(row)})"
        for name, rows in found.items()
        if rows
        for row in catalogue[name].params[0].rows(rows)
    )


def is_claim(sparql: str, catalogue: Catalogue) -> bool:
    """Return whether a text is one of the questions that `ask_texts` writes."""
    names = (_STATED, _ONLY_RECORDED, _UNRECORDED, _UNSAID, *_NAMELESS)
    return any(catalogue[name].asks(sparql) for name in names)


def attested(narrative: Narrative, catalogue: Catalogue) -> Narrative:
    """Return the narrative with every claim written as an ASK query, or as several."""

    def asked(sentence: Sentence) -> Sentence:
        claims = (
            replace(claim, ask=text)
            for claim in sentence.claims
            for text in ask_texts(claim, catalogue)
        )
        return replace(sentence, claims=tuple(claims))

    def each(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(map(asked, sentences))

    return replace(
        narrative,
        summary=each(narrative.summary),
        relations=each(narrative.relations),
        sections=tuple(replace(s, sentences=each(s.sentences)) for s in narrative.sections),
    )


def _grounded(statements: Iterable[Statement]) -> tuple[_Row, ...]:
    """Return the triples which say it all without a nameless node."""
    return tuple(
        (subject, predicate, value)
        for one in statements
        for subject, predicate, value in (one.triples or _reification(one))
        if isinstance(subject, str) and not isinstance(value, BlankNode)
    )


def _through(one: Statement) -> Iterator[_Row]:
    """Yield the parts of the nameless nodes by which a statement is made, each with its value."""
    for owner, link, node in _links(one):
        parts = [(p, o) for s, p, o in one.triples if s == node and p != _FIRST]
        named = [(p, o) for p, o in parts if not isinstance(o, BlankNode)]
        mains = [(p, o) for p, o in named if o == one.term] or named
        for part, value in named:
            yield owner, link, *mains[0], part, value


def _deeper(one: Statement) -> Iterator[_Row]:
    """Yield the parts of nameless nodes within nameless nodes."""
    for owner, link, node in _links(one):
        for outer, step, inner in one.triples:
            if outer == node and step != _REST and isinstance(inner, BlankNode):
                for subject, part, value in one.triples:
                    if subject == inner and not isinstance(value, BlankNode):
                        yield owner, link, step, part, value


def _listed(one: Statement) -> Iterator[_Row]:
    """Yield the member of a list which a statement has as its value."""
    for owner, link, _ in _links(one):
        for _, part, member in one.triples:
            if part == _FIRST and not isinstance(member, BlankNode):
                yield owner, link, member


def _links(one: Statement) -> Iterator[tuple[str, Iri, BlankNode]]:
    """Yield what leads from something with a name to a nameless node."""
    for owner, link, node in one.triples:
        if isinstance(owner, str) and isinstance(node, BlankNode):
            yield owner, link, node


def _reification(one: Statement) -> tuple[tuple[Term, Iri, Term], ...]:
    return (
        (one.iri, _SUBJECT, one.subject),
        (one.iri, _PREDICATE, one.predicate.iri),
        (one.iri, _OBJECT, one.term),
    )


_NAMELESS: Final[Mapping[str, Callable[[Statement], Iterable[_Row]]]] = {
    "claim/stated-through-nodes": _through,
    "claim/stated-within-nodes": _deeper,
    "claim/listed": _listed,
}
"""The questions on what is stated by way of nameless nodes."""
