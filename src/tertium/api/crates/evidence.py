"""The statements behind a page as triples, in Turtle, so that its claims can be asked again."""

import re
from collections.abc import Iterator
from typing import Final

from tertium.model.comparison import Comparison
from tertium.model.narrative import Narrative
from tertium.model.statement import Rank, Reference, Statement
from tertium.model.terms import XSD_STRING, BlankNode, Literal, Term
from tertium.render.reading import statements_read
from tertium.render.triples.shapes import PREFIXES
from tertium.render.triples.terms import literal, prefixes
from tertium.store.vocabulary import qualifier_name

__all__ = ["evidence"]

_ILLEGAL: Final = re.compile(r"[\x00-\x20<>\"{}|^`\\]")


def evidence(comparison: Comparison, narrative: Narrative) -> str:
    """Return each statement with its subject, property, value, qualifiers, rank and sources.

    The triples with which the graph says it stand beside it, where that says it otherwise.
    """
    read = dict.fromkeys(statements_read(comparison, narrative))
    sources = {one.source.iri: one.source for statement in read for one in statement.references}
    named = (f"{_iri(iri)} rdfs:label {literal(one.label)} .\n" for iri, one in sources.items())
    return "\n".join((prefixes(PREFIXES), *map(_stated, read), "".join(named)))


def _stated(statement: Statement) -> str:
    own = " ;\n  ".join(_said(statement))
    return f"{_iri(statement.iri)} {own} .\n" + "".join(
        f"{_term(subject)} {_iri(predicate)} {_term(value)} .\n"
        for subject, predicate, value in _triples(statement)
    )


def _said(statement: Statement) -> Iterator[str]:
    yield "a rdf:Statement"
    if not statement.triples:
        yield f"rdf:subject {_iri(statement.stated_of)}"
        yield f"rdf:predicate {_iri(statement.predicate.iri)}"
        yield f"rdf:object {_term(statement.term)}"
    for qualifier in statement.qualifiers:
        yield f"{_iri(qualifier_name(qualifier.predicate.iri))} {_term(qualifier.term)}"
    if statement.rank is not Rank.NORMAL:
        yield f"tt:rank tt:{statement.rank.value}"
    for reference in statement.references:
        yield f"prov:wasDerivedFrom {_reference(reference)}"


def _triples(statement: Statement) -> Iterator[tuple[Term, str, Term]]:
    yield from statement.triples
    yield from (*statement.subject_links, *statement.value_links)


def _reference(reference: Reference) -> str:
    place = f" ; tt:locator {literal(reference.locator)}" if reference.locator else ""
    return f"[ tt:source {_iri(reference.source.iri)}{place} ]"


def _term(term: Term) -> str:
    match term:
        case BlankNode(label=label):
            return f"_:{label}"
        case Literal():
            return _literal(term)
        case _:
            return _iri(term)


def _literal(term: Literal) -> str:
    text = literal(term.lexical)
    if term.language:
        return f"{text}@{term.language}"
    return text if term.datatype == XSD_STRING else f"{text}^^{_iri(term.datatype)}"


def _iri(text: str) -> str:
    """Return an IRI in brackets; what a graph has is legal, and nothing else gets out of them."""
    return f"<{_ILLEGAL.sub(lambda found: f'%{ord(found[0]):02X}', text)}>"
