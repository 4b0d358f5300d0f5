"""Numbers as a text has them, and what they may stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from tertium.checking.words import Role, Words
from tertium.model.values import Coordinate, Quantity, Value

__all__ = ["Amount", "amounts_at", "base_of", "is_ratio", "measures"]

_GROUPS: Final = "\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{THIN SPACE} ,."
_MINUS: Final = "\N{MINUS SIGN}"
_BY: Final = "\N{MULTIPLICATION SIGN}"
_ROUGH: Final = Fraction(101, 100)
"""A ratio may have been rounded twice."""


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


def measures(amount: Amount, value: Value, side: Role | None = None) -> bool:
    """Return whether a number is what a value states: the amount, one of its bounds or parts.

    Behind "from" or "between" it is the lower bound, behind "to" or "and" the upper one.
    """
    match value:
        case Quantity():
            stated = _stated(value, side)
        case Coordinate():
            stated = (value.latitude, value.longitude)
        case _:
            stated = ()
    return any(amount.near(one) or amount.near(abs(one)) for one in stated)


def _stated(value: Quantity, side: Role | None) -> tuple[Decimal, ...]:
    lower, upper = value.lower, value.upper
    if side is Role.START and lower is not None:
        return (lower,)
    if side is Role.END and upper is not None:
        return (upper,)
    bounds = (lower, upper) if (lower is None) != (upper is None) else ()
    return (value.amount, *(bound for bound in bounds if bound is not None))


def is_ratio(amount: Amount, first: Quantity, second: Quantity) -> bool:
    """Return whether a number says how many times as much one amount is as another."""
    one, other = base_of(first), base_of(second)
    if not one or not other:
        return False
    slack = Fraction(amount.slack) * _ROUGH
    ratios = (abs(one / other), abs(other / one))
    return any(abs(Fraction(amount.number) - ratio) <= slack for ratio in ratios)


def base_of(value: Quantity) -> Fraction:
    """Return an amount in the base unit of its dimension, where that is known."""
    base = value.scale.base(value.amount) if value.scale else None
    return Fraction(value.amount) if base is None else base


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
    group = f"[{_GROUPS.replace(words.decimal, '')}]"
    return (
        re.compile(rf"[-{_MINUS}]?(?:\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{point}\d+)?(?!\d)"),
        re.compile(rf"(?i:{numbers})(?!\w)"),
        re.compile(rf"\s(?:(?P<scale>(?i:{scales}))(?!\w)|{_BY} 10\^(?P<power>-?\d+))"),
    )
