"""Dates and numbers in a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tertium.auditing.tokens import Token
from tertium.auditing.vocabulary import Vocabulary
from tertium.model.dates import Date, Precision

__all__ = ["Dated", "Numbered", "dates_in", "numbers_in"]

_YEAR: Final = re.compile(r"1\d{3}|20\d{2}|[1-9]\d{2}")
_DECADE: Final = re.compile(r"(1\d|20)\d0s")
_DAY: Final = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_AMOUNT: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ONE: Final = Decimal(1)
_MANY: Final = Decimal(100)
_EXACT: Final = 3
_YEAR_AFTER: Final = frozenset(
    (
        "in",
        "since",
        "until",
        "by",
        "from",
        "to",
        "of",
        "around",
        "between",
        "and",
        "after",
        "before",
    )
)
_DASHES: Final = frozenset("-\u2013\u2014")
_BEFORE_CHRIST: Final = frozenset(("bc", "bce"))


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and the words [first, last) that say it."""

    first: int
    last: int
    date: Date


@dataclass(frozen=True, slots=True)
class Numbered:
    """An amount as exactly as it is said, and the words [first, last) that say it."""

    first: int
    last: int
    low: Decimal
    high: Decimal


def dates_in(tokens: Sequence[Token], vocabulary: Vocabulary) -> tuple[Dated, ...]:
    """Return the dates in a text: days, months, years, decades."""
    found: list[Dated] = []
    for at, token in enumerate(tokens):
        if decade := _DECADE.fullmatch(token.text):
            year = int(decade.group()[:-1])
            found.append(Dated(at, at + 1, Date(year=year, precision=Precision.DECADE)))
        elif _YEAR.fullmatch(token.text) and _is_year(tokens, at, vocabulary):
            found.append(_dated(tokens, at, vocabulary))
    return tuple(found)


def _is_year(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Return whether digits are a year: after a word for time, a month, a bracket or a dash."""
    before = tokens[at - 1] if at else None
    if before is None or "(" in tokens[at].gap or "," in tokens[at].gap:
        return True
    known = before.stem in vocabulary.months or before.text.casefold() in _YEAR_AFTER
    ranged = tokens[at].gap.strip() in _DASHES
    return known or ranged or bool(_YEAR.fullmatch(before.text) or _DAY.fullmatch(before.text))


def _dated(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Dated:
    year, last = int(tokens[at].text), at + 1
    if last < len(tokens) and tokens[last].text.casefold() in _BEFORE_CHRIST:
        year, last = 1 - year, last + 1
    near = [tokens[place] for place in (at - 1, at - 2) if place >= 0]
    month = next((vocabulary.months[t.stem] for t in near if t.stem in vocabulary.months), None)
    if month is None:
        return Dated(at, last, Date(year=year))
    days = [int(match[1]) for t in near if (match := _DAY.fullmatch(t.text))]
    first = at - 2 if days else at - 1
    return Dated(first, last, Date(year=year, month=month, day=days[0] if days else None))


def numbers_in(text: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[Numbered]:
    """Yield the amounts in a text, in digits or in words: "3.6 million", "two hundred"."""
    places = {token.start: at for at, token in enumerate(tokens)}
    said = {m.start(): m for m in _AMOUNT.finditer(text) if m.start() in places}
    at = 0
    while at < len(tokens):
        match = said.get(tokens[at].start)
        first, size = at, vocabulary.numbers.get(tokens[at].stem)
        if match is None and size is None:
            at += 1
            continue
        amount = size if match is None or size is not None else _read(match)
        unit = Decimal(1) if match is None else _unit(match.group())
        end = tokens[at].end if match is None else match.end()
        at = next((n for n in range(at, len(tokens)) if tokens[n].start >= end), len(tokens))
        while at < len(tokens) and (by := vocabulary.numbers.get(tokens[at].stem, _ONE)) >= _MANY:
            amount, unit, at = (amount or _ONE) * by, unit * by, at + 1
        yield _numbered(range(first, at), tokens, (amount or _ONE, unit))


def _numbered(span: range, tokens: Sequence[Token], said: tuple[Decimal, Decimal]) -> Numbered:
    """Return an amount; "millions" are a million or more."""
    amount, unit = said
    if tokens[span.stop - 1].text.casefold().endswith("s"):
        return Numbered(span.start, span.stop, amount, amount * _MANY * 10)
    return Numbered(span.start, span.stop, amount - unit / 2, amount + unit / 2)


def _read(match: re.Match[str]) -> Decimal:
    return Decimal(match.group().replace(",", ""))


def _unit(digits: str) -> Decimal:
    """Return what the last digit counts that is not a mere zero; of less than 1000 it is one."""
    _, dot, fraction = digits.partition(".")
    if dot:
        return Decimal(1).scaleb(-len(fraction))
    bare = digits.replace(",", "")
    return Decimal(1).scaleb(len(bare) - len(bare.rstrip("0"))) if len(bare) > _EXACT else _ONE
