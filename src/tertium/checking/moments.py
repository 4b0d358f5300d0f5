"""Dates as a text has them, and whether a stated date bears them out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tertium.checking.words import Words
from tertium.model.dates import Date, Precision

__all__ = ["Moment", "agrees", "moments_at"]

_CENTURY: Final = 100
_DECADE: Final = 10
_PERIODS: Final = frozenset({"century", "millennium"})
_NUMERALS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as written; the year is astronomical. `span` is how many years a period lasts."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    span: int = 1


def moments_at(text: str, start: int, words: Words) -> Iterator[tuple[int, Moment]]:
    """Yield every way to read a date that begins at a place of a text, with its end."""
    for pattern in _patterns(words):
        match = pattern.match(text, start)
        if match:
            moment = _moment(match, words)
            yield match.end(), moment
            if moment.year and "era" in match.re.groupindex and _shares_era(match, words):
                yield match.end(), replace(moment, year=1 - moment.year)


def _shares_era(match: re.Match[str], words: Words) -> bool:
    """Return whether a year may leave its era to the next one: "from 43 to 33 BCE"."""
    if match["era"]:
        return False
    rest = re.compile(rf".{{1,40}}?\d(?:{'|'.join(f' {era}' for era in words.eras[0])})")
    return bool(rest.match(match.string, match.end()))


def agrees(moment: Moment, date: Date) -> bool:
    """Return whether a stated date, or one of its bounds, is what is written, or more exact."""
    bounds = (bound for bound in (date.lower, date.upper) if bound)
    return _fits(moment, date) or any(_fits(moment, bound) for bound in bounds)


def _fits(moment: Moment, date: Date) -> bool:
    if moment.span > 1:
        return moment.year is not None and _in_period(moment, date)
    stated = [(date.year, date.month, date.day), *((date.old_style,) if date.old_style else ())]
    written = (moment.year, moment.month, moment.day)
    return date.precision >= Precision.DECADE and any(
        all(mine is None or mine == theirs for mine, theirs in zip(written, parts, strict=True))
        for parts in stated
    )


def _in_period(moment: Moment, date: Date) -> bool:
    """Return whether a period that is written is the one in which the date lies."""
    years = date.year if date.year > 0 else 1 - date.year
    written = moment.year or 0
    if (written > 0) != (date.year > 0):
        return False
    if moment.span == _DECADE:
        return years // _DECADE * _DECADE == (written if written > 0 else 1 - written)
    return (years - 1) // moment.span + 1 == abs(written)


def _moment(match: re.Match[str], words: Words) -> Moment:
    found = match.groupdict()
    day, month, year = found.get("day"), found.get("month"), found.get("year")
    era = -1 if found.get("era") in words.eras[0] else 1
    if found.get("period"):
        return Moment(year=era * _roman(found["period"]), span=_span(found["unit"], words))
    number = int(year) if year else None
    if number is not None and era < 0:
        number = 1 - number
    return Moment(
        year=number,
        month=words.months[month.casefold()] if month else None,
        day=int(day) if day else None,
        span=_DECADE if found.get("decade") else 1,
    )


def _span(unit: str, words: Words) -> int:
    return 10 * _CENTURY if words.units[unit.casefold()] == "millennium" else _CENTURY


@lru_cache(8)
def _patterns(words: Words) -> tuple[re.Pattern[str], ...]:
    months = _any(sorted(words.months, key=len, reverse=True))
    eras = rf"(?:\s(?P<era>{_any(era for group in words.eras for era in group)})(?!\w))?"
    suffix = f"(?:{_any(words.suffixes)})?"
    unit = _any(word for word, unit in words.units.items() if unit in _PERIODS)
    period = rf"(?P<period>\d{{1,3}}|[IVXLC]+){suffix}(?!\w)"
    month, link = rf"(?P<month>(?i:{months}))(?!\w)\.?", r"(?:\s+(?i:de|del))?\s+"
    alone = rf"(?!{link}\d)"  # without the year that follows it, a month would be of any year
    plain = r"(?P<year>\d{1,4})(?!\d)"
    year = rf"{plain}{eras}"
    day = rf"(?P<day>\d{{1,2}}){suffix}(?!\d)"
    written = (
        rf"{day}{link}{month}{link}{year}",
        rf"{month}\s+{day},\s+{year}",
        rf"{day}{link}{month}{alone}",
        rf"{month}\s+{day}(?!\w)(?!,\s\d)",
        rf"{month}{link}{year}",
        rf"{month}{alone}",
        *(rf"{plain}(?P<decade>(?i:{re.escape(end)}))(?!\w){eras}" for end in words.decade),
        *(rf"(?P<decade>(?i:{re.escape(one)}))\s+{year}" for one in words.decade_before),
        rf"{period}\s+(?P<unit>(?i:{unit}))(?!\w){eras}",
        rf"(?P<unit>(?i:{unit}))\s+{period}{eras}",
        rf"{year}(?!\w)",
    )
    return tuple(map(re.compile, written))


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _roman(numeral: str) -> int:
    """Return a number written in Roman numerals, or in digits.

    >>> _roman("XIX"), _roman("4")
    (19, 4)
    """
    if numeral.isdigit():
        return int(numeral)
    values = [_NUMERALS[letter] for letter in numeral]
    pairs = zip(values, (*values[1:], 0), strict=True)
    return sum(-one if one < following else one for one, following in pairs)
