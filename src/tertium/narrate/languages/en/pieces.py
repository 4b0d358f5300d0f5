"""Small pieces of English which patterns are said with: plurals, bounds, lists."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from tertium.model.dates import Date, Precision
from tertium.model.lexicon import VerbFrame
from tertium.model.pattern import Range
from tertium.narrate.languages.en.unlisted import SLOT
from tertium.narrate.languages.en.values import say_number
from tertium.narrate.languages.en.words import indefinite, say_list

__all__ = [
    "capital",
    "filled",
    "finest",
    "in_quotes",
    "listed",
    "nominal",
    "say_bounds",
]

_PAIR: Final = 2
_NOT_NOUNS: Final = ("ed", " about", " by", " for", " from", " in", " of", " to", " with", " at")


def filled(frame: str, value: str) -> str:
    """Return a frame with a value in its slot, or after it."""
    before, slot, after = frame.partition(SLOT)
    return f"{before}{value}{after}" if slot else f"{frame} {value}"


def say_bounds(within: Range, *, years: bool) -> str:
    """Return a range as in "between 1870 and 1879"."""
    low = _bound(within.low, years=years)
    high = _bound(within.high, years=years)
    if low and high and low != high:
        return f"between {low} and {high}"
    if low and high:
        return f"in {low}" if years else low
    if low:
        return f"after {low}" if years else f"more than {low}"
    return f"before {high}" if years else f"less than {high}"


def _bound(number: Decimal | None, *, years: bool) -> str:
    if number is None:
        return ""
    return str(int(number)) if years else say_number(number)


def listed(clauses: Iterable[str]) -> str:
    """Return clauses as a list; with semicolons when some have lists of their own."""
    texts = tuple(clauses)
    if len(texts) > _PAIR and any(" and " in text or ", " in text for text in texts):
        return f"{'; '.join(texts[:-1])}; and {texts[-1]}"
    return say_list(texts)


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def nominal(label: str) -> str:
    """Return what a property is called where a noun must stand; in quotes when it is none.

    >>> nominal("has city"), nominal("influenced by"), nominal("commander of (DEPRECATED)")
    ('city', '“influenced by”', '“commander of (DEPRECATED)”')
    """
    noun = label.removeprefix("has ").removeprefix("have ") or label
    return f"“{noun}”" if noun.partition(" (")[0].endswith(_NOT_NOUNS) else noun


def in_quotes(frame: VerbFrame, label: str) -> VerbFrame:
    """Return a frame made of a label with the label in quotes, where it stands as a noun."""
    noun = label.removeprefix("has ").removeprefix("have ")
    return VerbFrame(_in_quotes(frame.singular, noun), _in_quotes(frame.plural, noun))


def _in_quotes(text: str, noun: str) -> str:
    having = text.replace(f" {indefinite(noun)} of", f" “{noun}” of")
    return f"{having.removesuffix(noun)}“{noun}”" if having.endswith(f" as {noun}") else having


def finest(dates: Sequence[Date]) -> tuple[Date, ...]:
    """Return dates without those which a more exact one among them lies in."""
    return tuple(one for one in dates if not any(_holds(one, other) for other in dates))


def _holds(one: Date, other: Date) -> bool:
    if one.precision >= other.precision or one.year != other.year:
        return False
    return one.precision is Precision.YEAR or one.month == other.month
