"""What a stretch of a sentence may be: a name, a verb phrase, a date, a number, a listed word."""

from dataclasses import dataclass

from tertium.checking.amounts import Amount
from tertium.checking.moments import Moment
from tertium.checking.words import Role
from tertium.model.terms import Iri

__all__ = ["Counted", "Dated", "Edge", "Framed", "Grouped", "Lasting", "Named", "Reading", "Worded"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a thing, or the words of a text that is a value."""

    key: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """A word that stands for several things together."""

    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class Framed:
    """A form of the verb frame of properties, or a label of theirs.

    When it is `turned`, the value is the subject; a `noun` names the property. Of a form in two
    parts the second is `closing`. A form of which only the end is said needs one of the properties
    in `after` before it.
    """

    predicates: frozenset[Iri]
    turned: bool = False
    closing: bool = False
    after: frozenset[Iri] = frozenset()
    noun: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A date; `opens` when a dash and another date follow it."""

    moment: Moment
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """A number."""

    amount: Amount


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time."""

    amount: Amount
    unit: str


@dataclass(frozen=True, slots=True)
class Worded:
    """A word of the closed lists."""

    role: Role


Reading = Named | Grouped | Framed | Dated | Counted | Lasting | Worded
Edge = tuple[int, Reading]
"""Where a stretch ends, counted in tokens, and what it may be."""
