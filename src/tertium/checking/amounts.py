"""Numbers as a text has them, and what they may stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tertium.checking.words import Words
from tertium.model.values import Coordinate, Quantity, Value

__all__ = ["Amount", "amounts_at", "is_ratio", "measures"]

_GROUP: Final = "[\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{THIN SPACE} ,.]"
_MINUS: Final = "\N{MINUS SIGN}"
_BY: Final = "\N{MULTIPLICATION SIGN}"
_ROUGH: Final = Decimal("0.006")
"""A ratio is told to three digits or so."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as written, and by how much it may be off since it has no more digits."""

    number: Decimal
    slack: Decimal = Decimal(0)

    def near(self, number: Decimal) -> bool:
        """Return whether a number, rounded like this one, is this one."""
        return abs(self.number - number) <= self.slack


def amounts_at(text: str, start: int, words: Words) -> Iterator[tuple[int, Amount]]:
    """Yield every way to read a number that begins at a place of a text, with its end."""
    digits, spelled, scale = _patterns(words)
    for match in (pattern.match(text, start) for pattern in (digits, spelled)):
        if match is None:
            continue
        amount = _read(match.group(), words)
        yield match.end(), amount
        scaled = scale.match(text, match.end())
        if scaled:
            factor = _factor(scaled, words)
            yield scaled.end(), Amount(amount.number * factor, amount.slack * factor)


def measures(amount: Amount, value: Value) -> bool:
    """Return whether a number is what a value states, or one of its bounds or parts."""
    match value:
        case Quantity():
            stated = (value.amount, value.lower, value.upper)
            return any(
                amount.near(abs(one)) or amount.near(one) for one in stated if one is not None
            )
        case Coordinate():
            return any(amount.near(abs(one)) for one in (value.latitude, value.longitude))
        case _:
            return False


def is_ratio(amount: Amount, first: Decimal, second: Decimal) -> bool:
    """Return whether a number says how many times as much one amount is as another."""
    if not first or not second:
        return False
    ratio = abs(first / second)
    return any(
        abs(amount.number - one) <= one * _ROUGH + amount.slack for one in (ratio, 1 / ratio)
    )


def _read(written: str, words: Words) -> Amount:
    known = words.numbers.get(written.casefold())
    if known is not None:
        return Amount(known)
    plain = "".join(c for c in written if c.isdigit() or c in f"{words.decimal}-").replace(
        words.decimal, "."
    )
    number = Decimal(plain)
    places = len(plain.partition(".")[2])
    return Amount(number, Decimal(1).scaleb(-places) / 2)


def _factor(match: re.Match[str], words: Words) -> Decimal:
    if match["power"]:
        return Decimal(1).scaleb(int(match["power"]))
    return words.scales[match["scale"].casefold()]


@lru_cache(8)
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    point, numbers = (
        re.escape(words.decimal),
        "|".join(sorted(words.numbers, key=len, reverse=True)),
    )
    scales = "|".join(words.scales)
    return (
        re.compile(rf"[-{_MINUS}]?(?:\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?:{point}\d+)?(?!\d)"),
        re.compile(rf"(?i:{numbers})(?!\w)"),
        re.compile(rf"\s(?:(?P<scale>(?i:{scales}))(?!\w)|{_BY} 10\^(?P<power>-?\d+))"),
    )
