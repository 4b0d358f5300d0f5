"""What becomes of a query, by how probable its candidates are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tertium.linking.explaining import reasons, same_named, why
from tertium.linking.knowledge import Asked, Known
from tertium.linking.scoring import Scored, absent, probabilities, weigh, weighed
from tertium.linking.spelling import words
from tertium.model.link import Candidate, Linking, LinkOutcome, LinkQuery

__all__ = ["decide"]

_SURE: Final = 0.9
"""From this probability on a candidate is meant, with its popularity and without."""
_POSSIBLE: Final = 0.05
_LIKELY: Final = 0.4
"""Several are meant perhaps if together they are more probable than this."""
_LEVEL: Final = 3.0
"""Who weighs so little less, as a logarithm of odds, is a rival."""
_OVERWHELMING: Final = 10
"""So many times more must be linked what is meant for that alone."""
_UNLIKELY: Final = 0.001


def decide(query: LinkQuery, candidates: Sequence[Known], asked: Asked, *, limit: int) -> Linking:
    """Return the candidates of a query, the best first, and what became of it."""
    scored = [one for known in candidates if (one := weigh(query, known, asked))]
    ranked = _ranked(query, scored)
    best = [one.scored for one in ranked]
    outcome = _outcome(ranked, wary=any(g.property not in asked.unused for g in query.given))
    shown = [one for one in ranked if one.score >= _UNLIKELY][:limit]
    return Linking(
        query=query,
        outcome=outcome,
        candidates=tuple(_candidate(one, query, best) for one in shown),
        why=why(outcome, best, query=query, asked=asked),
    )


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A candidate with how probable it is, with its popularity and without."""

    scored: Scored
    score: float
    bare: float


def _ranked(query: LinkQuery, scored: Sequence[Scored]) -> list[_Ranked]:
    absence = absent(query, scored)
    nothing = weighed(absence.items())
    scores = probabilities([one.weight for one in scored], nothing)
    bare = probabilities([one.bare for one in scored], nothing)
    found = map(_Ranked, scored, scores, bare)
    return sorted(found, key=lambda one: (-one.score, -one.bare, one.scored.known.entity.iri))


def _outcome(ranked: Sequence[_Ranked], *, wary: bool) -> LinkOutcome:
    """Return what became of a query; whoever is wary wants what is given to bear it out."""
    if not ranked or ranked[0].score < _POSSIBLE:
        return LinkOutcome.NONE
    best = ranked[0]
    sure = best.score >= _SURE and (best.bare >= _SURE or _overwhelming(ranked))
    if sure and (best.scored.supported or not wary):
        return LinkOutcome.MATCH
    rivals = [one for one in ranked if one.score >= _POSSIBLE or one.bare >= _POSSIBLE]
    alike = sum(one.scored.fit.exact for one in rivals)
    if alike > 1 or (len(rivals) > 1 and sum(one.score for one in rivals) >= _LIKELY):
        return LinkOutcome.AMBIGUOUS
    return LinkOutcome.DOUBTFUL


def _overwhelming(ranked: Sequence[_Ranked]) -> bool:
    """Return whether one is so much more linked that nobody else can be meant by its full name.

    Its name must fit and be of several words; a single one is that of too many things.
    """
    best, *others = (one.scored for one in ranked)
    rivals = sum(one.known.weight for one in others if one.bare >= best.bare - _LEVEL)
    several = len(words(best.fit.name)) > 1 and best.fit.whole and not best.fit.shortened
    return several and best.known.weight >= _OVERWHELMING * max(1, rivals)


def _candidate(one: _Ranked, query: LinkQuery, best: Sequence[Scored]) -> Candidate:
    scored = one.scored
    return Candidate(
        entity=scored.known.entity,
        description=scored.known.description,
        matched=scored.fit.name,
        score=round(one.score, 4),
        reasons=reasons(scored, query, same_named(scored, best)),
    )
