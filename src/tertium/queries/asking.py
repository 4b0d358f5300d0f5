"""Claims as SPARQL: what a sentence asserts, as a question that anybody can put."""

from dataclasses import replace
from typing import Final

from tertium.model.narrative import Claim, Narrative, Sentence
from tertium.queries.catalogue import Catalogue

__all__ = ["ask_text", "attested", "is_claim"]

_STATED: Final = "claim/stated"
_ONLY_RECORDED: Final = "claim/only-recorded"


def ask_text(claim: Claim, catalogue: Catalogue) -> str:
    """Return an ASK query which is true as long as the claim is.

    It is true of the graph, true of the claim's statements alone, and false when any of them is
    taken away or something is recorded of what the claim calls unrecorded.
    """
    statements = [(s.iri, s.subject, s.predicate.iri, s.term) for s in claim.statements]
    if not claim.unrecorded:
        return catalogue[_STATED].bind(statement=statements)
    return catalogue[_ONLY_RECORDED].bind(statement=statements, entity=claim.unrecorded)


def is_claim(sparql: str, catalogue: Catalogue) -> bool:
    """Return whether a text is one of the questions that `ask_text` writes."""
    return any(catalogue[name].asks(sparql) for name in (_STATED, _ONLY_RECORDED))


def attested(narrative: Narrative, catalogue: Catalogue) -> Narrative:
    """Return the narrative with every claim written as an ASK query."""

    def asked(sentence: Sentence) -> Sentence:
        claims = (replace(claim, ask=ask_text(claim, catalogue)) for claim in sentence.claims)
        return replace(sentence, claims=tuple(claims))

    def each(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        return tuple(map(asked, sentences))

    return replace(
        narrative,
        summary=each(narrative.summary),
        relations=each(narrative.relations),
        sections=tuple(replace(s, sentences=each(s.sentences)) for s in narrative.sections),
    )
