"""What is to be linked, what it may be linked to, and why."""

from dataclasses import dataclass
from enum import Enum

from tertium.model.terms import Iri
from tertium.model.values import Entity

__all__ = ["Candidate", "Given", "LinkOutcome", "LinkQuery", "Linking", "Reason", "ReasonKind"]


class ReasonKind(Enum):
    """In what respect a candidate was weighed."""

    NAME = "name"
    TYPE = "type"
    DATE = "date"
    PLACE = "place"
    PROPERTY = "property"
    IDENTIFIER = "identifier"
    POPULARITY = "popularity"


class LinkOutcome(Enum):
    """What became of a query.

    One candidate is meant beyond doubt (`match`); several may be meant (`ambiguous`); the best is
    too unlike what was asked for (`doubtful`); there is nothing like it (`none`).
    """

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    DOUBTFUL = "doubtful"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Given:
    """Something known of what is to be linked: a property, and its values as they were written.

    A value is an IRI, a CURIE, a name, a date or a number. Where `property` is nothing, the values
    may be those of any property.
    """

    property: Iri | None
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkQuery:
    """A name to be linked, with what else is known of the thing.

    `names` are other names of the same thing, `types` the classes of which it must be one, `key`
    whatever the asker knows the query by (the number of a row, an IRI).
    """

    text: str
    names: tuple[str, ...] = ()
    types: tuple[Iri, ...] = ()
    given: tuple[Given, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """How a candidate fits in one respect: in words, and as a number from 0 to 1.

    A respect in which nothing is stated of the candidate gives no reason.
    """

    kind: ReasonKind
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An entity which may be meant, with the calibrated probability that it is, and the reasons."""

    entity: Entity
    description: str
    matched: str
    """The name by which it was found."""
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """A query with its candidates, the best first, and what became of it."""

    query: LinkQuery
    outcome: LinkOutcome
    candidates: tuple[Candidate, ...]
    why: str

    @property
    def match(self) -> Candidate | None:
        """The candidate that is meant beyond doubt, if there is one."""
        return self.candidates[0] if self.outcome is LinkOutcome.MATCH else None
