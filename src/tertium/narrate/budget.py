"""How much a narrative tells: of all, of a section, and of one property."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tertium.model.verdict import Length

__all__ = ["BUDGETS", "Budget"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How many messages there are at most: in all sections, in one, and on one property.

    What is not of the first tier is told only until a section has `enough`.
    """

    sections: int
    section: int
    enough: int
    row: int


BUDGETS: Final[Mapping[Length, Budget]] = MappingProxyType(
    {
        Length.SHORT: Budget(sections=8, section=3, enough=2, row=2),
        Length.NORMAL: Budget(sections=46, section=8, enough=6, row=3),
        Length.LONG: Budget(sections=1000, section=24, enough=16, row=12),
    }
)
