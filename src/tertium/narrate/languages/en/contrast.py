"""How English sets two or more against each other."""

from collections.abc import Iterator
from typing import Final

from tertium.model.dates import Date
from tertium.model.measure import DateDistance
from tertium.model.narrative import ClaimKind
from tertium.model.statement import Statement
from tertium.model.values import Entity
from tertium.narrate.claims import claim, contrasted
from tertium.narrate.kinds import is_form
from tertium.narrate.languages.en.clauses import SLOT, Verbs, enumerated, spoken, tail
from tertium.narrate.languages.en.dates import say_distance
from tertium.narrate.languages.en.subjects import subject
from tertium.narrate.languages.en.values import say_number, short
from tertium.narrate.languages.en.words import count
from tertium.narrate.messages import Contrast, Crossing, Side, turn_of
from tertium.narrate.phrases import Phrase, joined
from tertium.narrate.realise import Draft

__all__ = ["contrasts", "crossings"]

_PAIR: Final = 2
# Marker, what stands before the first clause, between the clauses, and after the second subject.
_FORMS: Final = (
    ("whereas", "", ", whereas ", ""),
    ("by contrast", "", "; ", ", by contrast,"),
    ("", "", "; ", ""),
    ("while", "", ", while ", ""),
    ("whereas", "Whereas ", ", ", ""),
    ("", "", "; ", ""),
    ("while", "While ", ", ", ""),
    ("", "", "; ", ""),
    ("on the other hand", "", "; ", ", on the other hand,"),
    ("", "", "; ", ""),
)
_PREPOSITIONS: Final = frozenset(
    {"as", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with"}
)


def contrasts(message: Contrast, verbs: Verbs) -> tuple[Draft, ...]:
    """Return the wordings: "A …, whereas B …" and its kin."""
    if len(message.sides) > _PAIR:
        return tuple(_lined_up(sides, message, verbs) for sides in _rotated(message.sides))
    if message.distance:
        return (_ordered(message, message.distance, verbs),)
    return tuple(_measured(message, verbs)) or tuple(_paired(message, verbs))


def crossings(message: Crossing, verbs: Verbs) -> tuple[Draft, ...]:
    """Return the wordings: "A made X, which B opposed"."""
    pair = (message.first, message.second)
    kind = claim(ClaimKind.DIFFER, pair)
    return tuple(
        Draft(phrase=_crossing(one, other, verbs), claims=(kind,))
        for one, other in (pair, pair[::-1])
    )


def _paired(message: Contrast, verbs: Verbs) -> Iterator[Draft]:
    turn, claims = turn_of(message) % len(_FORMS), contrasted(message)
    end = _kinship(message.kinship, "both")
    clauses = tuple(
        (subject(side.subject), verbs.all(side.parts, brief=message.brief))
        for side in message.sides
    )
    for marker, before, between, after in _FORMS[turn:] + _FORMS[:turn]:
        for strain, ((one, verb), (other, next_verb)) in enumerate((clauses, clauses[::-1])):
            start = (*((before,) if before else ()), *one, " ", *verb, between)
            phrase = (*start, *other, f"{after} ", *next_verb, *end)
            yield Draft(phrase=phrase, claims=claims, marker=marker, strain=strain)


def _ordered(message: Contrast, distance: DateDistance, verbs: Verbs) -> Draft:
    sides = {side.subject: side for side in message.sides}
    first, second = (sides[iri] for iri in distance.order)
    dates = [side.parts[0][0].value for side in (first, second)]
    apart = say_distance(*[date for date in dates if isinstance(date, Date)])
    later = verbs.later(second.parts, apart)
    phrase = (*_clause(first, verbs), "; ", *subject(second.subject), " ", *later)
    return Draft(phrase=phrase, claims=contrasted(message), marker="later")


def _measured(message: Contrast, verbs: Verbs) -> Iterator[Draft]:
    """Yield "A has an area of 105 km²; B has an area of 891 km², 8.5 times as much"."""
    ratio = message.ratio
    times = ratio.telling if ratio else None
    if ratio is None or times is None:
        return
    sides = {side.subject: side for side in message.sides}
    least, greatest = (_clause(sides[iri], verbs) for iri in ratio.order)
    end = f", {say_number(short(times))} times as {'much' if ratio.unit else 'many'}"
    phrase = (*least, "; ", *greatest, end)
    yield Draft(phrase=phrase, claims=contrasted(message), marker="times")


def _rotated(sides: tuple[Side, ...]) -> Iterator[tuple[Side, ...]]:
    return (sides[start:] + sides[:start] for start in range(len(sides)))


def _lined_up(sides: tuple[Side, ...], message: Contrast, verbs: Verbs) -> Draft:
    """Return one clause after the other, the verb only once where it is the same."""
    frames = {verbs.frame(part[0]) for side in sides for part in side.parts}
    everyone = f"all {count(len(sides))}"
    end = _kinship(message.kinship, everyone)
    if len(frames) == 1 and SLOT not in min(frames):
        first, *others = sides
        opening = (*subject(first.subject), " ", min(frames), " ", *verbs.brief(first.statements))
        clauses = (opening, *(_gapped(side, verbs) for side in others))
        return Draft(phrase=(*enumerated(clauses), *end), claims=contrasted(message))
    *most, last = (_clause(side, verbs) for side in sides)
    listed = (*joined(most, ", "), ", while ", *last, *end)
    return Draft(phrase=listed, claims=contrasted(message), marker="while")


def _gapped(side: Side, verbs: Verbs) -> Phrase:
    """Return a clause without its verb: "and Trotsky in Yanovka"."""
    *_, word = verbs.frame(side.statements[0]).split()
    preposition = f"{word} " if word in _PREPOSITIONS else ""
    return (*subject(side.subject), f" {preposition}", *verbs.brief(side.statements))


def _clause(side: Side, verbs: Verbs) -> Phrase:
    return (*subject(side.subject), " ", *verbs.all(side.parts))


def _kinship(ancestor: Entity | None, everyone: str) -> Phrase:
    if ancestor is None or not is_form(ancestor):
        return ()
    return (f"; {everyone} are forms of ", *spoken(ancestor))


def _crossing(one: Statement, other: Statement, verbs: Verbs) -> Phrase:
    return (
        *subject(one.subject),
        " ",
        *verbs.one((one,)),
        ", which ",
        *subject(other.subject),
        f" {verbs.frame(other)}",
        *tail((other,)),
    )
