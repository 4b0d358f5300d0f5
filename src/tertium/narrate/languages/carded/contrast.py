"""How a language with a card sets two or more against each other."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tertium.model.card import Mould
from tertium.model.dates import Date
from tertium.model.measure import DateDistance, QuantityRatio
from tertium.model.values import Entity
from tertium.narrate.kinds import is_form
from tertium.narrate.languages.carded.drafting import Wording, marker_of, turned
from tertium.narrate.languages.carded.tongue import text_of
from tertium.narrate.languages.carded.values import spoken
from tertium.narrate.languages.carded.verbs import Verbs
from tertium.narrate.messages import Contrast, Crossing, Side, turn_of
from tertium.narrate.phrases import Name, Phrase, joined

__all__ = ["contrasts", "crossings"]

_PAIR: Final = 2
_DIGITS: Final = 3
_ADJACENT: Final = "{name} {rest}"
_Sides = tuple[Side, ...]


def contrasts(message: Contrast, verbs: Verbs) -> Iterator[Wording]:
    """Yield the wordings: "A …; B, by contrast, …" and its kin."""
    times = message.ratio.telling if message.ratio else None
    if message.ratio and times:
        yield _measured(message.sides, message.ratio, times=times, verbs=verbs)
    elif len(message.sides) > _PAIR:
        yield from _lined_up(message, verbs)
    elif message.distance:
        yield _ordered(message, message.distance, verbs=verbs)
    else:
        yield from _paired(message, verbs)


def crossings(message: Crossing, verbs: Verbs) -> Iterator[Wording]:
    """Yield the wordings: "A made X; B, by contrast, opposed X"."""
    pair = (message.first, message.second)
    sides = tuple(Side(one.subject, ((one,),)) for one in pair)
    patterns = turned(verbs.tongue.card.patterns(Mould.CONTRAST), turn_of(message))
    for pattern in patterns:
        yield from _set(sides, pattern, verbs=verbs)


def _paired(message: Contrast, verbs: Verbs) -> Iterator[Wording]:
    card, turn = verbs.tongue.card, turn_of(message)
    patterns = (*card.patterns(Mould.GAPPED), *card.patterns(Mould.CONTRAST))
    for pattern in turned(patterns, turn):
        for one in _set(message.sides, pattern, verbs=verbs):
            yield Wording(_with_kin(one.phrase, message.kinship, verbs), one.marker)


def _set(sides: _Sides, pattern: str, *, verbs: Verbs) -> Iterator[Wording]:
    """Yield the pattern with either side first; nothing where a verb cannot be left out."""
    for one, other in (sides, sides[::-1]):
        rest = _rest(one, other, verbs)
        if "{rest}" in pattern and (rest is None or (_ADJACENT in pattern and _names(rest))):
            return
        places = {
            "clause": verbs.side(one),
            "name": verbs.subjects.name(other.subject),
            "verb": verbs.all(other),
            "rest": rest or (),
        }
        yield Wording(verbs.tongue.pour(pattern, places), marker_of(pattern))


def _rest(one: Side, other: Side, verbs: Verbs) -> Phrase | None:
    """Return a clause without its verb, where it is that of the clause before."""
    parts = [side.parts for side in (one, other)]
    alone = all(len(each) == 1 and all(s.positive for s in each[0]) for each in parts)
    if not alone or parts[0][0][0].predicate != parts[1][0][0].predicate:
        return None
    forms = {verbs.saying(side.parts[0], (side.subject,)).frame for side in (one, other)}
    return verbs.rest(other.parts[0]) if len(forms) == 1 else None


def _ordered(message: Contrast, distance: DateDistance, *, verbs: Verbs) -> Wording:
    """Return "A was born on …; B was born ten months later (on …)"."""
    sides = {side.subject: side for side in message.sides}
    first, second = (sides[iri] for iri in distance.order)
    dates = [side.parts[0][0].value for side in (first, second)]
    apart = verbs.apart(*[date for date in dates if isinstance(date, Date)])
    clauses = (verbs.side(first), verbs.clause(second.subject, verbs.later(second, apart)))
    phrase = joined(clauses, verbs.tongue.card.pattern(Mould.NEXT))
    return Wording(phrase, marker_of(text_of(apart)))


def _measured(
    both: tuple[Side, ...], ratio: QuantityRatio, *, times: Decimal, verbs: Verbs
) -> Wording:
    """Return "A has an area of 105 km²; B has an area of 891 km², 8.5 times as much"."""
    sides = {side.subject: side for side in both}
    clauses = [verbs.side(sides[iri]) for iri in ratio.order]
    number = round(times, max(0, _DIGITS - 1 - times.adjusted()))
    phrase = verbs.tongue.fill(
        Mould.TIMES,
        verbs.tongue.plural(number),
        clause=joined(clauses, verbs.tongue.card.pattern(Mould.NEXT)),
        number=(verbs.tongue.number(number),),
    )
    return Wording(phrase, Mould.TIMES.key)


def _lined_up(message: Contrast, verbs: Verbs) -> Iterator[Wording]:
    """Yield one clause after the other, with each side first once."""
    for start in range(len(message.sides)):
        sides = message.sides[start:] + message.sides[:start]
        clauses = [verbs.side(sides[0]), *(_next(sides[0], side, verbs) for side in sides[1:])]
        phrase = joined(clauses, verbs.tongue.card.pattern(Mould.NEXT))
        yield Wording(_with_kin(phrase, message.kinship, verbs))


def _next(first: Side, side: Side, verbs: Verbs) -> Phrase:
    rest = _rest(first, side, verbs)
    if rest is None or _names(rest):
        return verbs.side(side)
    return verbs.clause(side.subject, rest)


def _names(phrase: Phrase) -> bool:
    """Return whether a phrase begins with a name: behind another it would look like part of it."""
    return isinstance(phrase[0], Name)


def _with_kin(phrase: Phrase, ancestor: Entity | None, verbs: Verbs) -> Phrase:
    if ancestor is None or not is_form(ancestor):
        return phrase
    return verbs.tongue.fill(Mould.KIN, clause=phrase, kin=spoken(verbs.tongue, ancestor))
