"""What can be computed of a row."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tertium.model.dates import Date, Interval, Precision
from tertium.model.terms import Iri
from tertium.model.values import Value

__all__ = ["DateDistance", "Measure", "Overlap", "QuantityRatio"]

_MANY: Final = 10
"""Nobody says that four children are 1.33 times as many as three."""
_WORTH: Final = Decimal("1.05")
"""A smaller ratio rounds to "1 times as much", which says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateDistance:
    """The order of dates and how far the first is from the last.

    `order` lists the entities from the earliest; `amount` counts whole units of `unit` and is 0
    when the dates are equal at that precision.
    """

    order: tuple[Iri, ...]
    amount: int
    unit: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRatio:
    """Greatest minus least, and greatest by least (`None` when that is zero).

    Amounts are in `unit`. `dates` says when each amount of the order was true, where that is
    stated of any.
    """

    order: tuple[Iri, ...]
    difference: Decimal
    ratio: Decimal | None
    unit: Iri | None = None
    unit_label: str = ""
    dates: tuple[Date | None, ...] = ()

    @property
    def telling(self) -> Decimal | None:
        """The ratio, if it tells more than the amounts do; not for a few things, nor near 1."""
        few = self.unit is None and self.difference < _MANY and not self.difference % 1
        return self.ratio if self.ratio is not None and self.ratio >= _WORTH and not few else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """When a value held of all its holders at once."""

    value: Value
    holders: tuple[Iri, ...]
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What can be computed of a row; parts which cannot are empty.

    `incomparable` says why quantities cannot be set against each other.
    """

    jaccard: float | None = None
    dates: DateDistance | None = None
    quantities: QuantityRatio | None = None
    overlaps: tuple[Overlap, ...] = ()
    incomparable: str = ""
