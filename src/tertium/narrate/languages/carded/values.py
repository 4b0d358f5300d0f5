"""Values, as the card of a language has them."""

from decimal import Decimal
from typing import Final

from tertium.model.card import Mould
from tertium.model.dates import Date
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    Quantity,
    Text,
    Value,
    WebAddress,
)
from tertium.narrate.kinds import is_person
from tertium.narrate.languages.carded.dates import say_date
from tertium.narrate.languages.carded.tongue import Tongue
from tertium.narrate.phrases import Name, Phrase

__all__ = ["mark_of", "say_quantity", "spoken"]

_EVERYWHERE: Final = frozenset({"", "mul"})
"""The tags of labels which belong to no language."""

_POWERS: Final = str.maketrans("23", "\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}")


def spoken(tongue: Tongue, value: Value) -> Phrase:
    """Return a value as a sentence has it; nothing when there is none."""
    match value:
        case Entity():
            said: Phrase = (Name(value.iri, value.prose),)
        case Text():
            said = (tongue.say(Mould.QUOTE, text=value.text),)
        case Date():
            said = (say_date(tongue, value),)
        case Quantity():
            said = (say_quantity(tongue, value),)
        case Coordinate():
            said = (_coordinate(tongue, value),)
        case Identifier(value=code):
            said = (code,)
        case WebAddress(iri=address):
            said = (address,)
        case _:
            said = ()
    return said


def mark_of(tongue: Tongue, value: Value) -> str:
    """Return the language of a label, where it is not that of the page.

    The names of people are not translated: they are marked only in another script.
    """
    if not isinstance(value, Entity):
        return ""
    base = value.language.partition("-")[0].casefold()
    if base in _EVERYWHERE or base == tongue.base:
        return ""
    return "" if is_person(value) and tongue.writes(value.label) else base


def say_quantity(tongue: Tongue, quantity: Quantity) -> str:
    """Return an amount with its bounds and its unit."""
    lower, upper = quantity.lower, quantity.upper
    if lower is not None and upper is not None and lower != upper:
        return tongue.say(
            Mould.ABOUT,
            amount=_in_unit(tongue, quantity.amount, quantity),
            low=tongue.number(lower),
            high=_in_unit(tongue, upper, quantity),
        )
    if lower is not None and upper is None:
        return tongue.say(Mould.AT_LEAST, amount=_in_unit(tongue, lower, quantity))
    if upper is not None and lower is None:
        return tongue.say(Mould.AT_MOST, amount=_in_unit(tongue, upper, quantity))
    return _in_unit(tongue, quantity.amount, quantity)


def _in_unit(tongue: Tongue, amount: Decimal, quantity: Quantity) -> str:
    """Return an amount with the sign of its unit, which has no plural, or else its label."""
    sign = quantity.scale.symbol.translate(_POWERS) if quantity.scale else ""
    unit = sign or quantity.unit_label
    return f"{tongue.number(amount)}\N{NO-BREAK SPACE}{unit}" if unit else tongue.number(amount)


def _coordinate(tongue: Tongue, place: Coordinate) -> str:
    north = Mould.NORTH if place.latitude >= 0 else Mould.SOUTH
    east = Mould.EAST if place.longitude >= 0 else Mould.WEST
    latitude, longitude = (
        tongue.say(side, degrees=tongue.number(abs(round(angle, 4)).normalize()))
        for side, angle in ((north, place.latitude), (east, place.longitude))
    )
    return f"{latitude}, {longitude}"
