"""Values in English, as a table cell or a sentence shows them."""

from decimal import Decimal
from typing import Final

from tertium.model.dates import Date
from tertium.model.values import (
    Coordinate,
    Entity,
    Identifier,
    NoValue,
    Quantity,
    Text,
    Value,
    WebAddress,
)
from tertium.narrate.languages.en.dates import say_date

__all__ = ["say_number", "say_quantity", "say_value", "short"]

_FEET: Final = {"foot": "feet", "inch": "inches"}
_DEGREE: Final = "degree "
_VOWELS: Final = frozenset("aeiouy")
"""What every word has, and a symbol such as cm has not."""
_SAME: Final = ("s", "z", "percent", "x")
"""Units which have no plural of their own, by their ends."""
_MILLION: Final = Decimal(1_000_000)
_MILLION_PLACES: Final = 2
_GROUPED_FROM: Final = 10_000
_DIGITS: Final = 3
_LONGEST: Final = 20
"""So many zeros nobody counts."""
_THIN_SPACE: Final = "\N{NARROW NO-BREAK SPACE}"


def say_value(value: Value) -> str:
    """Return any value as text.

    >>> say_value(Quantity(amount=Decimal(5_500_000)))
    '5.5 million'
    """
    match value:
        case Entity():
            text = value.label
        case Text():
            text = value.text
        case Date():
            text = say_date(value)
        case Quantity():
            text = say_quantity(value)
        case Coordinate():
            text = _coordinate(value)
        case Identifier():
            text = value.value
        case WebAddress():
            text = value.iri
        case NoValue():
            text = "none"
        case _:
            text = "unknown"
    return text


def say_quantity(quantity: Quantity) -> str:
    """Return an amount with its bounds and its unit."""
    lower, upper, amount = quantity.lower, quantity.upper, quantity.amount
    unit = _unit(quantity)
    if lower is not None and upper is not None and lower != upper:
        return f"about {say_number(amount)} ({_range(lower, upper)}){unit}"
    if lower is not None and upper is None:
        return f"at least {say_number(lower)}{unit}"
    if upper is not None and lower is None:
        return f"at most {say_number(upper)}{unit}"
    return say_number(amount) + unit


def _unit(quantity: Quantity) -> str:
    """Return the unit with a space before it, in the plural unless there is just one."""
    label = quantity.unit_label
    if not label or quantity.amount == 1:
        return f" {label}" if label else ""
    if label.startswith(_DEGREE):
        return f" degrees {label.removeprefix(_DEGREE)}"
    measure, per, rest = label.partition(" per ")
    head, space, last = measure.rpartition(" ")
    plain = last.isascii() and last.isalpha() and last.islower() and _VOWELS & set(last[:-1])
    aged = head.endswith("s") and head.islower()  # 18 years old, but United States dollars
    regular = plain and not last.endswith(_SAME) and not aged
    return f" {head}{space}{_FEET.get(last, f'{last}s' if regular else last)}{per}{rest}"


def say_number(number: Decimal) -> str:
    """Return a number in digits, thinly grouped, or in millions; the largest as a power of ten.

    >>> say_number(Decimal("1.98855E30")).isascii(), say_number(Decimal("5E-30"))[-6:]
    (False, '10^-30')
    """
    if number and abs(number.adjusted()) > _LONGEST:
        digits, _, power = f"{number.normalize():E}".partition("E")
        return f"{digits} \N{MULTIPLICATION SIGN} 10^{int(power)}"
    millions = number / _MILLION
    if abs(millions) >= 1 and round(millions, _MILLION_PLACES) == millions:
        return f"{_plain(millions)} million"
    return _plain(number)


def short(number: Decimal) -> Decimal:
    """Return a number to three digits, or to all which it has before the point."""
    places = _DIGITS - 1 - number.adjusted()
    return round(number, max(0, places)) if number.adjusted() < _LONGEST else number


def _range(lower: Decimal, upper: Decimal) -> str:
    low, high = say_number(lower), say_number(upper)
    both = low.endswith(" million") and high.endswith(" million")
    return f"between {low.removesuffix(' million') if both else low} and {high}"


def _plain(number: Decimal) -> str:
    text = f"{number.normalize():,f}"
    grouped = abs(number) >= _GROUPED_FROM
    return text.replace(",", _THIN_SPACE if grouped else "")


def _coordinate(place: Coordinate) -> str:
    north = "N" if place.latitude >= 0 else "S"
    east = "E" if place.longitude >= 0 else "W"
    latitude, longitude = (_degrees(part) for part in (place.latitude, place.longitude))
    return f"{latitude}° {north}, {longitude}° {east}"


def _degrees(angle: Decimal) -> str:
    """Return an angle to some ten metres: more digits are an artefact of conversion."""
    return f"{abs(round(angle, 4)):f}".rstrip("0").rstrip(".")
