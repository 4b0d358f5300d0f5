"""Dates that keep their precision, their calendar and their lexical form.

The year is astronomical, as in XSD 1.1 and RDF: 0 is 1 BCE, -43 is 44 BCE.
"""

from dataclasses import dataclass
from enum import Enum, IntEnum

__all__ = ["Calendar", "Date", "Interval", "Precision", "day_number", "from_day_number"]


class Precision(IntEnum):
    """How exact a date is; finer is greater (Wikibase's numbers)."""

    BILLION_YEARS = 0
    HUNDRED_MILLION_YEARS = 1
    TEN_MILLION_YEARS = 2
    MILLION_YEARS = 3
    HUNDRED_MILLENNIA = 4
    TEN_MILLENNIA = 5
    MILLENNIUM = 6
    CENTURY = 7
    DECADE = 8
    YEAR = 9
    MONTH = 10
    DAY = 11

    @property
    def years(self) -> int:
        """How many years it spans; of a year and what is finer, one."""
        return int(10 ** max(0, Precision.YEAR - self))


class Calendar(Enum):
    """The calendar in which the source gives a date."""

    GREGORIAN = "gregorian"
    JULIAN = "julian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A day, month, year, decade or century in the proleptic Gregorian calendar.

    `lexical` is the date as stated in the graph. For a date which its source gives in the Julian
    calendar, `calendar` says so and `old_style` is the Julian (year, month, day).

    An `approximate` date is about right, an `uncertain` one perhaps not right at all. `lower` and
    `upper` are the earliest and the latest that it may be, or the ends of a range.

    >>> Date(year=1917, month=11, day=7).precision.name
    'DAY'
    """

    year: int
    month: int | None = None
    day: int | None = None
    precision: Precision = Precision.DAY
    calendar: Calendar = Calendar.GREGORIAN
    lexical: str = ""
    old_style: tuple[int, int, int] | None = None
    approximate: bool = False
    uncertain: bool = False
    lower: "Date | None" = None
    upper: "Date | None" = None

    def __post_init__(self) -> None:
        """Lower the precision to what the parts can tell."""
        known = Precision.DAY if self.day else Precision.MONTH if self.month else Precision.YEAR
        object.__setattr__(self, "precision", min(self.precision, known))

    @property
    def loose(self) -> bool:
        """Whether it is only about right, perhaps wrong, or somewhere within bounds."""
        return self.approximate or self.uncertain or bool(self.lower or self.upper)

    @property
    def first(self) -> "Date | None":
        """The earliest that it may be; `None` when nothing is known of that."""
        open_start = self.upper is not None and self.upper.key == self.key
        return self.lower or (None if open_start else self)

    @property
    def last(self) -> "Date | None":
        """The latest that it may be; `None` when nothing is known of that."""
        open_end = self.lower is not None and self.lower.key == self.key
        return self.upper or (None if open_end else self)

    @property
    def key(self) -> tuple[int, int, int]:
        """A sort key: an unknown month or day comes before the first."""
        return (self.year, self.month or 0, self.day or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From a date to a date; `None` means not stated."""

    start: Date | None = None
    end: Date | None = None


def day_number(year: int, month: int, day: int, *, calendar: Calendar = Calendar.GREGORIAN) -> int:
    """Return the Julian day number of a date.

    Formula: Fliegel and Van Flandern (1968), as in the Explanatory Supplement to the
    Astronomical Almanac (1992), with years shifted to March so that leap days come last.
    """
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    days = day + (153 * months + 2) // 5 + 365 * years + years // 4
    if calendar is Calendar.JULIAN:
        return days - 32083
    return days - years // 100 + years // 400 - 32045


def from_day_number(
    number: int, *, calendar: Calendar = Calendar.GREGORIAN
) -> tuple[int, int, int]:
    """Return the (year, month, day) of a Julian day number.

    >>> from_day_number(day_number(1917, 10, 25, calendar=Calendar.JULIAN))
    (1917, 11, 7)
    """
    shifted, centuries = number + 32082, 0
    if calendar is Calendar.GREGORIAN:
        centuries = (4 * (number + 32044) + 3) // 146097
        shifted = number + 32044 - 146097 * centuries // 4
    years = (4 * shifted + 3) // 1461
    rest = shifted - 1461 * years // 4
    months = (5 * rest + 2) // 153
    day = rest - (153 * months + 2) // 5 + 1
    year = 100 * centuries + years - 4800 + months // 10
    return year, months + 3 - 12 * (months // 10), day
