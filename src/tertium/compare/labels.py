"""A value in a few words: to sort by, and to give reasons with."""

from decimal import Decimal

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

__all__ = ["label", "moment", "rounded"]


def label(value: Value) -> str:
    """Return the label of a value; dates and numbers in digits."""
    match value:
        case Entity():
            words = value.label
        case Text():
            words = value.text
        case Date():
            words = f"{'about ' * value.approximate}{moment(value)}"
        case Quantity():
            words = f"{value.amount} {value.unit_label}".rstrip()
        case Coordinate():
            words = f"{value.latitude}, {value.longitude}"
        case Identifier():
            words = value.value
        case WebAddress():
            words = value.iri
        case _:
            words = "none" if isinstance(value, NoValue) else "unknown"
    return words


def moment(date: Date) -> str:
    """Return a date in digits, as exact as it is.

    >>> moment(Date(year=1922, month=6, day=1)), moment(Date(year=-43))
    ('1922-06-01', '44 BCE')
    """
    rest = "".join(f"-{part:02}" for part in date.key[1:] if part)
    return f"{date.year:04}{rest}" if date.year > 0 else f"{1 - date.year} BCE"


def rounded(number: Decimal) -> str:
    """Return a number to three digits, or to all which it has before the point.

    >>> rounded(Decimal("3.8263")), rounded(Decimal(7994309)), rounded(Decimal("0.05"))
    ('3.83', '7,994,309', '0.05')
    """
    places = max(0, 2 - number.adjusted())
    return f"{round(number, places):,f}".rstrip("0").rstrip(".") if places else f"{number:,.0f}"
