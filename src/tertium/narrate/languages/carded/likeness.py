"""How a language with a card says that several are alike."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tertium.model.card import Mould
from tertium.model.statement import Statement
from tertium.narrate.languages.carded.circumstances import (
    as_what,
    bracketed,
    circumstances,
    marked,
    times,
)
from tertium.narrate.languages.carded.dates import say_span
from tertium.narrate.languages.carded.drafting import Wording, marker_of
from tertium.narrate.languages.carded.sayings import Saying
from tertium.narrate.languages.carded.tongue import text_of
from tertium.narrate.languages.carded.verbs import Verbs, told_of
from tertium.narrate.messages import Agreement, Shared
from tertium.narrate.phrases import Phrase, Proform, joined

__all__ = ["likenesses"]

_PAIR: Final = 2
_FEW: Final = 3
"""Of more holders it is not told of each when it was."""


def likenesses(message: Shared, verbs: Verbs) -> Iterator[Wording]:
    """Yield the wordings: "Both …", "A as well as B …"."""
    holders, card = message.holders, verbs.tongue.card
    gender = verbs.subjects.gender(holders)
    variant = gender.value if gender else ""
    places = {
        "verb": _verb(message, verbs),
        "count": (verbs.tongue.count(len(holders)),),
        "all": (verbs.tongue.count(message.among),),
        "names": verbs.tongue.listed([verbs.subjects.name(holder) for holder in holders]),
        "first": verbs.subjects.name(holders[0]),
        "second": verbs.subjects.name(holders[1]),
    }
    unnamed = _unnamed(message)
    for pattern in card.patterns(unnamed, variant) if unnamed else ():
        head, verb, tail = pattern.partition("{verb}")
        group = Proform(holders, text_of(verbs.tongue.pour(head, places)).rstrip())
        rest = verbs.tongue.pour(f" {verb}{tail}", places)
        yield Wording((group, *rest), marker_of(pattern), frozenset(holders))
    named = Mould.BOTH_NAMED if len(holders) == _PAIR else Mould.ALL_NAMED
    for pattern in card.patterns(named, variant):
        yield Wording(verbs.tongue.pour(pattern, places), marker_of(pattern))


def _unnamed(message: Shared) -> Mould | None:
    """Return how holders are told of without being named, where that is clear."""
    if message.everyone:
        return Mould.BOTH if len(message.holders) == _PAIR else Mould.ALL
    return Mould.SOME if len(message.holders) > _FEW and message.among else None


def _verb(message: Shared, verbs: Verbs) -> Phrase:
    """Return the verb phrase for all holders."""
    alone = len(message.agreements) == 1
    return verbs.row(_saying(one, message, verbs=verbs, alone=alone) for one in message.agreements)


def _saying(agreement: Agreement, message: Shared, *, verbs: Verbs, alone: bool) -> Saying:
    end = _end(agreement, verbs, alone=alone)
    brackets = bracketed((marked(verbs.tongue, agreement.value), end))
    told = told_of(verbs.tongue, agreement.value, brackets)
    return replace(verbs.saying((_bare(agreement),), message.holders), told=(told,))


def _bare(agreement: Agreement) -> Statement:
    """Return a statement with what its verb depends on: whether it is over for any holder."""
    first = agreement.statements[0]
    over = next((s for s in agreement.statements if s.interval.end is not None), first)
    return replace(first, value=agreement.value, qualifiers=over.qualifiers)


def _end(agreement: Agreement, verbs: Verbs, *, alone: bool) -> Phrase:
    """Return what holds of all; or when all had it at once; or what holds of each."""
    tongue, statements = verbs.tongue, agreement.statements
    own = [circumstances(tongue, (s,)) for s in statements]
    if len(set(own)) == 1:
        return own[0]
    roles = {as_what(tongue, s) for s in statements}
    apart = () not in roles and len(roles) > 1
    if agreement.overlap and not apart:
        return tongue.fill(Mould.OVERLAP, years=(say_span(tongue, agreement.overlap),))
    each = apart or all(times(tongue, s) for s in statements)
    if not alone or len(statements) > _FEW or not each:
        return ()
    pairs = zip(statements, own, strict=True)
    told = (
        tongue.fill(Mould.EACH, name=verbs.subjects.name(s.subject), told=end)
        for s, end in pairs
        if end
    )
    return joined(told, tongue.card.pattern(Mould.NEXT))
