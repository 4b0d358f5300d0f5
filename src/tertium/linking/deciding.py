"""What becomes of a query, by how probable its candidates are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tertium.linking.explaining import reasons, same_named, why
from tertium.linking.knowledge import Asked, Known
from tertium.linking.scoring import Scored, absent, probabilities, weigh, weighed
from tertium.model.link import Candidate, Linking, LinkOutcome, LinkQuery

__all__ = ["decide"]

_SURE: Final = 0.9
"""From this probability on a candidate is meant."""
_APART: Final = 0.75
"""And from this one on it is told apart from the others, but for its popularity."""
_POSSIBLE: Final = 0.05
_LIKELY: Final = 0.4
"""Several are meant perhaps if together they are more probable than this."""
_UNLIKELY: Final = 0.001


def decide(query: LinkQuery, candidates: Sequence[Known], asked: Asked, *, limit: int) -> Linking:
    """Return the candidates of a query, the best first, and what became of it."""
    scored = [one for known in candidates if (one := weigh(query, known, asked))]
    ranked = _ranked(query, scored)
    best = [one.scored for one in ranked]
    outcome = _outcome(ranked)
    shown = [one for one in ranked if one.score >= _UNLIKELY][:limit]
    return Linking(
        query=query,
        outcome=outcome,
        candidates=tuple(_candidate(one, query, best) for one in shown),
        why=why(outcome, best, query=query, asked=asked),
    )


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A candidate with how probable it is.

    `bare` is how probable it is among the candidates, but for their popularity: that speaks for
    being in the graph at all, yet it does not tell things of one name apart.
    """

    scored: Scored
    score: float
    bare: float


def _ranked(query: LinkQuery, scored: Sequence[Scored]) -> list[_Ranked]:
    absence = absent(query, scored)
    nothing = weighed(absence.items())
    scores = probabilities([one.weight for one in scored], nothing)
    bare = probabilities([one.bare for one in scored])
    found = map(_Ranked, scored, scores, bare)
    return sorted(found, key=lambda one: (-one.score, -one.bare, one.scored.known.entity.iri))


def _outcome(ranked: Sequence[_Ranked]) -> LinkOutcome:
    if not ranked or ranked[0].score < _POSSIBLE:
        return LinkOutcome.NONE
    best = ranked[0]
    if best.score >= _SURE and best.bare >= _APART and best.scored.supported:
        return LinkOutcome.MATCH
    rivals = [one for one in ranked if one.score >= _POSSIBLE or one.bare >= _POSSIBLE]
    alike = sum(one.scored.fit.exact for one in rivals)
    if alike > 1 or (len(rivals) > 1 and sum(one.score for one in rivals) >= _LIKELY):
        return LinkOutcome.AMBIGUOUS
    return LinkOutcome.DOUBTFUL


def _candidate(one: _Ranked, query: LinkQuery, best: Sequence[Scored]) -> Candidate:
    scored = one.scored
    return Candidate(
        entity=scored.known.entity,
        description=scored.known.description,
        matched=scored.fit.name,
        score=round(one.score, 4),
        reasons=reasons(scored, query, same_named(scored, best)),
    )
