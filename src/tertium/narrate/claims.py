"""What a sentence claims: a kind, and exactly the statements it needs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Final

from tertium.model.narrative import Claim, ClaimKind
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.narrate.messages import (
    Contrast,
    Crossing,
    Gap,
    Message,
    Mutual,
    Opinion,
    Path,
    Range,
    Relationship,
    Shared,
    Side,
    statements_of,
)

__all__ = ["claim", "claims_of", "contrasted", "gaps", "opinions", "shared"]


def claims_of(message: Message) -> tuple[Claim, ...]:
    """Return what a message claims, in whichever language it is told."""
    statements = statements_of(message)
    match message:
        case Shared():
            found = shared(message)
        case Contrast():
            found = contrasted(message)
        case Opinion():
            found = opinions(message, contrast=True)
        case Gap():
            found = gaps(message)
        case Mutual():
            found = (claim(ClaimKind.RELATION, sorted(statements, key=_iri)),)
        case Path() if len(statements) > 1:
            found = (claim(ClaimKind.PATH, statements),)
        case _:
            found = (claim(_KINDS.get(type(message), ClaimKind.STATED), statements),)
    return found


_KINDS: Final = {
    Crossing: ClaimKind.DIFFER,
    Path: ClaimKind.RELATION,
    Range: ClaimKind.ORDER,
    Relationship: ClaimKind.RELATION,
}


def claim(kind: ClaimKind, statements: Iterable[Statement]) -> Claim:
    """Return a claim of a kind, each statement once."""
    return Claim(kind=kind, statements=tuple(dict.fromkeys(statements)))


def shared(message: Shared) -> tuple[Claim, ...]:
    """Return one claim for each value in common, and one that all held it at once."""
    return tuple(
        claim(kind, one.statements)
        for one in message.agreements
        for kind in (ClaimKind.SHARED, *((ClaimKind.OVERLAP,) if one.overlap else ()))
    )


def contrasted(message: Contrast) -> tuple[Claim, ...]:
    """Return claims for each property: that the values differ, or are in this order."""
    return tuple(
        one
        for group in _by_predicate(message.sides).values()
        for one in _contrasted(message, group)
    )


def opinions(message: Opinion, *, contrast: bool) -> tuple[Claim, ...]:
    """Return one claim that all judgements are their holders', and one that they differ."""
    held = claim(ClaimKind.OPINION, statements_of(message))
    differing = contrast and _differ(held.statements)
    return (held, claim(ClaimKind.DIFFER, held.statements)) if differing else (held,)


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


def _contrasted(message: Contrast, statements: Sequence[Statement]) -> Iterator[Claim]:
    """Yield the claims on one property; only what comes first on each side was measured."""
    measured = [s for s in _measured(message) if s in statements]
    if measured:
        yield claim(ClaimKind.ORDER, measured)
    rest = [s for s in statements if s not in measured]
    if rest:
        yield claim(ClaimKind.DIFFER if _differ(rest) else ClaimKind.STATED, rest)


def _measured(message: Contrast) -> tuple[Statement, ...]:
    """Return the statements of which the order is told."""
    first = tuple(side.parts[0][0] for side in message.sides)
    return first if message.distance or message.ratio else ()


def _differ(statements: Iterable[Statement]) -> bool:
    """Return whether two subjects have different values."""
    return any(
        one.subject != other.subject and one.value != other.value
        for one, other in combinations(statements, 2)
    )


def _iri(statement: Statement) -> Iri:
    return statement.iri
