"""Links, as short as they can be written."""

from tertium.model.link import Candidate, Linking, LinkOutcome, LinkQuery, Reason, ReasonKind
from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["ITEM", "candidate", "linking", "reason"]

ITEM = "http://www.wikidata.org/entity/"


def reason(kind: ReasonKind = ReasonKind.NAME, text: str = "so called", score: float = 1) -> Reason:
    return Reason(kind, text, score)


def candidate(code: str, label: str, score: float = 0.9, *reasons: Reason) -> Candidate:
    return Candidate(
        entity=Entity(Iri(ITEM + code), label, types=(Iri(ITEM + "Q5"),)),
        description="a person",
        matched=label,
        score=score,
        reasons=reasons or (reason(),),
    )


def linking(
    text: str, *candidates: Candidate, outcome: LinkOutcome | None = None, key: str = "1"
) -> Linking:
    default = LinkOutcome.MATCH if candidates else LinkOutcome.NONE
    return Linking(
        query=LinkQuery(text=text, key=key),
        outcome=outcome or default,
        candidates=candidates,
        why="the only one of this name" if candidates else "nothing is called so",
    )
