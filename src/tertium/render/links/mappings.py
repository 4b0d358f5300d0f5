"""A link as a mapping: what is mapped to what, how surely, and by what right it is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tertium.model.link import Candidate, Linking, LinkOutcome, LinkQuery, ReasonKind
from tertium.model.terms import Iri

__all__ = ["Mapping", "mappings_of", "remark", "subject_of"]

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_CLOSE: Final = Iri(_SKOS + "closeMatch")
_SEMAPV: Final = "https://w3id.org/semapv/vocab/"
_NOTHING: Final = Iri("https://w3id.org/sssom/NoTermFound")
_BY_NAME: Final = frozenset((ReasonKind.NAME, ReasonKind.POPULARITY))
_IRI: Final = re.compile(r"(?:https?://|urn:)[^\x00-\x20<>\"{}|\\^`\x7f-\x9f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """That a subject, if it has an IRI, is an object; `confidence` is from 0 to 1."""

    subject: Iri | None
    label: str
    predicate: Iri
    object: Iri
    object_label: str = ""
    justification: Iri
    confidence: float | None = None
    matched: str = ""
    comment: str = ""


def subject_of(query: LinkQuery) -> Iri | None:
    """Return the IRI of what was to be linked: its key, if that is one.

    >>> subject_of(LinkQuery(text="Kim", key="17")), subject_of(LinkQuery(text="", key="urn:a"))
    (None, 'urn:a')
    """
    return Iri(query.key) if _IRI.fullmatch(query.key) else None


def mappings_of(linking: Linking, predicate: Iri, *, everything: bool) -> Iterator[Mapping]:
    """Yield the mapping that a link is.

    With `everything`, where there is no match, yield what a person has to decide: each candidate,
    as a close match; or that nothing was found, where nothing comes near.
    """
    if linking.outcome is LinkOutcome.MATCH:
        yield _mapping(linking, linking.candidates[0], predicate)
    elif everything and linking.outcome is not LinkOutcome.NONE:
        yield from (_mapping(linking, one, _CLOSE) for one in linking.candidates)
    elif everything and (linking.query.text or subject_of(linking.query)):
        yield Mapping(
            subject=subject_of(linking.query),
            label=linking.query.text,
            predicate=predicate,
            object=_NOTHING,
            justification=Iri(_SEMAPV + "LexicalMatching"),
            comment=linking.why,
        )


def remark(linking: Linking, candidate: Candidate) -> str:
    """Return what became of a query, and the other reasons for a candidate, in words."""
    others = (one.text for one in candidate.reasons if one.text not in linking.why)
    return "; ".join((linking.why, *others))


def _mapping(linking: Linking, candidate: Candidate, predicate: Iri) -> Mapping:
    return Mapping(
        subject=subject_of(linking.query),
        label=linking.query.text,
        predicate=predicate,
        object=candidate.entity.iri,
        object_label=candidate.entity.label,
        justification=_justification(candidate),
        confidence=candidate.score,
        matched=candidate.matched,
        comment=remark(linking, candidate),
    )


def _justification(candidate: Candidate) -> Iri:
    """Return by what right a candidate is mapped (SEMAPV): by names alone, or by more.

    A link that was stated before says nothing of how it was found.
    """
    kinds = {reason.kind for reason in candidate.reasons}
    if kinds and kinds <= _BY_NAME:
        return Iri(_SEMAPV + "LexicalMatching")
    if kinds <= {ReasonKind.IDENTIFIER}:
        return Iri(_SEMAPV + "UnspecifiedMatching")
    return Iri(_SEMAPV + "CompositeMatching")
