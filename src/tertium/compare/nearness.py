"""Which dates and quantities may be equal, found without comparing each with each."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from tertium.model.dates import Date, Precision
from tertium.model.values import Quantity, Value

__all__ = ["Nearness"]


@dataclass(frozen=True, slots=True)
class Nearness:
    """Values in groups: those of different groups are never equal.

    A date goes by its year, a quantity without bounds by its amount and unit. What spans several
    years or has bounds is wide: it may equal a value of any group.
    """

    groups: Mapping[Hashable, tuple[Value, ...]]
    wide: tuple[Value, ...]

    @classmethod
    def of(cls, values: Iterable[Value]) -> "Nearness":
        """Return values in their groups."""
        groups: dict[Hashable, list[Value]] = {}
        wide: list[Value] = []
        for value in values:
            group = _group(value)
            if group is None:
                wide.append(value)
            else:
                groups.setdefault(group, []).append(value)
        return cls({group: tuple(members) for group, members in groups.items()}, tuple(wide))

    def near(self, value: Value) -> tuple[Value, ...]:
        """Return the values which may equal this one."""
        group = _group(value)
        if group is None:
            return (*(one for members in self.groups.values() for one in members), *self.wide)
        return (*self.groups.get(group, ()), *self.wide)


def _group(value: Value) -> Hashable:
    match value:
        case Date():
            return value.year if value.precision >= Precision.YEAR else None
        case Quantity(lower=None, upper=None):
            return (value.amount, value.unit)
        case _:
            return None
