"""How something given agrees with what is known of a candidate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tertium.linking.dating import date_feature
from tertium.linking.features import Feature
from tertium.linking.knowledge import UNCOUNTED, Asked, Held
from tertium.linking.naming import fit
from tertium.linking.written import dates_of, number_of, said
from tertium.model.dates import Date
from tertium.model.link import Given, Reason, ReasonKind
from tertium.model.terms import Iri
from tertium.model.values import Entity, Identifier, Quantity, Text, WebAddress

__all__ = ["Agreement", "agreement"]

_TOLERANCE: Final = Decimal("0.01")
_LIKE: Final = 0.4
"""How much may differ of two names of a value, by rule of thumb."""
_TELLING: Final = 0.5
_SCORES: Final = {
    Feature.SAME_DAY: 1.0,
    Feature.SAME_MONTH: 0.9,
    Feature.SAME_YEAR: 0.8,
    Feature.OTHER_CALENDAR: 0.95,
    Feature.SLIP: 0.6,
    Feature.OTHER_DAY: 0.4,
    Feature.YEAR_APART: 0.3,
    Feature.YEARS_APART: 0.1,
    Feature.SAME_THING: 1.0,
    Feature.AROUND: 0.9,
    Feature.SAME_NUMBER: 1.0,
    Feature.SAME_TEXT: 1.0,
    Feature.SAME_CODE: 1.0,
    Feature.SAME_TYPE: 1.0,
}
_DATES: Final = (
    *(Feature.SAME_DAY, Feature.SAME_MONTH, Feature.SAME_YEAR, Feature.OTHER_CALENDAR),
    *(Feature.SLIP, Feature.OTHER_DAY, Feature.YEAR_APART, Feature.YEARS_APART),
    Feature.OTHER_TIME,
)
_KINDS: Final = {
    **dict.fromkeys(_DATES, ReasonKind.DATE),
    Feature.AROUND: ReasonKind.PLACE,
    Feature.SAME_CODE: ReasonKind.IDENTIFIER,
    Feature.OTHER_CODE: ReasonKind.IDENTIFIER,
}
_IRI: Final = re.compile(r"[^\s:]+:\S+")
_NOTHING: Final = frozenset[Iri]()
_THINGS: Final = frozenset((Feature.SAME_THING, Feature.OTHER_THING))
_HOW: Final = {
    Feature.SAME_DAY: "the same",
    Feature.SAME_MONTH: "the same month",
    Feature.SAME_YEAR: "the same as far as both are exact",
    Feature.OTHER_CALENDAR: "the same day in another calendar",
    Feature.SLIP: "all but one part of the date, or its parts in another order",
    Feature.OTHER_DAY: "the same year, but another day",
    Feature.YEAR_APART: "a year apart",
    Feature.YEARS_APART: "a few years apart",
    Feature.SAME_THING: "the same but for its spelling",
    Feature.SAME_NUMBER: "the same within a hundredth",
    Feature.SAME_TEXT: "the same",
    Feature.SAME_CODE: "the same",
}


@dataclass(frozen=True, slots=True)
class Agreement:
    """In what way something agrees, the reason in words, and what it tells, in bits, if counted."""

    feature: Feature
    reason: Reason
    bits: float = UNCOUNTED

    @property
    def strength(self) -> float:
        """How much it tells, from 0 to 1: little, when many share what agrees."""
        return min(1.0, self.bits / UNCOUNTED)

    @property
    def telling(self) -> bool:
        """Whether it tells one from most others: no class does; what differs always does."""
        common = self.feature is Feature.SAME_TYPE or self.strength < _TELLING
        return not (self.feature.agrees and common)


def agreement(given: Given, held: Held, asked: Asked) -> Agreement | None:
    """Return how a candidate's values agree with what is given; nothing when it has none.

    Of several values, the one that agrees best counts. Where it is not given of which property,
    only what agrees tells anything.
    """
    found = [one for text in given.values for one in _compared(text, held, asked)]
    if given.property is None:
        found = [one for one in found if one.feature.agrees]
    if not found:
        return None
    best = max(found, key=_Compared.place)
    label = asked.labels.get(given.property, "") if given.property else ""
    told = _told(best.feature, label, given=best.given, known=best.known)
    reason = Reason(_kind(best.feature, held), told, _score(best.feature))
    return Agreement(best.feature, reason, best.bits)


def _score(feature: Feature) -> float:
    """Return how far something agrees, from 0 to 1."""
    return _SCORES.get(feature, 0.0)


@dataclass(frozen=True, slots=True)
class _Compared:
    """How a text agrees with a value, both in words, and what that tells, in bits."""

    feature: Feature
    given: str
    known: str
    bits: float = UNCOUNTED

    def place(self) -> tuple[float, bool, float]:
        """Return what is to be sorted by: what agrees best comes last."""
        return _score(self.feature), self.feature in _SCORES, self.bits


def _compared(text: str, held: Held, asked: Asked) -> Iterator[_Compared]:
    for value in held.values:
        match value:
            case Entity():
                yield from _things(text, value, held, asked=asked)
            case Date():
                yield from _dates(text, value)
            case Quantity():
                yield from _numbers(text, value)
            case Text() | Identifier() | WebAddress():
                yield _texts(text, value)
            case _:
                pass


def _things(text: str, value: Entity, held: Held, *, asked: Asked) -> Iterator[_Compared]:
    """Yield how a thing agrees; of one that has no name it is not known what it is called."""
    meant = asked.meant.get(text, _NOTHING)
    if value.iri in meant or text == value.iri:
        yield _same(value.label, value, asked)
    elif regions := meant & held.around:
        yield _Compared(Feature.AROUND, text, value.label, min(map(asked.bits, regions)))
    elif not value.nameless:
        near = fit(text, value.label)
        alike = near.whole and near.cost <= _LIKE
        other = _Compared(Feature.OTHER_THING, text, value.label)
        yield _same(text, value, asked) if alike else other
    elif _IRI.fullmatch(text):
        yield _Compared(Feature.OTHER_THING, text, value.label)


def _same(given: str, value: Entity, asked: Asked) -> _Compared:
    return _Compared(Feature.SAME_THING, given, value.label, asked.bits(value.iri))


def _dates(text: str, value: Date) -> Iterator[_Compared]:
    for given in dates_of(text):
        yield _Compared(date_feature(given, value), said(given), said(value))


def _numbers(text: str, value: Quantity) -> Iterator[_Compared]:
    given = number_of(text)
    if given is not None:
        same = _near(given, value)
        known = f"{value.amount:f} {value.unit_label}".rstrip()
        yield _Compared(Feature.SAME_NUMBER if same else Feature.OTHER_NUMBER, text, known)


def _near(given: Decimal, value: Quantity) -> bool:
    if value.lower is not None and value.upper is not None and value.lower <= given <= value.upper:
        return True
    return abs(given - value.amount) <= _TOLERANCE * max(abs(given), abs(value.amount))


def _texts(text: str, value: Text | Identifier | WebAddress) -> _Compared:
    if isinstance(value, Text):
        known, same, other = value.text, Feature.SAME_TEXT, Feature.OTHER_TEXT
    else:
        known = value.value if isinstance(value, Identifier) else value.iri
        same, other = Feature.SAME_CODE, Feature.OTHER_CODE
    alike = known.strip().casefold() == text.strip().casefold()
    return _Compared(same if alike else other, text, known)


def _kind(feature: Feature, held: Held) -> ReasonKind:
    placed = feature in _THINGS and held.around
    return ReasonKind.PLACE if placed else _KINDS.get(feature, ReasonKind.PROPERTY)


def _told(feature: Feature, label: str, *, given: str, known: str) -> str:
    about = f"{label}: " if label else ""
    if feature is Feature.AROUND:
        return f"{about}{known}, which lies in {given}, as given"
    if given == known and feature.agrees:
        return f"{about}{known}, as given"
    how = _HOW.get(feature)
    if how is None:
        return f"{about}{known}, not {given}, as given"
    return f"{about}given {given}, recorded {known}: {how}"
