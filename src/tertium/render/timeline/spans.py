"""Dates as stretches of years, as long as their precision says."""

from dataclasses import dataclass
from typing import Final

from tertium.compare.time import floor
from tertium.model.dates import Date, Interval, Precision

__all__ = ["Span", "span_of", "stretch_of"]

_FARTHEST: Final = 10**11
"""What is more years away than this is told, but not drawn: a number could not hold it."""
_MONTHS: Final = 12
_DAYS: Final = 31


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a time to a later one, in astronomical years and their parts."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """How many years it lasts."""
        return self.last - self.first

    def __or__(self, other: "Span") -> "Span":
        """Return what holds both."""
        return Span(min(self.first, other.first), max(self.last, other.last))


def span_of(date: Date) -> Span | None:
    """Return when a date may be: of a year, all of it; `None` if it is too far away to be drawn.

    >>> span_of(Date(year=1917)), span_of(Date(year=1917, precision=Precision.DECADE))
    (Span(first=1917.0, last=1918.0), Span(first=1910.0, last=1920.0))
    """
    ends = [end for end in (date.lower, date, date.upper) if end is not None]
    if any(abs(end.year) > _FARTHEST for end in ends):
        return None
    found = list(map(_exactly, ends))
    return Span(min(one.first for one in found), max(one.last for one in found))


def stretch_of(interval: Interval) -> tuple[Span | None, Span | None]:
    """Return when something may have held, and when it did for certain.

    Of an interval with one end, that end is all that is known.
    """
    spans = [span_of(date) for date in (interval.start, interval.end) if date is not None]
    found = [span for span in spans if span is not None]
    if not found or len(found) < len(spans):
        return None, None
    start, end = found[0], found[-1]
    if start == end:
        return start, start if len(found) > 1 else None
    sure = Span(start.last, end.first) if start.last < end.first else None
    return start | end, sure


def _exactly(date: Date) -> Span:
    year = float(date.year)
    if date.precision is Precision.DECADE:
        decade = floor(date, Precision.DECADE)[0]
        first = 10.0 * decade if decade >= 0 else 10.0 * decade + 2
        return Span(first, first + 10)
    if date.precision < Precision.DECADE:
        first = floor(date, date.precision)[0] * float(date.precision.years) + 1
        return Span(first, first + date.precision.years)
    if date.month is None or date.precision is Precision.YEAR:
        return Span(year, year + 1)
    month = year + (date.month - 1) / _MONTHS
    if date.day is None or date.precision is Precision.MONTH:
        return Span(month, month + 1 / _MONTHS)
    day = month + (date.day - 1) / _MONTHS / _DAYS
    return Span(day, day + 1 / _MONTHS / _DAYS)
