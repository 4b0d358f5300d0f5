"""The Extended Date/Time Format (ISO 8601-2:2019), as far as a date of the model can say it.

Level 0 and 1 but for times of day, seasons and years beyond 16 digits; of level 2 the sets of
which one is true. A set or an interval becomes a date with bounds.
"""

import re
from typing import Final

from tertium.model.dates import Date, Precision, day_number, from_day_number

__all__ = ["read_edtf"]

_DATE: Final = re.compile(
    r"(?P<year>Y?-?[0-9]{4,16}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?(?P<flag>[~?%]?)",
    re.ASCII,
)
_SET: Final = re.compile(r"\[(?P<one>[^\[\]{}]+)\]|\{(?P<all>[^\[\]{}]+)\}")
_OPEN: Final = ("", "..")
_COARSE: Final = {"X": Precision.DECADE, "XX": Precision.CENTURY}


def read_edtf(text: str) -> Date | None:
    """Return the date or the range that a text is; `None` when the model has no such date.

    >>> read_edtf("1878~").approximate
    True
    >>> read_edtf("1919/..").upper is None
    True
    """
    members = _SET.fullmatch(text)
    if members:
        return _choice(members["one"] or members["all"], text)
    start, slash, end = text.partition("/")
    return _interval(start, end, text) if slash else _single(text)


def _single(text: str) -> Date | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    digits = match["year"].removeprefix("Y")
    year, unknown = digits.rstrip("X"), len(digits) - len(digits.rstrip("X"))
    month, day = (None if part in {None, "XX"} else int(part) for part in match.group(2, 3))
    number = _first(int(year), unknown)
    if not _exists(number, month, day) or (unknown and match["month"]):
        return None
    return Date(
        year=number,
        month=month,
        day=day,
        precision=_COARSE.get("X" * unknown, Precision.DAY),
        lexical=text,
        approximate=match["flag"] in {"~", "%"},
        uncertain=match["flag"] in {"?", "%"},
    )


def _first(digits: int, unknown: int) -> int:
    """Return a year of the decade or century that is named by its first digits."""
    year = digits * int(10**unknown)
    return year + 1 if unknown > 1 else year


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if month is None:
        return day is None
    whole = (year, month, 1 if day is None else day)
    return from_day_number(day_number(*whole)) == whole


def _interval(start: str, end: str, text: str) -> Date | None:
    """Return a range by its known ends: at least one of them."""
    lower, upper = (None if part in _OPEN else _single(part) for part in (start, end))
    unread = (lower is None and start not in _OPEN) or (upper is None and end not in _OPEN)
    return None if unread else _range(lower, upper, text)


def _choice(members: str, text: str) -> Date | None:
    """Return a date of which one of several is true: it lies between the first and the last."""
    first, last = members.partition("..")[0], members.rpartition("..")[2]
    return _interval(first.partition(",")[0].strip(), last.rpartition(",")[2].strip(), text)


def _range(lower: Date | None, upper: Date | None, text: str) -> Date | None:
    known = lower or upper
    if known is None or (lower and upper and upper.key < lower.key):
        return None
    return Date(
        year=known.year,
        month=known.month,
        day=known.day,
        precision=known.precision,
        lexical=text,
        approximate=any(date.approximate for date in (lower, upper) if date),
        uncertain=any(date.uncertain for date in (lower, upper) if date),
        lower=lower,
        upper=upper,
    )
