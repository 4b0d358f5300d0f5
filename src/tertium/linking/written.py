"""Dates and numbers as people write them in tables."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tertium.model.dates import Date, day_number, from_day_number
from tertium.model.edtf import read_edtf

__all__ = ["dates_of", "number_of", "said"]

_REMEMBERED: Final = 1 << 14
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NUMBERS: Final = {name[:3].casefold(): number for number, name in enumerate(_MONTHS, 1)}
_TIME: Final = re.compile(r"[T ]\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$")
_WIKIBASE: Final = re.compile(r"\+(\d{4,}-\d\d-\d\d)")
_UNKNOWN: Final = re.compile(r"(?<=\d\d)(-00){1,2}$")
_DIGITS: Final = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{3,4})", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{3,4})[./](\d{1,2})[./](\d{1,2})", re.ASCII)
_WORDS: Final = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+)?(?P<month>[a-z]{3,9})\.?,?\s+"
    r"(?:(?P<late>\d{1,2})(?:st|nd|rd|th)?,\s+)?(?P<year>\d{3,4})",
    re.ASCII | re.IGNORECASE,
)
_YEAR: Final = re.compile(
    r"(?:c(?:a|irca)?\.?\s*)?(?P<year>\d{1,4})(?P<era>\s*b\.?c\.?(?:e\.?)?)?", re.IGNORECASE
)
_FEWEST: Final = 3
_NUMBER: Final = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][+-]?\d{1,3})?", re.ASCII)
_LONGEST: Final = 40


@lru_cache(_REMEMBERED)
def dates_of(text: str) -> tuple[Date, ...]:
    """Return the dates that a text may be; two, where day and month may be confused.

    >>> [date.key for date in dates_of("3/4/1878")], dates_of("18 Dec. 1878")[0].key
    ([(1878, 4, 3), (1878, 3, 4)], (1878, 12, 18))
    """
    plain = text.strip()
    if not plain or len(plain) > _LONGEST:
        return ()
    plain = _TIME.sub("", plain)
    bare = _UNKNOWN.sub("", _WIKIBASE.sub(r"\1", plain))
    known = read_edtf(bare)
    if known is not None:
        return (known,)
    return _numbered(plain) or _worded(plain) or _yearly(plain)


def _numbered(text: str) -> tuple[Date, ...]:
    if slashed := _SLASHED.fullmatch(text):
        year, month, day = map(int, slashed.groups())
        return _dates((year, month, day))
    digits = _DIGITS.fullmatch(text)
    if digits is None:
        return ()
    first, second, year = map(int, digits.groups())
    both = ((year, second, first), (year, first, second))
    return _dates(*(both[:1] if "." in text else both))


def _worded(text: str) -> tuple[Date, ...]:
    match = _WORDS.fullmatch(text)
    number = _NUMBERS.get(match["month"].casefold()[:3]) if match else None
    if match is None or number is None:
        return ()
    day = match["day"] or match["late"]
    if day is None:
        return (Date(year=int(match["year"]), month=number, lexical=text),)
    return _dates((int(match["year"]), number, int(day)))


def _yearly(text: str) -> tuple[Date, ...]:
    match = _YEAR.fullmatch(text)
    if match is None or not (match["era"] or len(match["year"]) >= _FEWEST):
        return ()
    year = int(match["year"])
    rough = text.casefold().startswith("c")
    number = 1 - year if match["era"] else year
    return (Date(year=number, lexical=text, approximate=rough),)


def _dates(*days: tuple[int, int, int]) -> tuple[Date, ...]:
    real = (day for day in dict.fromkeys(days) if from_day_number(day_number(*day)) == day)
    return tuple(Date(year=year, month=month, day=day) for year, month, day in real)


def number_of(text: str) -> Decimal | None:
    """Return the number that a text is, if it is one.

    >>> number_of("1,234.5"), number_of("1917-11-07")
    (Decimal('1234.5'), None)
    """
    plain = text.strip()
    if len(plain) > _LONGEST or not _NUMBER.fullmatch(plain):
        return None
    return Decimal(plain.replace(",", ""))


def said(date: Date) -> str:
    """Return a date in words.

    >>> said(Date(year=-43, month=3, day=15)), said(Date(year=1917))
    ('15 March 44 BCE', '1917')
    """
    year = str(date.year) if date.year > 0 else f"{1 - date.year} BCE"
    month = (_MONTHS[date.month - 1],) if date.month else ()
    day = (str(date.day),) if date.day else ()
    return " ".join((*day, *month, year))
