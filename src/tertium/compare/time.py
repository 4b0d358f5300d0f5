"""Order, distance and overlap of dates that are not equally exact.

Two dates are compared at the coarser of their precisions. All dates of the model are Gregorian
and count years astronomically, so no calendar and no missing year 0 gets in the way.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import permutations

from tertium.model.dates import Date, Interval, Precision, day_number
from tertium.model.measure import DateDistance
from tertium.model.terms import Iri

__all__ = ["before", "coincide", "distance", "floor", "overlap"]


def floor(date: Date, precision: Precision) -> tuple[int, ...]:
    """Return what is left of a date at a precision no finer than its own.

    Decades are named by their first digits on either side of the era (44 BCE is of the 40s BCE),
    centuries and what is coarser begin with the year 1 (2000 is of the 20th).
    """
    match precision:
        case Precision.DECADE:
            return (date.year // 10 if date.year > 0 else -1 - (1 - date.year) // 10,)
        case coarse if coarse < Precision.DECADE:
            return ((date.year - 1) // coarse.years,)
        case _:
            return date.key[: precision - Precision.DECADE]


def before(left: Date, right: Date) -> bool:
    """Return whether a date is the earlier one for certain.

    Of a range its ends decide. What is about right or doubtful tells no more than its decade.
    """
    last, first = left.last, right.first
    if last is None or first is None:
        return False
    doubtful = any(date.approximate or date.uncertain for date in (left, right, last, first))
    unit = min(last.precision, first.precision, Precision.DECADE if doubtful else Precision.DAY)
    return floor(last, unit) < floor(first, unit)


def coincide(left: Date, right: Date) -> bool:
    """Return whether two dates are equal at the coarser of their precisions.

    Ranges are when they meet; what is about right has no month and no day.
    """
    if any(date.lower or date.upper for date in (left, right)):
        return not before(left, right) and not before(right, left)
    unit = _unit((left, right))
    return floor(left, unit) == floor(right, unit)


def distance(dates: Mapping[Iri, Date]) -> DateDistance:
    """Return the order of dates and how many units lie from first to last.

    The unit is the coarsest precision among them: from two years follows a number of years, never
    of days; nor does it from dates that are about right. What is equal at that precision is
    ordered by IRI.
    """
    unit = _unit(dates.values())
    order = sorted(dates, key=lambda iri: (floor(dates[iri], unit), iri))
    amount = _count(dates[order[-1]], unit) - _count(dates[order[0]], unit)
    return DateDistance(order=tuple(order), amount=amount, unit=unit)


def overlap(intervals: Iterable[Interval]) -> Interval | None:
    """Return when all intervals hold at once, if their known ends prove it.

    An end which is not stated is unknown: neither "until today" nor "as long as the other". So
    of an open interval only the stated end counts, as a moment at which it held. An overlap is
    claimed when each interval has certainly begun before each other is certainly over; what
    ends on the day on which another begins is followed by it and does not overlap. The
    overlap's start (end) is the latest start (earliest end), at the coarser precision where
    these cannot be told apart, and is itself unknown when one of them is.
    """
    known = tuple(intervals)
    if any(i.start and i.end and before(i.end, i.start) for i in known):
        return None  # ends before it begins: an error in the data proves nothing
    if not all(_begun_in_time(one, other) for one, other in permutations(known, 2)):
        return None
    starts = [interval.start for interval in known]
    ends = [interval.end for interval in known]
    return Interval(
        start=reduce(_later, filter(None, starts)) if all(starts) else None,
        end=reduce(_earlier, filter(None, ends)) if all(ends) else None,
    )


def _unit(dates: Iterable[Date]) -> Precision:
    """Return the coarsest precision; of a date that is not exact, the year at best."""
    known = (min(d.precision, Precision.YEAR if d.loose else Precision.DAY) for d in dates)
    return min(known)


def _begun_in_time(one: Interval, other: Interval) -> bool:
    begun, lasted = one.start or one.end, other.end or other.start
    if begun is None or lasted is None:
        return False
    return before(begun, lasted) or _on_the_same_day(one, other)


def _on_the_same_day(one: Interval, other: Interval) -> bool:
    """Return whether one begins on a day on which the other is sure to hold."""
    if one.start is None or other.start is None or other.end not in {None, other.start}:
        return False
    exact = _unit((one.start, other.start)) is Precision.DAY
    return exact and coincide(one.start, other.start)


def _later(left: Date, right: Date) -> Date:
    return _coarser(left, right) if coincide(left, right) else max(left, right, key=_key)


def _earlier(left: Date, right: Date) -> Date:
    return _coarser(left, right) if coincide(left, right) else min(left, right, key=_key)


def _coarser(left: Date, right: Date) -> Date:
    return min(left, right, key=lambda date: (date.precision, date.key, repr(date)))


def _key(date: Date) -> tuple[int, int, int]:
    return date.key


def _count(date: Date, unit: Precision) -> int:
    if unit is Precision.DAY:
        return day_number(*date.key)
    if unit is Precision.MONTH:
        return 12 * date.key[0] + date.key[1]
    return floor(date, unit)[0]
