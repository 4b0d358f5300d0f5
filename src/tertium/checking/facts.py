"""What the cited statements say, for setting a sentence against them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tertium.model.dates import Date
from tertium.model.statement import Statement
from tertium.model.terms import Iri
from tertium.model.values import Entity, Identifier, NoValue, Text, Value, WebAddress

__all__ = ["Fact", "Gap", "Grounds", "key_of"]


@dataclass(frozen=True, slots=True)
class Gap:
    """Of whom the graph is silent, by which property."""

    entity: Iri
    predicate: Iri


@dataclass(frozen=True, slots=True)
class Fact:
    """A cited statement: who, by which properties, what, and under which circumstances.

    `predicates` are those by which it may be told: its own, and those declared to ask the same.
    """

    iri: Iri
    subject: Iri
    predicates: frozenset[Iri]
    value: Value
    statement: Statement
    symmetric: bool = False

    @property
    def key(self) -> str:
        """What the value is known by when it has a name."""
        return key_of(self.value)

    @property
    def none(self) -> bool:
        """Whether it is stated that there is no value."""
        return isinstance(self.value, NoValue)

    @property
    def parts(self) -> frozenset[str]:
        """What its qualifiers name."""
        return frozenset(key_of(q.value) for q in self.statement.qualifiers) - {""}

    @property
    def holders(self) -> frozenset[str]:
        """Who holds it, if it is a judgement."""
        return frozenset(one.iri for one in self.statement.holders)

    @property
    def stated(self) -> tuple[Value, ...]:
        """Its value and those of its qualifiers."""
        return (self.value, *(q.value for q in self.statement.qualifiers))

    @property
    def dates(self) -> tuple[Date, ...]:
        """When it held or was, of whatever precision."""
        return tuple(q.value for q in self.statement.qualifiers if isinstance(q.value, Date))

    @property
    def moment(self) -> Date | None:
        """When it began or was, or the date that is its value."""
        interval = self.statement.interval
        return self.value if isinstance(self.value, Date) else interval.start or interval.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All on which a sentence may rest.

    `names` are those of the things in it, `comparands` whom the page compares, `genders` what is
    stated of them.
    """

    facts: tuple[Fact, ...]
    gaps: frozenset[Gap] = frozenset()
    comparands: tuple[Iri, ...] = ()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    genders: Mapping[str, str] = field(default_factory=dict)

    @property
    def subjects(self) -> frozenset[Iri]:
        """Of whom the facts are stated."""
        return frozenset(fact.subject for fact in self.facts)

    @property
    def predicates(self) -> frozenset[Iri]:
        """By which properties the facts are told, or silent."""
        told = (p for fact in self.facts for p in fact.predicates)
        return frozenset((*told, *(gap.predicate for gap in self.gaps)))

    @property
    def things(self) -> Iterator[str]:
        """Whatever may be named: subjects, values, parts of circumstances."""
        for fact in self.facts:
            yield from (fact.subject, fact.key, *sorted(fact.parts))
        yield from sorted(gap.entity for gap in self.gaps)
        yield from self.comparands


def key_of(value: Value) -> str:
    """Return what a value is known by in a sentence; empty when it is a date or a number."""
    match value:
        case Entity() | WebAddress():
            return value.iri
        case Text():
            return f'"{value.text}'
        case Identifier():
            return f'"{value.value}'
        case _:
            return ""
