"""What becomes of a query, as far as the answer of a service can tell."""

from collections.abc import Sequence
from typing import Final

from tertium.api.remote_linking.answering import Feature, Offer
from tertium.api.remote_linking.identifiers import iri_of
from tertium.api.remote_linking.service import Service
from tertium.model.link import Candidate, Linking, LinkOutcome, LinkQuery, Reason, ReasonKind
from tertium.model.values import Entity

__all__ = ["judged", "unanswered", "unasked"]

_HUNDRED: Final = 100.0
_KINDS: Final = (
    (("name", "label", "title", "string"), ReasonKind.NAME),
    (("type", "class"), ReasonKind.TYPE),
    (("rank", "popular", "sitelink"), ReasonKind.POPULARITY),
)


def judged(query: LinkQuery, offers: Sequence[Offer], service: Service, *, limit: int) -> Linking:
    """Return a query with the first of its candidates, and what a service thinks of them.

    A service's own mark alone makes a match, and only where it marks one candidate and scores no
    other higher: scores of services cannot be compared with each other or with ours. They are
    brought between 0 and 1: those of an answer which has more than 1 are percentages, or parts of
    the highest one where that is more than 100.
    """
    top = max((offer.score or 0 for offer in offers), default=0)
    whole = max(_HUNDRED, top) if service.hundred or top > 1 else 1.0
    marked = [offer for offer in offers if offer.match]
    outcome, why = _outcome(offers, marked, service.name)
    if outcome is LinkOutcome.MATCH:
        offers = (*marked, *(offer for offer in offers if not offer.match))
    candidates = tuple(_candidate(offer, service, whole) for offer in offers[:limit])
    return Linking(query=query, outcome=outcome, candidates=candidates, why=why)


def unanswered(query: LinkQuery, service: Service) -> Linking:
    """Return a query to which a service gave no answer, though it gave some to others."""
    return _without(query, f"{service.name} gave no answer to this")


def unasked(query: LinkQuery) -> Linking:
    """Return a query which is not asked, since it is no name."""
    what = "far too long to be a name" if query.text.strip() else "empty"
    return _without(query, f"not asked: the text is {what}")


def _without(query: LinkQuery, why: str) -> Linking:
    return Linking(query=query, outcome=LinkOutcome.NONE, candidates=(), why=why)


def _outcome(
    offers: Sequence[Offer], marked: Sequence[Offer], name: str
) -> tuple[LinkOutcome, str]:
    if not offers:
        return LinkOutcome.NONE, f"{name} has no candidate"
    if len(marked) > 1:
        return LinkOutcome.AMBIGUOUS, f"{name} marks {len(marked)} candidates as the right one"
    if marked and (offers[0].score or 0) <= (marked[0].score or 0):
        return LinkOutcome.MATCH, f"{name} marks it as the right one"
    if marked:
        return LinkOutcome.AMBIGUOUS, f"{name} scores another candidate higher than its match"
    if len(offers) > 1:
        return LinkOutcome.AMBIGUOUS, f"{name} marks none of {len(offers)} as the right one"
    return LinkOutcome.DOUBTFUL, f"{name} does not mark its only candidate as the right one"


def _candidate(offer: Offer, service: Service, whole: float) -> Candidate:
    iri = iri_of(offer.named.id, service)
    score = _within((offer.score or 0) / whole)
    return Candidate(
        entity=Entity(iri, offer.named.name),
        description=offer.named.description or ", ".join(offer.types),
        matched=offer.named.name,
        score=score,
        reasons=tuple(map(_reason, offer.features)) or _scored(offer, service, score),
    )


def _scored(offer: Offer, service: Service, score: float) -> tuple[Reason, ...]:
    if offer.score is None:
        return ()
    return (Reason(ReasonKind.NAME, f"scored {offer.score:g} by {service.name}", score),)


def _reason(feature: Feature) -> Reason:
    kinds = (kind for words, kind in _KINDS if any(word in feature.id for word in words))
    kind = next(kinds, ReasonKind.PROPERTY)
    if isinstance(feature.value, bool):
        return Reason(kind, f"{feature.name}: {'yes' if feature.value else 'no'}", feature.value)
    value = feature.value if feature.value <= 1 else feature.value / _HUNDRED
    return Reason(kind, f"{feature.name}: {feature.value:g}", _within(value))


def _within(score: float) -> float:
    return min(1.0, max(0.0, score))
