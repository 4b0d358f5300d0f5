"""Claims as SPARQL: what a sentence asserts, as a question that anybody can put."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from tertium.model.narrative import Claim, Narrative, Sentence
from tertium.model.statement import Statement
from tertium.queries.catalogue import Catalogue
from tertium.queries.formulas import FORMULAS, formula
from tertium.queries.grounds import NAMELESS, Row, grounded, own, stands
from tertium.store.vocabulary import direct_name

__all__ = ["asked", "attested", "is_claim", "link_marks", "marks"]

_STATED: Final = "claim/stated"
_ONLY_RECORDED: Final = "claim/only-recorded"
_UNRECORDED: Final = "claim/unrecorded"
_UNSAID: Final = "claim/unsaid"


def asked(claim: Claim, catalogue: Catalogue) -> tuple[Claim, ...]:
    """Return a claim with its ASK query; as several, where one question cannot put it.

    Each is true of the graph and of its statements alone, and false when any of these is taken
    away or something is recorded of what the claim calls unrecorded.
    """
    return tuple(
        replace(claim, statements=statements, ask=text)
        for statements, text in (
            *_silences(claim, catalogue),
            *_standing(claim, catalogue),
            *_nameless(claim, catalogue),
        )
    )


def marks(statement: Statement, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what stands in any question on a statement: its triples as SPARQL writes them."""
    found: dict[str, tuple[Row, ...]] = {_STATED: own(statement)}
    found |= {name: tuple(rows_of(statement)) for name, rows_of in NAMELESS.items()}
    return _written(found, catalogue)


def link_marks(statement: Statement, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the links on which a statement rests, as they stand in any question on it."""
    links = (*statement.subject_links, *statement.value_links) if own(statement) else ()
    return _written({_STATED: links}, catalogue)


def _written(found: Mapping[str, tuple[Row, ...]], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(
        f"({' '.join(row)})"
        for name, rows in found.items()
        if rows
        for row in catalogue[name].params[0].rows(rows)
    )


def is_claim(sparql: str, catalogue: Catalogue) -> bool:
    """Return whether a text is one of the questions that `asked` writes."""
    names = (_STATED, _ONLY_RECORDED, _UNRECORDED, _UNSAID, *FORMULAS, *NAMELESS)
    return any(catalogue[name].asks(sparql) for name in names)


def attested(narrative: Narrative, catalogue: Catalogue) -> Narrative:
    """Return the narrative with every claim written as an ASK query, or as several."""

    def each(sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        return tuple(
            replace(one, claims=tuple(ask for c in one.claims for ask in asked(c, catalogue)))
            for one in sentences
        )

    return replace(
        narrative,
        summary=each(narrative.summary),
        relations=each(narrative.relations),
        sections=tuple(replace(s, sentences=each(s.sentences)) for s in narrative.sections),
    )


_Asked = Iterator[tuple[tuple[Statement, ...], str]]


def _standing(claim: Claim, catalogue: Catalogue) -> _Asked:
    """Yield the question whether the statements stand, and what their kind asserts of them."""
    statements = tuple(one for one in claim.statements if grounded(one))
    if not statements or claim.unrecorded:
        return
    triples = tuple(arc for one in statements for arc in stands(one))
    name, parameter, rows = formula(claim) or (_STATED, "subject", triples)
    yield statements, catalogue[name].bind(**{parameter: rows, "subject": triples})


def _silences(claim: Claim, catalogue: Catalogue) -> _Asked:
    """Yield the questions whether nothing is recorded, with the statements which stand."""
    statements = tuple(one for one in claim.statements if grounded(one))
    triples = tuple(arc for one in statements for arc in stands(one))
    silent = [(entity, direct_name(iri)) for entity, iri in claim.unrecorded]
    ways = [(entity, direct_name(iri)) for entity, iri in claim.unsaid]
    if silent and triples:
        yield statements, catalogue[_ONLY_RECORDED].bind(subject=triples, entity=silent)
    elif silent:
        yield (), catalogue[_UNRECORDED].bind(entity=silent)
    if ways:
        yield (), catalogue[_UNSAID].bind(entity=ways)


def _nameless(claim: Claim, catalogue: Catalogue) -> _Asked:
    """Yield the questions on what is stated by way of nameless nodes."""
    for name, rows_of in NAMELESS.items():
        found = {one: tuple(rows_of(one)) for one in claim.statements}
        statements = tuple(one for one, rows in found.items() if rows)
        if statements:
            rows = tuple(row for one in statements for row in found[one])
            yield statements, catalogue[name].bind(**{catalogue[name].params[0].name: rows})
