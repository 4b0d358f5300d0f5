"""How a language with a card says that several are alike."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tertium.model.card import Mould
from tertium.model.statement import Statement
from tertium.narrate.claims import shared
from tertium.narrate.languages.carded.circumstances import (
    as_what,
    bracketed,
    circumstances,
    marked,
    times,
)
from tertium.narrate.languages.carded.dates import say_moment, say_span
from tertium.narrate.languages.carded.drafting import marker_of
from tertium.narrate.languages.carded.frames import Told
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.languages.carded.verbs import Verbs
from tertium.narrate.messages import Agreement, Part, Shared
from tertium.narrate.phrases import Phrase, joined
from tertium.narrate.realise import Draft
from tertium.model.values import Date

__all__ = ["likenesses"]

_PAIR: Final = 2
_FEW: Final = 3
"""Of more holders it is not told of each when it was."""


def likenesses(message: Shared, verbs: Verbs) -> tuple[Draft, ...]:
    """Return the wordings: "Both …", "A as well as B …"."""
    return tuple(_drafts(message, verbs))


def _drafts(message: Shared, verbs: Verbs) -> Iterator[Draft]:
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
    named = Mould.BOTH_NAMED if len(holders) == _PAIR else Mould.ALL_NAMED
    for mould in filter(None, (unnamed, named)):
        for pattern in card.patterns(mould, variant):
            yield Draft(
                phrase=verbs.tongue.pour(pattern, places),
                claims=shared(message),
                marker=marker_of(pattern),
                known=frozenset(holders if mould is unnamed else ()),
            )


def _unnamed(message: Shared) -> Mould | None:
    """Return how holders are told of without being named, where that is clear."""
    if message.everyone:
        return Mould.BOTH if len(message.holders) == _PAIR else Mould.ALL
    return Mould.SOME if len(message.holders) > _FEW and message.among else None


def _verb(message: Shared, verbs: Verbs) -> Phrase:
    """Return the verb phrase for all holders; values of one property in one list."""
    told = dict[str, tuple[Part, list[Told]]]()
    for agreement in message.agreements:
        part = (_bare(agreement),)
        _, values = told.setdefault(agreement.predicate.iri, (part, []))
        values.append(_told(agreement, verbs, alone=len(message.agreements) == 1))
    return verbs.row(tuple(told.values()), message.holders)


def _bare(agreement: Agreement) -> Statement:
    """Return a statement with what its verb depends on: whether it is over for any holder."""
    first = agreement.statements[0]
    over = next((s for s in agreement.statements if s.interval.end is not None), first)
    return replace(first, value=agreement.value, qualifiers=over.qualifiers)


def _told(agreement: Agreement, verbs: Verbs, *, alone: bool) -> Told:
    tongue, value = verbs.tongue, agreement.value
    said = (say_moment(tongue, value),) if isinstance(value, Date) else spoken(tongue, value)
    end = _end(agreement, verbs, alone=alone)
    return Told(said, bracketed((marked(tongue, value), end)))


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
    told = ((*verbs.subjects.name(s.subject), ": ", *end) for s, end in pairs if end)
    return joined(told, tongue.card.pattern(Mould.NEXT))
