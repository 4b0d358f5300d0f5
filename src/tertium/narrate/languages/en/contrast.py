"""How English sets two or more against each other."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from tertium.model.dates import Date
from tertium.model.measure import DateDistance, QuantityRatio
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.narrate.languages.en.circumstances import moments
from tertium.narrate.languages.en.clauses import SLOT, Verbs
from tertium.narrate.languages.en.dates import say_distance
from tertium.narrate.languages.en.fronting import passive, time_first
from tertium.narrate.languages.en.spoken import enumerated, spoken
from tertium.narrate.languages.en.subjects import it, subject
from tertium.narrate.languages.en.values import say_number, short
from tertium.narrate.languages.en.words import count
from tertium.narrate.messages import Contrast, Crossing, Side, turn_of
from tertium.narrate.phrases import Phrase, joined
from tertium.narrate.realise import LONGEST, Draft

__all__ = ["contrasts", "crossings"]

_PAIR: Final = 2
_NAMES: Final = 5
"""How many words the names and the marker take."""
# Marker, what stands before the first clause, between the clauses, and after the second subject.
_FORMS: Final = (
    ("whereas", "", ", whereas ", ""),
    ("by contrast", "", "; ", ", by contrast,"),
    ("", "", "; ", ""),
    ("while", "", ", while ", ""),
    ("whereas", "Whereas ", ", ", ""),
    ("", "", "; ", ""),
    ("on the other hand", "", "; ", ", on the other hand,"),
    ("while", "While ", ", ", ""),
    ("", "", "; ", ""),
)
_LINKS: Final = (("", "; "), ("while", ", while "), ("whereas", ", whereas "))
"""Marker, and what stands between two clauses of which the second tells how they differ."""
# Of which classes one may be called a form of another, by the last part of their IRI.
_FORMED: Final = ("Ideology", "Doctrine", "LeadershipStyle", "Religion", "Theory")


def contrasts(message: Contrast, verbs: Verbs) -> Iterator[Draft]:
    """Yield the wordings: "A …, whereas B …" and its kin."""
    if len(message.sides) > _PAIR:
        for strain, sides in enumerate(_rotated(message.sides)):
            yield Draft(phrase=_lined_up(sides, message, verbs), strain=strain)
    elif message.distance:
        yield from _ordered(message, message.distance, verbs)
    elif message.ratio and message.ratio.telling is not None:
        yield from _measured(message, message.ratio, message.ratio.telling, verbs=verbs)
    else:
        yield from _paired(message, verbs)


def crossings(message: Crossing, verbs: Verbs) -> Iterator[Draft]:
    """Yield the wordings: "A made X, which B opposed", "X was made by A and opposed by B"."""
    pair = (message.first, message.second)
    for strain, (one, other) in enumerate((pair, pair[::-1])):
        yield Draft(phrase=_crossing(one, other, verbs), strain=strain)
        phrase = _opposing(one, other, verbs)
        if phrase:
            yield Draft(phrase=phrase, marker="but", strain=strain)
        phrase = _passives(one, other, verbs)
        if phrase:
            yield Draft(phrase=phrase, strain=strain)


def _paired(message: Contrast, verbs: Verbs) -> Iterator[Draft]:
    yield from _shortened(message, verbs)
    turn, end = turn_of(message) % len(_FORMS), _kinship(message.kinship, "both")
    clauses = tuple(
        (subject(side.subject), verb)
        for side, verb in zip(message.sides, _predicates(message, verbs), strict=True)
    )
    for marker, before, between, after in _FORMS[turn:] + _FORMS[:turn]:
        for strain, ((one, verb), (other, next_verb)) in enumerate((clauses, clauses[::-1])):
            start = (*((before,) if before else ()), *one, " ", *verb, between)
            phrase = (*start, *other, f"{after} ", *next_verb, *end)
            yield Draft(phrase=phrase, marker=marker, strain=strain)


def _predicates(message: Contrast, verbs: Verbs) -> tuple[Phrase, ...]:
    """Return the verb phrases of both sides, circumstances in brackets if they are too long."""
    whole = tuple(verbs.all(side.parts, brief=message.brief) for side in message.sides)
    if sum(map(_length, whole)) < LONGEST - _NAMES:
        return whole
    return tuple(verbs.all(side.parts, brief=True) for side in message.sides)


def _length(phrase: Phrase) -> int:
    return sum(len((p if isinstance(p, str) else p.text).split()) for p in phrase)


def _shortened(message: Contrast, verbs: Verbs) -> Iterator[Draft]:
    """Yield "A was born in Gori, B in Yanovka", where both have the same verb.

    With lists, or where nothing is left of the verb, it is "A wrote X and Y; B, Z".
    """
    told = [statement for side in message.sides for statement in side.statements]
    alone = all(len(side.parts) == 1 for side in message.sides)
    if not alone or message.kinship or not verbs.gaps(told):
        return
    single = all(len(side.statements) == 1 for side in message.sides)
    plain = single and verbs.left(told[0])
    links = ((", ", " "), (" and ", " ")) if plain else (("; ", ", "),)
    brief = message.brief or not single
    for strain, (one, other) in enumerate((message.sides, message.sides[::-1])):
        start = (*subject(one.subject), " ", *verbs.one(one.parts[0], brief=brief))
        rest = verbs.rest(other.parts[0], brief=brief)
        for link, comma in links:
            phrase = (*start, link, *subject(other.subject), comma, *rest)
            yield Draft(phrase=phrase, strain=strain)


def _ordered(message: Contrast, distance: DateDistance, verbs: Verbs) -> Iterator[Draft]:
    sides = {side.subject: side for side in message.sides}
    first, second = (sides[iri] for iri in distance.order)
    dates = [side.parts[0][0].value for side in (first, second)]
    apart = say_distance(*[date for date in dates if isinstance(date, Date)])
    later = (*subject(second.subject), " ", *verbs.later(second.parts, apart))
    for marker, link in _LINKS:
        yield Draft(phrase=(*_clause(first, verbs), link, *later), marker=marker or "later")


def _measured(
    message: Contrast, ratio: QuantityRatio, times: Decimal, *, verbs: Verbs
) -> Iterator[Draft]:
    """Yield "A has an area of 105 km²; B has an area of 891 km², 8.5 times as much"."""
    sides = {side.subject: side for side in message.sides}
    least, greatest = (_clause(sides[iri], verbs) for iri in ratio.order)
    end = f", {say_number(short(times))} times as {'much' if ratio.unit else 'many'}"
    for marker, link in _LINKS:
        yield Draft(phrase=(*least, link, *greatest, end), marker=marker or "times")


def _rotated(sides: tuple[Side, ...]) -> Iterator[tuple[Side, ...]]:
    return (sides[start:] + sides[:start] for start in range(len(sides)))


def _lined_up(sides: tuple[Side, ...], message: Contrast, verbs: Verbs) -> Phrase:
    """Return one clause after the other, the verb only once where it is the same."""
    end = _kinship(message.kinship, f"all {count(len(sides))}")
    if verbs.gaps([part[0] for side in sides for part in side.parts]):
        first, *others = sides
        opening = (*subject(first.subject), " ", *verbs.one(first.statements, brief=True))
        clauses = (opening, *(_gapped(side, verbs) for side in others))
        return (*enumerated(clauses), *end)
    *most, last = (_clause(side, verbs) for side in sides)
    return (*joined(most, ", "), ", while ", *last, *end)


def _gapped(side: Side, verbs: Verbs) -> Phrase:
    """Return a clause without its verb: "and Trotsky in Yanovka"."""
    return (*subject(side.subject), " ", *verbs.rest(side.statements, brief=True))


def _clause(side: Side, verbs: Verbs) -> Phrase:
    return (*subject(side.subject), " ", *verbs.all(side.parts))


def _kinship(ancestor: Entity | None, everyone: str) -> Phrase:
    if ancestor is None or not any(one.endswith(_FORMED) for one in ancestor.types):
        return ()
    return (f"; {everyone} are forms of ", *spoken(ancestor))


def _crossing(one: Statement, other: Statement, verbs: Verbs) -> Phrase:
    """Return "A made X, which B opposed", the time first: "which" follows what it stands for."""
    whole = (*subject(one.subject), " ", *verbs.one((one,)))
    start = (time_first((one,), verbs) if moments((one,)) else ()) or whole
    which = (", which ", *subject(other.subject), f" {verbs.frame(other)}")
    return (*start, *which, *verbs.tail((other,)))


def _opposing(one: Statement, other: Statement, verbs: Verbs) -> Phrase:
    """Return "A made X, but B opposed it"; nothing where the value has no number of its own."""
    frame, value = verbs.frame(other), one.value
    if SLOT in frame or not isinstance(value, Entity):
        return ()
    start = (*subject(one.subject), " ", *verbs.one((one,)), ", but ")
    return (*start, *subject(other.subject), f" {frame} ", it(value), *verbs.tail((other,)))


def _passives(one: Statement, other: Statement, verbs: Verbs) -> Phrase:
    """Return "X was made by A and opposed by B", where both verbs have a passive."""
    whole, second = passive((one,), verbs), passive((other,), verbs)
    auxiliary = [verbs.passive((s,)).partition(" ")[0] for s in (one, other)]
    if not (whole and second) or auxiliary[0] != auxiliary[1]:
        return ()
    _, verb, *agent = second
    return (*whole, " and", str(verb).removeprefix(f" {auxiliary[0]}"), *agent)
