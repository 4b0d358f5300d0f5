"""What can be said, before it is said in any language."""

from dataclasses import dataclass
from zlib import crc32

from tertium.model.dates import Date, Interval
from tertium.model.measure import DateDistance, QuantityRatio
from tertium.model.schema import Property
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Value

__all__ = [
    "Agreement",
    "Contrast",
    "Crossing",
    "Gap",
    "Message",
    "Mutual",
    "Opinion",
    "Part",
    "Path",
    "Range",
    "Relationship",
    "Rivals",
    "Shared",
    "Side",
    "Stated",
    "View",
    "statements_of",
    "turn_of",
]

Part = tuple[Statement, ...]
"""What one verb phrase says: statements of one subject, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Side:
    """One comparand with what is said of it."""

    subject: Iri
    parts: tuple[Part, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all parts."""
        return tuple(s for part in self.parts for s in part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A value which several have; one statement for each holder."""

    statements: tuple[Statement, ...]
    overlap: Interval | None = None

    @property
    def predicate(self) -> Property:
        """The property in which they agree."""
        return self.statements[0].predicate

    @property
    def value(self) -> Value:
        """The value; of dates which agree, the coarsest."""
        return min(self.statements, key=_precision).value

    @property
    def positive(self) -> bool:
        """Whether it is something that they have, rather than lack."""
        return self.statements[0].positive


@dataclass(frozen=True, slots=True)
class Shared:
    """Agreements of the same holders, out of so many; `everyone` when nobody is left out."""

    agreements: tuple[Agreement, ...]
    everyone: bool
    among: int = 0

    @property
    def holders(self) -> tuple[Iri, ...]:
        """Who agrees."""
        return tuple(s.subject for s in self.agreements[0].statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Sides which differ.

    `kinship` is what the values fall under, `distance` how far dates are apart, `ratio` how amounts
    are to each other, one of each side; `brief` puts circumstances into brackets.
    """

    sides: tuple[Side, ...]
    kinship: Entity | None = None
    distance: DateDistance | None = None
    ratio: QuantityRatio | None = None
    brief: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From where to where the values of many go; `recorded` when all of them have one."""

    least: tuple[Statement, ...]
    greatest: tuple[Statement, ...]
    between: tuple[Statement, ...]
    recorded: bool

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all, the ends first."""
        return self.least + self.greatest + self.between


@dataclass(frozen=True, slots=True)
class Crossing:
    """One value to which two sides stand differently: made by one, opposed by the other."""

    first: Statement
    second: Statement


@dataclass(frozen=True, slots=True)
class Stated:
    """What is said of one comparand alone."""

    side: Side


@dataclass(frozen=True, slots=True)
class Rivals:
    """The other values which sources give where only one can be true."""

    lead: Statement
    others: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One judgement, by one holder or more."""

    statements: tuple[Statement, ...]

    @property
    def lead(self) -> Statement:
        """The statement whose words are used."""
        return self.statements[0]

    @property
    def disputed(self) -> bool:
        """Whether somebody is on record against it."""
        return any(s.contested for s in self.statements)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One judgement, or two set beside each other."""

    views: tuple[View, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """What is recorded for one side and not for others.

    Nor is it by properties which mean the same, or by others in terms of the inverse.
    """

    side: Side
    predicate: Property
    absent: tuple[Iri, ...]
    means: tuple[Iri, ...] = ()
    turned: tuple[Iri, ...] = ()


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one comparand is or did to another."""

    side: Side


@dataclass(frozen=True, slots=True)
class Mutual:
    """A relation which holds both ways at the same time."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of statements between comparands."""

    statements: tuple[Statement, ...]


Message = (
    Shared
    | Contrast
    | Range
    | Crossing
    | Stated
    | Rivals
    | Opinion
    | Gap
    | Relationship
    | Mutual
    | Path
)


def statements_of(message: Message) -> tuple[Statement, ...]:
    """Return the statements behind a message."""
    match message:
        case Shared():
            found = tuple(s for agreement in message.agreements for s in agreement.statements)
        case Contrast():
            found = tuple(s for side in message.sides for s in side.statements)
        case Crossing():
            found = (message.first, message.second)
        case Rivals():
            found = (message.lead, *message.others)
        case Opinion():
            found = tuple(s for view in message.views for s in view.statements)
        case Stated() | Gap() | Relationship():
            found = message.side.statements
        case _:
            found = message.statements
    return found


def _precision(statement: Statement) -> tuple[int, Iri]:
    value = statement.value
    return (value.precision if isinstance(value, Date) else 0, statement.iri)


def turn_of(message: Message) -> int:
    """Return a number by which wordings take turns: the same for the same properties."""
    predicates = sorted({s.predicate.iri for s in statements_of(message)})
    return crc32(" ".join(predicates).encode())
