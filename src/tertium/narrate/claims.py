"""What a sentence claims: a kind, and exactly the statements it needs."""

from collections.abc import Iterable
from itertools import product

from tertium.model.narrative import Claim, ClaimKind
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.messages import Contrast, Gap, Opinion, Shared, Side, statements_of

__all__ = ["claim", "contrasted", "gaps", "opinions", "shared"]


def claim(kind: ClaimKind, statements: Iterable[Statement]) -> Claim:
    """Return a claim of a kind, each statement once."""
    return Claim(kind=kind, statements=tuple(dict.fromkeys(statements)))


def shared(message: Shared) -> tuple[Claim, ...]:
    """Return one claim for each value in common."""
    return tuple(claim(ClaimKind.SHARED, one.statements) for one in message.agreements)


def contrasted(message: Contrast) -> tuple[Claim, ...]:
    """Return a claim for each property, and one that the dates are in this order."""
    return tuple(
        claim(_kind(message, predicate, statements), statements)
        for predicate, statements in _by_predicate(message.sides).items()
    )


def opinions(message: Opinion, *, contrast: bool) -> tuple[Claim, ...]:
    """Return one claim for all judgements, and one that they differ."""
    held = claim(ClaimKind.OPINION, statements_of(message))
    return (held, claim(ClaimKind.DIFFER, held.statements)) if contrast else (held,)


def gaps(message: Gap) -> tuple[Claim, ...]:
    """Return the claim that only one side has something on record."""
    return (
        Claim(
            kind=ClaimKind.ONLY_RECORDED_FOR,
            statements=message.side.statements,
            unrecorded=tuple(product(message.absent, (message.predicate.iri, *message.means))),
            unsaid=tuple(product(message.absent, message.turned)),
        ),
    )


def _by_predicate(sides: tuple[Side, ...]) -> dict[Iri, list[Statement]]:
    result = dict[Iri, list[Statement]]()
    for side in sides:
        for statement in side.statements:
            result.setdefault(statement.predicate.iri, []).append(statement)
    return result


def _kind(message: Contrast, predicate: Iri, statements: list[Statement]) -> ClaimKind:
    if len({s.subject for s in statements}) == 1:
        return ClaimKind.STATED
    dated = message.distance is not None and message.sides[0].parts[0][0].predicate.iri == predicate
    return ClaimKind.ORDER if dated else ClaimKind.DIFFER
