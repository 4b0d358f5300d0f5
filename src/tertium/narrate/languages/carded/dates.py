"""Dates and intervals, as the card of a language has them."""

from dataclasses import replace
from typing import Final

from tertium.model.card import Mould
from tertium.model.dates import Date, Interval, Precision
from tertium.narrate.chronology import has_old_style, shown
from tertium.narrate.languages.carded.tongue import Tongue

__all__ = ["say_date", "say_moment", "say_span", "say_time"]

_FIRST_PLAIN_YEAR: Final = 1000
_BARE: Final = {
    Precision.DAY: Mould.DAY,
    Precision.MONTH: Mould.MONTH,
    Precision.YEAR: Mould.YEAR,
    Precision.DECADE: Mould.DECADE,
    Precision.CENTURY: Mould.CENTURY,
    Precision.MILLENNIUM: Mould.MILLENNIUM,
}
_AT: Final = {
    Precision.DAY: Mould.ON_DAY,
    Precision.MONTH: Mould.IN_MONTH,
    Precision.YEAR: Mould.IN_YEAR,
    Precision.DECADE: Mould.IN_DECADE,
    Precision.CENTURY: Mould.IN_CENTURY,
    Precision.MILLENNIUM: Mould.IN_MILLENNIUM,
}
_ROMAN: Final = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def say_date(tongue: Tongue, date: Date) -> str:
    """Return a date as it is named."""
    return _doubted(tongue, date, at=False)


def say_moment(tongue: Tongue, date: Date) -> str:
    """Return a date as a circumstance of a verb, with its preposition if it needs one."""
    return _doubted(tongue, date, at=True)


def say_time(tongue: Tongue, interval: Interval) -> str:
    """Return a moment in full, or an interval in years: what stands in brackets."""
    start, end = interval.start, interval.end
    if start and start == end and start.precision is not Precision.YEAR:
        return say_date(tongue, replace(start, old_style=None))
    return say_span(tongue, interval)


def say_span(tongue: Tongue, interval: Interval) -> str:
    """Return an interval in years alone."""
    start = _coarse(tongue, interval.start) if interval.start else ""
    end = _coarse(tongue, interval.end) if interval.end else ""
    if start and end and start != end:
        return tongue.say(Mould.SPAN, start=start, end=end)
    if start and not end:
        return tongue.say(Mould.SINCE, start=start)
    return end if start or not end else tongue.say(Mould.UNTIL, end=end)


def _doubted(tongue: Tongue, date: Date, *, at: bool) -> str:
    if date.lower or date.upper:
        return _ranging(tongue, date)
    said = _exactly(tongue, date, at=at)
    said = tongue.say(Mould.APPROXIMATE, date=said) if date.approximate else said
    return tongue.say(Mould.UNCERTAIN, date=said) if date.uncertain else said


def _ranging(tongue: Tongue, date: Date) -> str:
    """Return a date with the earliest and latest that it may be."""
    lower, upper = (say_date(tongue, one) if one else "" for one in (date.lower, date.upper))
    if lower and upper:
        words = tongue.say(Mould.BETWEEN, first=lower, last=upper)
    else:
        words = tongue.say(Mould.NOT_BEFORE, date=lower) if lower else ""
        words = tongue.say(Mould.NOT_AFTER, date=upper) if upper else words
    if date.key in {end.key for end in (date.lower, date.upper) if end}:
        return words
    return f"{say_date(tongue, replace(date, lower=None, upper=None))} ({words})"


def _exactly(tongue: Tongue, date: Date, *, at: bool) -> str:
    year, _, day = shown(date)
    mould = (_AT if at else _BARE).get(date.precision, Mould.IN_AGE if at else Mould.AGE)
    number = _number(date, year)
    first = "first" if (day or number) == 1 else "other"
    said = tongue.say(
        mould,
        first,
        day=str(day),
        month=_month(tongue, date, at=at),
        year=_year(tongue, date, year),
        number=str(number),
        roman=_roman(number),
    )
    told = _in_era(tongue, said, year, coarse=date.precision < Precision.YEAR)
    if date.old_style and has_old_style(date):
        return tongue.say(Mould.OLD_STYLE, date=told, old=_old(tongue, date.old_style, year))
    return told


def _in_era(tongue: Tongue, said: str, year: int, *, coarse: bool) -> str:
    if year <= 0:
        return tongue.say(Mould.BCE, date=said)
    return said if coarse or year >= _FIRST_PLAIN_YEAR else tongue.say(Mould.CE, date=said)


def _month(tongue: Tongue, date: Date, *, at: bool) -> str:
    month = shown(date)[1]
    if date.precision is Precision.DAY:
        return tongue.month(month, "dated")
    return tongue.month(month, "at" if at else "bare") if month else ""


def _number(date: Date, year: int) -> int:
    """Return the number of the century or millennium, 0 of what is not counted."""
    if date.precision not in {Precision.CENTURY, Precision.MILLENNIUM}:
        return 0
    return (_positive(year) - 1) // date.precision.years + 1


def _year(tongue: Tongue, date: Date, year: int) -> str:
    years, span = _positive(year), date.precision.years
    if date.precision >= Precision.YEAR:
        return str(years)
    if date.precision is Precision.DECADE:
        return str(years // span * span)
    rounded = (years + span // 2) // span * span or years
    return tongue.whole(rounded)


def _positive(year: int) -> int:
    return year if year > 0 else 1 - year


def _old(tongue: Tongue, parts: tuple[int, int, int], year: int) -> str:
    old, month, day = parts
    words = {"day": str(day), "month": tongue.month(month, "dated")}
    first = "first" if day == 1 else "other"
    if old == year:
        return tongue.say(Mould.DAY_OF_YEAR, first, **words)
    return tongue.say(Mould.DAY, first, year=str(old), **words)


def _coarse(tongue: Tongue, date: Date) -> str:
    if date.precision < Precision.YEAR or date.lower or date.upper:
        return say_date(tongue, date)
    year = shown(date)[0]
    said = _in_era(tongue, str(_positive(year)), year, coarse=False)
    return tongue.say(Mould.APPROXIMATE, date=said) if date.approximate else said


def _roman(number: int) -> str:
    text = ""
    for amount, sign in _ROMAN:
        times, number = divmod(number, amount)
        text += sign * times
    return text
