"""Patterns: what may be asked of one thing, as a tree of at most two steps."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from tertium.model.terms import Iri, Term

__all__ = [
    "Branch",
    "Constant",
    "Constraint",
    "Edge",
    "Measured",
    "Nested",
    "Pattern",
    "Range",
    "Recorded",
]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A predicate, and whether it leads to the thing asked for rather than from it."""

    predicate: Iri
    inverse: bool = False


class Measured(Enum):
    """What the bounds of a range count."""

    YEAR = "year"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Constant:
    """The value is this one."""

    term: Term


@dataclass(frozen=True, slots=True)
class Nested:
    """The value is something of which all these branches are true."""

    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The value lies within bounds, which belong to it; `None` is no bound.

    The bounds of a `strict` range do not belong to it.
    """

    measured: Measured
    low: Decimal | None = None
    high: Decimal | None = None
    strict: bool = False

    def admits(self, number: Decimal) -> bool:
        """Return whether a number lies within the bounds.

        >>> Range(measured=Measured.YEAR, high=Decimal(1879), strict=True).admits(Decimal(1879))
        False
        """
        if self.strict and number in {self.low, self.high}:
            return False
        above = self.low is None or self.low <= number
        return above and (self.high is None or number <= self.high)


@dataclass(frozen=True, slots=True)
class Recorded:
    """There is a value, whichever."""


Constraint = Constant | Nested | Range | Recorded
"""What a branch says of a value."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An edge, and what is true of one of the values it leads to."""

    edge: Edge
    constraint: Constraint


@dataclass(frozen=True, slots=True)
class Pattern:
    """A conjunctive query about one variable: all branches are true of it.

    >>> Pattern((Branch(Edge(Iri("urn:p")), Recorded()),)).predicates
    ('urn:p',)
    """

    branches: tuple[Branch, ...] = ()

    @property
    def predicates(self) -> tuple[Iri, ...]:
        """The predicates of all branches, nested ones too, each once."""
        return tuple(dict.fromkeys(one.edge.predicate for one in self._all))

    @property
    def terms(self) -> tuple[Term, ...]:
        """The constants of all branches, nested ones too, each once."""
        constraints = (one.constraint for one in self._all)
        return tuple(dict.fromkeys(c.term for c in constraints if isinstance(c, Constant)))

    @property
    def _all(self) -> tuple[Branch, ...]:
        found = list(self.branches)
        for branch in found:
            if isinstance(branch.constraint, Nested):
                found += branch.constraint.branches
        return tuple(found)
