"""A statement: subject, predicate, value, and what says so."""

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from tertium.model.dates import Date, Interval
from tertium.model.identity import Link
from tertium.model.schema import Property, QualifierRole
from tertium.model.terms import Iri, Term
from tertium.model.values import Entity, NoValue, SomeValue, Value

__all__ = ["Qualifier", "Rank", "Reference", "Source", "Statement"]


_ALWAYS = Interval()


class Rank(Enum):
    """How the graph's editors weigh a statement."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The work or data set cited; what is not known of it is empty."""

    iri: Iri
    label: str
    publisher: str = ""
    year: str = ""
    url: str = ""
    licence: str = ""

    @property
    def citation(self) -> str:
        """The label with publisher and year, as a bibliography gives them.

        >>> Source(iri=Iri("urn:x"), label="A. Nove, History", year="1969").citation
        'A. Nove, History (1969)'
        """
        imprint = ", ".join(filter(None, (self.publisher, self.year)))
        return f"{self.label} ({imprint})" if imprint else self.label


@dataclass(frozen=True, slots=True)
class Reference:
    """A source and the place in it."""

    source: Source
    locator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """When, where, as what or according to whom a statement holds."""

    predicate: Property
    value: Value
    term: Term


_DISPUTES: Final = frozenset({QualifierRole.DISPUTED_BY, QualifierRole.DISPUTED_IN})


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One thing said of a subject; `term` is the value as the graph has it.

    `triples` are those which say it; when empty, they are the statement node's own subject,
    predicate and object (RDF reification). `turned` is the property by which the value states it of
    the subject, where that is how it is stated: "X child A" for "A father X". Where it is stated of
    the subject under another IRI, or names its value under another, `subject_links` and
    `value_links` say that these are the same; the statement rests on them, too.
    """

    iri: Iri
    subject: Iri
    predicate: Property
    value: Value
    term: Term
    rank: Rank = Rank.NORMAL
    qualifiers: tuple[Qualifier, ...] = ()
    references: tuple[Reference, ...] = ()
    triples: tuple[tuple[Term, Iri, Term], ...] = ()
    turned: Property | None = None
    subject_links: tuple[Link, ...] = ()
    value_links: tuple[Link, ...] = ()

    def __hash__(self) -> int:
        """Return a hash of the address: no two statements of a page share one."""
        return hash(self.iri)

    def qualified(self, role: QualifierRole) -> tuple[Value, ...]:
        """Return the values of the qualifiers which play a role."""
        if not self.qualifiers:  # as with most: pages ask this hundreds of times
            return ()
        return tuple([q.value for q in self.qualifiers if q.predicate.role is role])

    def entities(self, role: QualifierRole) -> tuple[Entity, ...]:
        """Return the entities among the qualifiers which play a role."""
        if not self.qualifiers:
            return ()
        return tuple([v for v in self.qualified(role) if isinstance(v, Entity)])

    def date(self, role: QualifierRole) -> Date | None:
        """Return the first date among the qualifiers which play a role."""
        return next((v for v in self.qualified(role) if isinstance(v, Date)), None)

    @property
    def stated_of(self) -> Iri:
        """The IRI of the subject under which it is stated."""
        iri = self.subject
        for left, _, right in self.subject_links:
            iri = right if left == iri else left
        return iri

    @cached_property
    def interval(self) -> Interval:
        """From when to when it holds; a point in time is both."""
        if not self.qualifiers:
            return _ALWAYS
        time = self.date(QualifierRole.TIME)
        start = self.date(QualifierRole.START) or time
        return Interval(start=start, end=self.date(QualifierRole.END) or time)

    @property
    def holders(self) -> tuple[Entity, ...]:
        """Those who hold the judgement; empty for a plain fact."""
        return self.entities(QualifierRole.HOLDER)

    @property
    def contested(self) -> bool:
        """Whether the statement itself says that somebody disputes it."""
        return any(q.predicate.role in _DISPUTES for q in self.qualifiers)

    @property
    def positive(self) -> bool:
        """Whether it states a value, rather than that there is none or some."""
        return not isinstance(self.value, NoValue | SomeValue)
