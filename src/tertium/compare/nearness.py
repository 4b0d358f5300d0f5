"""Which dates and quantities may be equal, found without comparing each with each."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from tertium.model.dates import Date, Precision
from tertium.model.values import Quantity, Value

__all__ = ["Nearness"]


@dataclass(frozen=True, slots=True)
class Nearness:
    """Values in groups: those of different groups are never equal.

    A date goes by its year, a quantity without bounds by its amount. What spans several years or
    has bounds is wide: it may equal a value of any group; so is each quantity when there are
    several units (`mixed`).
    """

    groups: Mapping[Hashable, tuple[Value, ...]]
    wide: tuple[Value, ...]
    mixed: bool = False

    @classmethod
    def of(cls, values: Iterable[Value]) -> "Nearness":
        """Return values in their groups."""
        groups: dict[Hashable, list[Value]] = {}
        wide: list[Value] = []
        known = tuple(values)
        mixed = len({value.unit for value in known if isinstance(value, Quantity)}) > 1
        for value in known:
            group = _group(value, mixed=mixed)
            if group is None:
                wide.append(value)
            else:
                groups.setdefault(group, []).append(value)
        return cls({group: tuple(members) for group, members in groups.items()}, tuple(wide), mixed)

    def near(self, value: Value) -> tuple[Value, ...]:
        """Return the values which may equal this one."""
        group = _group(value, mixed=self.mixed)
        if group is None:
            return (*(one for members in self.groups.values() for one in members), *self.wide)
        return (*self.groups.get(group, ()), *self.wide)


def _group(value: Value, *, mixed: bool) -> Hashable:
    match value:
        case Date(lower=None, upper=None):
            return value.year if value.precision >= Precision.YEAR else None
        case Quantity(lower=None, upper=None) if not mixed:
            return value.amount
        case _:
            return None
