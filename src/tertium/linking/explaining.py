"""Why a candidate was chosen or not, in words."""

from collections.abc import Sequence
from typing import Final

from tertium.linking.knowledge import Asked
from tertium.linking.naming import NameFit, fit
from tertium.linking.scoring import Scored
from tertium.linking.spelling import words
from tertium.model.link import LinkOutcome, LinkQuery, Reason, ReasonKind

__all__ = ["reasons", "same_named", "why"]

_FAR: Final = 3
"""By how many times one must be more linked than the next to be by far the most linked."""


def reasons(one: Scored, query: LinkQuery, others: Sequence[Scored]) -> tuple[Reason, ...]:
    """Return why a candidate fits or not; `others` are those of the same name."""
    name = Reason(ReasonKind.NAME, _named(one, query), round(1 / (1 + one.fit.cost), 2))
    known = tuple(agreement.reason for agreement in one.agreements)
    return (name, *known, *_popularity(one, others))


def why(outcome: LinkOutcome, scored: Sequence[Scored], *, query: LinkQuery, asked: Asked) -> str:
    """Return what became of a query and why; `scored` has the best first."""
    unused = "".join(
        f"; the graph states {asked.labels.get(one, one)} of nothing"
        for one in sorted(asked.unused)
    )
    return _outcome(outcome, scored, query) + unused


def _outcome(outcome: LinkOutcome, scored: Sequence[Scored], query: LinkQuery) -> str:
    if outcome is LinkOutcome.MATCH:
        return _matched(scored)
    if outcome is LinkOutcome.AMBIGUOUS:
        return _ambiguous(scored, query)
    if outcome is LinkOutcome.DOUBTFUL:
        return _doubtful(scored[0], query)
    if scored and scored[0].fit.exact:
        namesakes = same_named(scored[0], scored)
        return _ambiguous(scored, query) if namesakes[1:] else _doubtful(scored[0], query)
    if scored:
        return f"nothing comes near enough; the nearest is {scored[0].known.entity.label}"
    return "nothing in the graph has a name like it"


def _matched(scored: Sequence[Scored]) -> str:
    best = scored[0]
    agreeing = [one.reason.text for one in best.agreements if one.feature.agrees]
    if agreeing:
        return "; ".join(("the name fits", *agreeing))
    return "the name fits, and no other comes near it"


def _ambiguous(scored: Sequence[Scored], query: LinkQuery) -> str:
    best, second = scored[:2]
    namesakes = same_named(best, scored)
    if len(namesakes) > 1:
        apart = _apart(namesakes, given=bool(query.given or query.types))
        return f"{len(namesakes)} things are called {best.fit.name}, and {apart}"
    return f"{best.known.entity.label} and {second.known.entity.label} fit nearly as well"


def _apart(namesakes: Sequence[Scored], *, given: bool) -> str:
    told = [[one.feature.agrees for one in scored.agreements] for scored in namesakes]
    if all(one and not any(one) for one in told):
        return "what is given fits none of them"
    if given:
        return "nothing that is given tells them apart"
    return "the name alone cannot tell them apart"


def _doubtful(best: Scored, query: LinkQuery) -> str:
    against = [one.reason.text for one in best.agreements if not one.feature.agrees]
    if against:
        return f"the nearest, {best.known.entity.label}, differs: {'; '.join(against)}"
    if best.fit.exact:
        return "the name fits, but others beside those in the graph may well have it"
    nearest = f"the nearest name, {best.fit.name}, is not near enough"
    if best.agreements:
        return "; ".join((f"{nearest} even so", *(one.reason.text for one in best.agreements)))
    recorded = "; what is given is not recorded" * bool(query.given)
    return f"{nearest} by itself{recorded}"


def same_named(one: Scored, scored: Sequence[Scored]) -> tuple[Scored, ...]:
    """Return those that have the name by which one was found."""
    name = words(one.fit.name)
    return tuple(other for other in scored if words(other.fit.name) == name)


def _named(one: Scored, query: LinkQuery) -> str:
    near, label = one.fit, one.known.entity.label
    text = min((query.text, *query.names), key=lambda text: fit(text, near.name).cost)
    known = near.name if near.name == label else f"{near.name}, another name of {label}"
    differences = ", ".join(_differences(near))
    return f"name: {text} is {known}" + (f" but for {differences}" if differences else "")


def _differences(near: NameFit) -> Sequence[str]:
    found = []
    if near.edits:
        found.append("a letter" if near.edits == 1 else f"{near.edits} letters")
    if near.shortened:
        found.append("an initial" if near.shortened == 1 else f"{near.shortened} initials")
    if near.moved:
        found.append("the order of words")
    if near.elsewhere:
        found.append("words that are in other names of it")
    if near.missing:
        found.append("words which it does not have")
    if near.extra:
        found.append("words which only it has")
    return found


def _popularity(one: Scored, others: Sequence[Scored]) -> Sequence[Reason]:
    """Return how much more one is linked than the others of its name."""
    rivals = [other.known.weight for other in others if other is not one]
    if not rivals or one.known.weight <= max(rivals):
        return ()
    far = one.known.weight > _FAR * max(rivals)
    text = f"one of {len(rivals) + 1} of this name; {'by far ' if far else ''}the most linked"
    share = one.known.weight / (one.known.weight + sum(rivals))
    return (Reason(ReasonKind.POPULARITY, text, round(share, 2)),)
